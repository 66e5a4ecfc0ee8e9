-- What members say of titles besides stars.
alter table ratings add column previous_half_stars smallint
  constraint ratings_previous_half_stars check (previous_half_stars between 0 and 10);

comment on column ratings.previous_half_stars is 'what undoing restores: 0 for no rating, null for nothing to undo';

alter table users add column taste_changed_at timestamptz;

alter table users add column taste_pace double precision not null default 0;

comment on column users.taste_pace is 'how many changes of taste came lately, each fading within half a second';

create table wishes (
  user_id   bigint not null references users on delete cascade,
  title_id  bigint not null references titles on delete cascade,
  wished_at timestamptz not null default now(),
  primary key (user_id, title_id)
);

create index wishes_by_user on wishes (user_id, wished_at desc, title_id desc);

create table reactions (
  user_id    bigint not null references users on delete cascade,
  title_id   bigint not null references titles on delete cascade,
  liked      boolean not null,
  reacted_at timestamptz not null default now(),
  primary key (user_id, title_id)
);

create index reactions_by_user on reactions (user_id, reacted_at desc, title_id desc);

create index ratings_by_user on ratings (user_id, rated_at desc, title_id desc) where half_stars is not null;

-- How far somebody is. A viewing is a row of watches; it begins with the first progress after a finished one.
create table watch_progress (
  user_id    bigint not null references users on delete cascade,
  title_id   bigint not null references titles on delete cascade,
  seconds    integer not null constraint watch_progress_seconds check (seconds between 0 and 360000),
  finished   boolean not null,
  began      boolean not null,
  ended      boolean not null,
  ever_finished boolean not null,
  seen_at    timestamptz not null default now(),
  primary key (user_id, title_id)
);

comment on column watch_progress.began is 'whether the latest report began a viewing';

comment on column watch_progress.ended is 'whether the latest report finished the title for the first time';

-- A rating list that somebody brought from elsewhere, and what came of it: the same file again is answered the same.
create table rating_imports (
  user_id     bigint not null references users on delete cascade,
  digest      text not null,
  imported_at timestamptz not null,
  report      text not null constraint rating_imports_report check (octet_length(report) <= 60000),
  primary key (user_id, digest)
);

-- Whoever leaves takes along what they said beside their ratings, of which they are asked. What could be undone
-- is a rating as well, which they may have wanted erased.
create function forget_opinions() returns trigger language plpgsql as $$
begin
  delete from wishes where user_id = new.user_id;
  delete from reactions where user_id = new.user_id;
  delete from watches where user_id = new.user_id;
  delete from watch_progress where user_id = new.user_id;
  delete from rating_imports where user_id = new.user_id;
  update ratings set previous_half_stars = null where user_id = new.user_id and previous_half_stars is not null;
  return null;
end
$$;

create trigger users_opinions_left after update of deleted_at on users for each row
  when (old.deleted_at is null and new.deleted_at is not null)
  execute function forget_opinions();
