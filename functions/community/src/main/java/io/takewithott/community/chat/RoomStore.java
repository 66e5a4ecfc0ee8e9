package io.takewithott.community.chat;

import io.takewithott.core.database.Database;
import io.takewithott.core.database.Sql;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rooms and who is in them. Every method is one database call that asks who may. */
final class RoomStore {
  /** Others are told that somebody types no more often. */
  private static final int TYPING_SECONDS = 3;

  /** More unread messages than this are not counted. */
  private static final int MOST_UNREAD = 100;

  /** Of the parties somebody is in, the newest. */
  private static final int MOST_ROOMS = 100;

  private static final String MINE =
      """
      , mine as (
        select r.party_id, p.title, p.service, r.last_seq, r.last_at, m.user_id, coalesce(k.read_seq, 0) as read_seq
          from room_members m
          join rooms r on r.party_id = m.party_id
          join parties p on p.party_id = m.party_id
          left join room_marks k on k.party_id = r.party_id and k.user_id = m.user_id
         where m.user_id = (select user_id from speaker)
         order by r.last_at desc, r.party_id limit :most)
      select (select user_id from speaker) as user_id,
             (select count(*) from notifications n
               where n.user_id = (select user_id from speaker) and n.read_at is null) as unread_notifications,
             coalesce((select json_agg(json_build_object(
               'party_id', m.party_id, 'title', m.title, 'service', m.service, 'last_seq', m.last_seq,
               'read_seq', m.read_seq, 'last_at_millis', (extract(epoch from m.last_at) * 1000)::bigint,
               'unread', (select count(*) from (
                  select 1 from room_messages t
                   where t.party_id = m.party_id and t.seq > m.read_seq and t.kind = 'text' and t.deleted_at is null
                     and t.user_id <> m.user_id
                     and not exists (select 1 from blocks b where b.user_id = m.user_id and b.blocked_id = t.user_id)
                   limit :unread) counted),
               'last_message', (select json_build_object(
                  'seq', t.seq, 'kind', t.kind, 'user_id', t.user_id, 'nickname', u.nickname,
                  'text', case when b.blocked_id is null then left(t.body, 100) end,
                  'masked', t.masked and b.blocked_id is null, 'deleted', t.deleted_at is not null,
                  'hidden', b.blocked_id is not null and t.kind = 'text',
                  'made_at_millis', (extract(epoch from t.made_at) * 1000)::bigint)
                   from room_messages t
                   left join users u on u.user_id = t.user_id
                   left join blocks b on b.user_id = m.user_id and b.blocked_id = t.user_id
                  where t.party_id = m.party_id and t.seq = m.last_seq)) order by m.last_at desc, m.party_id)
               from mine m), '[]')::text as rooms_json
      """;

  private static final String READ =
      """
      , marked as (
        insert into room_marks as k (party_id, user_id, read_seq)
        select r.party_id, m.user_id, least(:seq, r.last_seq)
          from room_members m join rooms r on r.party_id = m.party_id
         where m.party_id = :partyId and m.user_id = (select user_id from speaker)
        on conflict (party_id, user_id) do update set read_seq = greatest(k.read_seq, excluded.read_seq)
        returning read_seq)
      select (select user_id from speaker) as user_id, (select read_seq from marked) as read_seq,
             coalesce((select json_agg(json_build_object(
               'connection_id', c.connection_id, 'user_id', c.user_id, 'hidden', false))
               from socket_connections c
              where c.user_id = (select user_id from speaker) and c.expires_at > to_timestamp(:now)
                and exists (select 1 from marked)), '[]')::text as connections_json
      """;

  private static final String TYPING =
      """
      , typed as (
        update socket_connections c set typed_at = to_timestamp(:now)
         where c.connection_id = :connectionId and c.expires_at > to_timestamp(:now)
           and (c.typed_at is null or c.typed_at <= to_timestamp(:now - :seconds))
        returning c.user_id)
      select s.user_id, null::bigint as read_seq,
             case when exists (select 1 from typed join room_members m on m.user_id = typed.user_id
                                where m.party_id = :partyId)
                  then room_connections(:partyId, s.user_id, to_timestamp(:now)) else '[]' end as connections_json
        from speaker s
      """;

  private static final String PRESENT =
      """
      select (select user_id from speaker) as user_id,
             coalesce((select json_agg(json_build_object(
               'user_id', u.user_id, 'nickname', u.nickname, 'host', u.user_id = p.host_id,
               'connected', exists (select 1 from socket_connections c
                                     where c.user_id = u.user_id and c.expires_at > to_timestamp(:now))
             ) order by u.user_id = p.host_id desc, u.user_id)
                from room_members m
                join users u on u.user_id = m.user_id
                join parties p on p.party_id = m.party_id
               where m.party_id = :partyId
                 and exists (select 1 from room_members own
                              where own.party_id = :partyId and own.user_id = (select user_id from speaker))
             )::text, 'null') as members_json
      """;

  private final Database database;
  private final InstantSource clock;

  RoomStore(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** My rooms, those first where something was said last. */
  Mine mine(Speaker speaker) {
    return database
        .readOne(
            now(speaker.asking(MINE)).bind("most", MOST_ROOMS).bind("unread", MOST_UNREAD),
            Mine.class)
        .orElseThrow();
  }

  /** Moves the mark of what was read forwards, never back. */
  Marked read(Speaker speaker, long partyId, long seq) {
    return database
        .writeOne(now(speaker.asking(READ)).bind("partyId", partyId).bind("seq", seq), Marked.class)
        .orElseThrow();
  }

  /** Who is to be told that somebody types; nobody if they were told a moment ago. */
  Marked typing(Speaker.Connected speaker, long partyId) {
    return database
        .writeOne(
            now(speaker.asking(TYPING))
                .bind("partyId", partyId)
                .bind("seconds", (double) TYPING_SECONDS),
            Marked.class)
        .orElseThrow();
  }

  /** Who is in a room, and who of them is connected. */
  Present present(Speaker speaker, long partyId) {
    return database
        .readOne(now(speaker.asking(PRESENT)).bind("partyId", partyId), Present.class)
        .orElseThrow();
  }

  private Sql now(Sql sql) {
    return sql.bindSeconds("now", clock.instant());
  }

  /**
   * @param userId absent where nobody asks
   */
  record Mine(@Nullable Long userId, long unreadNotifications, List<Room> rooms) {}

  record Room(
      long partyId,
      String title,
      String service,
      long lastSeq,
      long readSeq,
      long lastAtMillis,
      long unread,
      @Nullable Message lastMessage) {}

  record Marked(@Nullable Long userId, @Nullable Long readSeq, List<Recipient> connections) {}

  /**
   * @param members absent for who is none of them
   */
  record Present(@Nullable Long userId, @Nullable List<Member> members) {}

  record Member(long userId, String nickname, boolean host, boolean connected) {}
}
