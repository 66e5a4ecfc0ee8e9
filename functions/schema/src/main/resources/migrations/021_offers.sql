-- Where something may be watched within a subscription, in Korea.
alter table title_services add column source text not null default 'import'
  constraint title_services_source check (char_length(source) between 1 and 200);

-- What people know better than an import. It wins, whatever imports say later.
create table availability_overrides (
  title_id  bigint not null references titles on delete cascade,
  service   text not null references services,
  available boolean not null,
  source    text not null constraint availability_overrides_source check (char_length(source) between 1 and 200),
  as_of     date not null,
  primary key (title_id, service)
);

create view title_offers as
select s.title_id, s.service, s.as_of, s.source, false as overridden
from title_services s
where not exists (
  select from availability_overrides o where o.title_id = s.title_id and o.service = s.service)
union all
select o.title_id, o.service, o.as_of, o.source, true
from availability_overrides o
where o.available;

create table plans (
  plan           text primary key,
  service        text not null references services,
  name           text not null,
  english_name   text not null,
  monthly_won    integer not null constraint plans_price check (monthly_won between 1 and 1000000),
  seats          smallint not null constraint plans_seats check (seats between 1 and 20),
  streams        smallint not null constraint plans_streams check (streams between 1 and 20),
  resolution     text not null,
  with_ads       boolean not null,
  household      boolean not null,
  extra_seats    smallint not null default 0,
  extra_seat_won integer,
  basis          text not null constraint plans_basis check (basis in ('official', 'report', 'memory')),
  source         text not null,
  as_of          date not null,
  withdrawn_on   date,
  constraint plans_extra check ((extra_seats > 0) = (extra_seat_won is not null))
);

comment on column plans.monthly_won is 'what one month costs, tax included';

comment on column plans.seats is 'profiles within the plan';

comment on column plans.streams is 'how many may watch at the same time';

comment on column plans.household is 'whether everybody must live under one roof';

comment on column plans.extra_seats is 'paid seats for people elsewhere, each at extra_seat_won a month';

comment on column plans.basis is 'how it is known: said by the service, reported, or remembered by us and not looked up';

create index plans_by_service on plans (service, monthly_won);
