-- A rating is 1 to 10 half stars. A removed rating keeps its row without stars, so that a reader of
-- changes learns of the removal.
create table ratings (
  user_id     bigint not null references users on delete cascade,
  title_id    bigint not null references titles on delete cascade,
  half_stars  smallint constraint ratings_half_stars check (half_stars between 1 and 10),
  rated_at    timestamptz not null default now(),
  changed_xid bigint not null default (pg_current_xact_id()::text::bigint),
  primary key (user_id, title_id)
);

comment on column ratings.changed_xid is 'the transaction that wrote the row last: what a reader of changes asks for';

create index ratings_by_change on ratings (changed_xid);

create index ratings_by_title on ratings (title_id) where half_stars is not null;

create function stamp_changed_xid() returns trigger language plpgsql as $$
begin
  new.changed_xid := pg_current_xact_id()::text::bigint;
  return new;
end
$$;

create trigger ratings_stamp before update on ratings for each row execute function stamp_changed_xid();

create table picks (
  user_id   bigint not null references users on delete cascade,
  title_id  bigint not null references titles on delete cascade,
  position  smallint not null constraint picks_position check (position between 1 and 3),
  picked_at timestamptz not null default now(),
  primary key (user_id, position),
  constraint picks_title_once unique (user_id, title_id) deferrable initially deferred
);
