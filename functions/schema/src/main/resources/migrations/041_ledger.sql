-- Double entry in won: what an entry takes from some accounts it gives to others. Nothing is ever changed.
create table ledger_entries (
  entry_id     bigint generated always as identity primary key,
  business_key text not null constraint ledger_entries_once unique,
  reason       text not null constraint ledger_entries_reason
    check (reason in ('paid', 'received', 'served', 'refund', 'refunded', 'payout')),
  party_id     bigint not null references parties,
  order_id     text,
  occurred_at  timestamptz not null
);

comment on column ledger_entries.business_key is 'says what happened, so that it cannot be entered twice';

create index ledger_entries_by_party on ledger_entries (party_id, entry_id);

create index ledger_entries_by_order on ledger_entries (order_id);

create table ledger_postings (
  entry_id bigint not null references ledger_entries,
  line     smallint not null,
  account  text not null constraint ledger_postings_account
    check (account in ('member', 'escrow', 'host', 'fee', 'provider', 'refund')),
  owner_id bigint not null,
  amount   bigint not null constraint ledger_postings_amount check (amount <> 0),
  primary key (entry_id, line)
);

comment on column ledger_postings.owner_id is 'a user for member, host and refund, a party for escrow and fee, 0 for the provider';

comment on column ledger_postings.amount is 'positive for what is owed to us or lies with the provider, negative for what we owe';

create index ledger_postings_by_account on ledger_postings (account, owner_id);

create function check_entry_is_balanced() returns trigger language plpgsql as $$
declare
  total bigint;
  lines integer;
begin
  select coalesce(sum(amount), 0), count(*) into total, lines from ledger_postings where entry_id = new.entry_id;
  if total <> 0 or lines < 2 then
    raise exception 'an entry of % lines and sum % violates constraint "ledger_balanced"', lines, total
      using errcode = 'check_violation';
  end if;
  return null;
end
$$;

create constraint trigger ledger_entries_balanced after insert on ledger_entries
  deferrable initially deferred for each row execute function check_entry_is_balanced();

create constraint trigger ledger_postings_balanced after insert on ledger_postings
  deferrable initially deferred for each row execute function check_entry_is_balanced();

create function refuse_change_of_ledger() returns trigger language plpgsql as $$
begin
  raise exception 'a change of % violates constraint "ledger_append_only"', tg_table_name using errcode = 'check_violation';
end
$$;

create trigger ledger_entries_append_only before update or delete or truncate on ledger_entries
  for each statement execute function refuse_change_of_ledger();

create trigger ledger_postings_append_only before update or delete or truncate on ledger_postings
  for each statement execute function refuse_change_of_ledger();
