-- Who follows whom. Somebody private is asked first.
create table follows (
  follower_id bigint not null references users on delete cascade,
  followee_id bigint not null references users on delete cascade,
  state       text not null constraint follows_state check (state in ('following', 'requested', 'refused', 'withdrawn')),
  asked_at    timestamptz not null,
  primary key (follower_id, followee_id),
  constraint follows_others check (follower_id <> followee_id)
);

comment on column follows.state is 'refused stays, so that asking again asks nobody; withdrawn is refused as well, and no longer wanted';

create index follows_by_followee on follows (followee_id, state, follower_id);

create function limit_follows() returns trigger language plpgsql as $$
begin
  -- One at a time for each follower: with the row locked, the count sees what the others have done.
  perform 1 from users where user_id = new.follower_id for no key update;
  if (select count(*) from follows where follower_id = new.follower_id) > 2000 then
    raise exception 'more than 2000 rows violate constraint "follows_limit"' using errcode = 'check_violation';
  end if;
  return null;
end
$$;

create trigger follows_limited after insert on follows for each row execute function limit_follows();
