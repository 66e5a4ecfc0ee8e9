-- Billing keys are sealed; those from before are when they are next used, or by the nightly run.
alter table billing_keys add column sealed_key text
  constraint billing_keys_sealed check (sealed_key like 'v1.%' and char_length(sealed_key) <= 16384);

alter table billing_keys drop constraint billing_keys_registered;

alter table billing_keys add constraint billing_keys_registered
  check ((billing_key is null and sealed_key is null) = (registered_at is null));

alter table billing_keys add constraint billing_keys_sealed_once
  check (billing_key is null or sealed_key is null);

comment on column billing_keys.billing_key is 'in clear: only of a registration from before they were sealed';

create index billing_keys_to_seal on billing_keys (user_id) where billing_key is not null;
