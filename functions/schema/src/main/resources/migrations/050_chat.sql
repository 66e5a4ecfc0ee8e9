-- One room a party. The row orders what is said in it: whoever says something holds it until that is stored.
create table rooms (
  party_id bigint primary key references parties on delete cascade,
  last_seq bigint not null default 0,
  last_at  timestamptz not null
);

insert into rooms (party_id, last_at) select party_id, created_at from parties;

-- Who may read and write, now.
create view room_members as
  select party_id, host_id as user_id from parties where state <> 'closed'
  union
  select m.party_id, m.user_id
    from memberships m join parties p on p.party_id = m.party_id
   where m.state <> 'ended' and p.state <> 'closed';

create table room_messages (
  party_id   bigint not null references rooms on delete cascade,
  seq        bigint not null,
  user_id    bigint references users,
  kind       text not null constraint room_messages_kind
    check (kind in ('text', 'joined', 'paid', 'left', 'removed', 'paused', 'resumed', 'host_changed',
                    'password_changed', 'closed')),
  body       text constraint room_messages_length check (char_length(body) between 1 and 2000),
  masked     boolean not null default false,
  client_id  text,
  made_at    timestamptz not null,
  deleted_at timestamptz,
  primary key (party_id, seq),
  constraint room_messages_once unique (party_id, user_id, client_id),
  constraint room_messages_text check (
    kind <> 'text' or (user_id is not null and client_id is not null and (body is null) = (deleted_at is not null))),
  constraint room_messages_event check (kind = 'text' or (body is null and client_id is null))
);

comment on column room_messages.user_id is 'who wrote it, or whom it is about';

comment on column room_messages.client_id is 'what the sender knows it by, so that sending it again stores it once';

comment on column room_messages.masked is 'whether a phone number or the like was taken out before it was stored';

create index room_messages_by_user on room_messages (user_id);

create table room_marks (
  party_id bigint not null references rooms on delete cascade,
  user_id  bigint not null references users on delete cascade,
  read_seq bigint not null,
  primary key (party_id, user_id)
);

create table blocks (
  user_id    bigint not null references users on delete cascade,
  blocked_id bigint not null references users on delete cascade,
  blocked_at timestamptz not null,
  primary key (user_id, blocked_id),
  constraint blocks_others check (user_id <> blocked_id)
);

create table message_reports (
  party_id    bigint not null,
  seq         bigint not null,
  reporter_id bigint not null references users on delete cascade,
  reason      text not null constraint message_reports_reason
    check (reason in ('abuse', 'fraud', 'personal_data', 'advertising', 'other')),
  body        text,
  reported_at timestamptz not null,
  handled_at  timestamptz,
  handled_by  bigint references users on delete set null,
  primary key (party_id, seq, reporter_id),
  foreign key (party_id, seq) references room_messages on delete cascade
);

create index message_reports_to_handle on message_reports (reported_at) where handled_at is null;

comment on column message_reports.body is 'what was reported, should its author delete it';

create index message_reports_by_time on message_reports (reported_at);

-- How fast somebody writes: until when their writing would take at the pace that is allowed for long.
create table chat_paces (
  user_id bigint primary key references users on delete cascade,
  free_at timestamptz not null
);

create index chat_paces_by_time on chat_paces (free_at);

-- The connections of a room's members, and whether each has blocked somebody.
create function room_connections(room bigint, sender bigint, moment timestamptz) returns text
  language sql stable as $$
  select coalesce(json_agg(json_build_object(
           'connection_id', c.connection_id,
           'user_id', c.user_id,
           'hidden', exists (select 1 from blocks b where b.user_id = c.user_id and b.blocked_id = sender))), '[]')::text
    from room_members m
    join socket_connections c on c.user_id = m.user_id and c.expires_at > moment
   where m.party_id = room
$$;

-- Stores a message once. The room is held first: everything after it sees what was stored before.
create function send_message(
    sender bigint, room bigint, client text, words text, words_masked boolean,
    moment timestamptz, burst integer, pace_seconds double precision)
  returns table (outcome text, seq bigint, made_at timestamptz, body text, masked boolean, deleted boolean,
                 wait_seconds bigint, nickname text, connections_json text)
  language plpgsql as $$
#variable_conflict use_column
declare
  stored room_messages;
  step interval;
  paced boolean;
