-- The log-in of a shared account, sealed: only the newest version is kept, and none of a party that is closed.
create table vaults (
  party_id   bigint primary key references parties,
  version    integer not null constraint vaults_version check (version >= 1),
  sealed     text constraint vaults_sealed check (sealed like 'v1.%' and char_length(sealed) <= 16384),
  saved_by   bigint not null references users,
  saved_at   timestamptz not null,
  stale      boolean not null default false,
  change_by  date,
  constraint vaults_due check (stale = (change_by is not null))
);

comment on column vaults.sealed is 'account and password under a data key of their own; null when erased';

comment on column vaults.stale is 'somebody who may know the password is not a member any more: the host is to change it';

comment on column vaults.change_by is 'by when the host is to change it';

-- Who was shown the log-in. Written before it is shown, and never changed.
create table vault_reveals (
  reveal_id   bigint generated always as identity primary key,
  party_id    bigint not null references parties,
  version     integer not null,
  user_id     bigint not null references users,
  revealed_on date not null,
  number      smallint not null constraint vault_reveals_limit check (number between 1 and 10),
  revealed_at timestamptz not null,
  constraint vault_reveals_once unique (party_id, user_id, revealed_on, number)
);

comment on column vault_reveals.number is 'the so many-th of a person that day: two at once cannot both be the last one';

create index vault_reveals_by_party on vault_reveals (party_id, reveal_id);

create function refuse_change_of_log() returns trigger language plpgsql as $$
begin
  raise exception 'a change of % violates constraint "log_append_only"', tg_table_name using errcode = 'check_violation';
end
$$;

create trigger vault_reveals_append_only before update or delete or truncate on vault_reveals
  for each statement execute function refuse_change_of_log();

-- Whoever goes may know the password: it is to be changed within two days.
create function make_vault_stale() returns trigger language plpgsql as $$
begin
  update vaults set stale = true, change_by = coalesce(change_by, new.ended_on + 2)
   where party_id = new.party_id and sealed is not null
     and saved_by <> new.user_id;
  return null;
end
$$;

create trigger memberships_make_vault_stale after update on memberships for each row
  when (old.state <> 'ended' and new.state = 'ended')
  execute function make_vault_stale();

-- A party that is closed or has another host does not need the old host's account any more.
create function erase_vault() returns trigger language plpgsql as $$
begin
  update vaults set sealed = null, stale = false, change_by = null
   where party_id = new.party_id and sealed is not null;
  return null;
end
$$;

create trigger parties_erase_vault after update on parties for each row
  when (old.host_id is distinct from new.host_id or (old.state <> 'closed' and new.state = 'closed'))
  execute function erase_vault();
