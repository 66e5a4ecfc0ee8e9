-- One attempt to be paid. The id is what the provider knows it by.
create table payment_orders (
  order_id        text primary key,
  kind            text not null constraint payment_orders_kind check (kind in ('join', 'cycle')),
  party_id        bigint not null references parties,
  user_id         bigint not null references users,
  seat_id         bigint not null references seats,
  membership_id   bigint references memberships,
  cycle           integer,
  name            text not null,
  share           integer not null,
  fee             integer not null,
  state           text not null constraint payment_orders_state
    check (state in ('awaiting', 'asked', 'paid', 'failed', 'expired', 'returning', 'returned')),
  reason          text,
  receipt_id      text constraint payment_orders_receipt_once unique,
  received        integer constraint payment_orders_received check (received >= 0),
  idempotency_key text,
  created_at      timestamptz not null,
  asked_at        timestamptz,
  check_at        timestamptz,
  checks          integer not null default 0,
  settled_at      timestamptz,
  to_compare      boolean not null default true,
  constraint payment_orders_once unique (user_id, idempotency_key),
  constraint payment_orders_member check (state <> 'paid' or (membership_id is not null and cycle is not null)),
  constraint payment_orders_cycle check (kind <> 'cycle' or membership_id is not null),
  constraint payment_orders_asked check (state <> 'asked' or (asked_at is not null and check_at is not null)),
  constraint payment_orders_returning check (state not in ('returning', 'returned') or received is not null)
);

comment on column payment_orders.received is 'what the provider took of an order that is given back; 0 where it was no won';

comment on column payment_orders.check_at is 'when the outcome of what was asked is to be looked up again; until then somebody is at it';

create unique index payment_orders_paid_once on payment_orders (membership_id, cycle) where state = 'paid';

create unique index payment_orders_asked_once on payment_orders (membership_id, cycle) where state = 'asked' and kind = 'cycle';

create unique index payment_orders_one_seat on payment_orders (party_id, user_id)
  where state in ('awaiting', 'asked') and kind = 'join';

create index payment_orders_to_check on payment_orders (check_at) where state = 'asked';

create index payment_orders_awaiting on payment_orders (created_at) where state = 'awaiting';

comment on column payment_orders.to_compare is 'with the provider''s receipts: until they have agreed some days after it was settled';

create index payment_orders_to_compare on payment_orders (order_id) where to_compare;

create table refunds (
  refund_id  text primary key,
  order_id   text not null references payment_orders,
  party_id   bigint not null references parties,
  user_id    bigint not null references users,
  amount     integer not null constraint refunds_amount check (amount >= 0),
  reason     text not null,
  state      text not null constraint refunds_state check (state in ('open', 'done')),
  attempts   integer not null default 0,
  next_at    timestamptz,
  decided_at timestamptz not null,
  done_at    timestamptz,
  constraint refunds_end check ((state = 'done') = (done_at is not null) and (state = 'done') = (next_at is null))
);

comment on column refunds.refund_id is 'what the provider knows the cancellation by, so that it is done once';

comment on column refunds.amount is '0 gives back everything, of a payment that was not in won';

create index refunds_open on refunds (next_at) where state = 'open';

create index refunds_by_order on refunds (order_id);

create table billing_keys (
  user_id         bigint primary key references users,
  subscription_id text not null constraint billing_keys_subscription_unique unique,
  billing_key     text,
  card            text,
  asked_at        timestamptz not null,
  registered_at   timestamptz,
  constraint billing_keys_registered check ((billing_key is null) = (registered_at is null))
);

comment on column billing_keys.subscription_id is 'what the registration was begun as: a receipt of another one is not taken';

create function forget_billing_key() returns trigger language plpgsql as $$
begin
  delete from billing_keys where user_id = new.user_id;
  return null;
end
$$;

create trigger users_leave_billing after update of deleted_at on users for each row
  when (old.deleted_at is null and new.deleted_at is not null)
  execute function forget_billing_key();