begin
  seq := 0;
  made_at := moment;
  masked := false;
  deleted := false;
  wait_seconds := 0;
  nickname := '';
  connections_json := '[]';
  perform 1 from rooms r where r.party_id = room for update;
  if not exists (select 1 from room_members m where m.party_id = room and m.user_id = sender) then
    outcome := 'no_member';
    return next;
    return;
  end if;
  select * into stored from room_messages m where m.party_id = room and m.user_id = sender and m.client_id = client;
  if not found then
    select make_interval(secs => pace_seconds) into step;
    insert into chat_paces as p (user_id, free_at) values (sender, moment + step)
    on conflict (user_id) do update set free_at = greatest(p.free_at, moment) + step
      where p.free_at <= moment + step * (burst - 1)
    returning true into paced;
    if paced is null then
      outcome := 'too_often';
      select greatest(1, ceil(extract(epoch from p.free_at - moment - step * (burst - 1))))::bigint
        into wait_seconds from chat_paces p where p.user_id = sender;
      return next;
      return;
    end if;
    update rooms r set last_seq = r.last_seq + 1, last_at = greatest(r.last_at, moment) where r.party_id = room;
    insert into room_messages (party_id, seq, user_id, kind, body, masked, client_id, made_at)
    select room, r.last_seq, sender, 'text', words, words_masked, client, r.last_at from rooms r where r.party_id = room
    returning * into stored;
  end if;
  outcome := 'stored';
  seq := stored.seq;
  made_at := stored.made_at;
  body := stored.body;
  masked := stored.masked;
  deleted := stored.deleted_at is not null;
  select u.nickname into nickname from users u where u.user_id = sender;
  select room_connections(room, sender, moment) into connections_json;
  return next;
end
$$;

-- Says in a room what has happened, within the transaction that it happens in.
create function post_room_event(room bigint, what text, whom bigint) returns void language plpgsql as $$
begin
  update rooms set last_seq = last_seq + 1, last_at = greatest(last_at, now()) where party_id = room;
  insert into room_messages (party_id, seq, user_id, kind, made_at)
  select party_id, last_seq, whom, what, last_at from rooms where party_id = room;
  insert into push_outbox (party_id) values (room);
end
$$;

create function open_room() returns trigger language plpgsql as $$
begin
  insert into rooms (party_id, last_at) values (new.party_id, new.created_at) on conflict do nothing;
  return null;
end
$$;

create trigger parties_open_room after insert on parties for each row execute function open_room();

create function tell_room_of_party() returns trigger language plpgsql as $$
begin
  if new.host_id <> old.host_id then
    perform post_room_event(new.party_id, 'host_changed', new.host_id);
  end if;
  if new.state <> old.state then
    perform post_room_event(
      new.party_id,
      case new.state when 'closed' then 'closed' when 'paused' then 'paused' else 'resumed' end,
      new.host_id);
  end if;
  return null;
end
$$;

create trigger parties_tell_room after update on parties for each row
  when (old.state is distinct from new.state or old.host_id is distinct from new.host_id)
  execute function tell_room_of_party();

-- Why somebody's time has ended is theirs to say, except that the host removed them.
create function tell_room_of_member() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    perform post_room_event(new.party_id, 'joined', new.user_id);
    insert into room_marks as k (party_id, user_id, read_seq)
    select r.party_id, new.user_id, r.last_seq from rooms r where r.party_id = new.party_id
    on conflict (party_id, user_id) do update set read_seq = greatest(k.read_seq, excluded.read_seq);
  elsif new.end_reason = 'removed' then
    perform post_room_event(new.party_id, 'removed', new.user_id);
  elsif new.end_reason not in ('closed', 'hosting') then
    perform post_room_event(new.party_id, 'left', new.user_id);
  end if;
  return null;
end
$$;

create trigger memberships_tell_room after insert on memberships for each row
  execute function tell_room_of_member();

create trigger memberships_tell_room_of_end after update on memberships for each row
  when (old.state <> 'ended' and new.state = 'ended')
  execute function tell_room_of_member();

create function tell_room_of_payment() returns trigger language plpgsql as $$
begin
  perform post_room_event(m.party_id, 'paid', m.user_id) from memberships m where m.membership_id = new.membership_id;
  return null;
end
$$;

create trigger cycles_tell_room after insert on cycles for each row
  when (new.state = 'paid') execute function tell_room_of_payment();

create trigger cycles_tell_room_of_change after update on cycles for each row
  when (old.state <> 'paid' and new.state = 'paid' and old.state <> 'ended') execute function tell_room_of_payment();

-- Whoever leaves takes along what they wrote.
create function forget_chat() returns trigger language plpgsql as $$
begin
  delete from socket_tickets where user_id = new.user_id;
  delete from socket_connections where user_id = new.user_id;
  delete from room_marks where user_id = new.user_id;
  delete from blocks where user_id = new.user_id;
  delete from chat_paces where user_id = new.user_id;
  update room_messages set body = null, masked = false, deleted_at = now()
   where user_id = new.user_id and kind = 'text' and deleted_at is null;
  return null;
end
$$;

create trigger users_chat_left after update of deleted_at on users for each row
  when (old.deleted_at is null and new.deleted_at is not null)
  execute function forget_chat();
