package io.takewithott.community.chat;

import io.takewithott.community.chat.masking.Masked;
import io.takewithott.community.chat.masking.Masking;
import io.takewithott.core.database.Database;
import io.takewithott.core.database.Sql;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is said in rooms. Every method is one database call that asks who may. */
final class MessageStore {
  /** So many at once, and then one at this pace: more than anybody reads. */
  private static final int BURST = 60;

  private static final double PACE_SECONDS = 1.0 / 3;

  private static final String SEND =
      """
       select w.user_id, s.outcome, s.seq, (extract(epoch from s.made_at) * 1000)::bigint as made_at_millis,
              s.body, s.masked, s.deleted, s.wait_seconds, s.nickname, s.connections_json
         from speaker w
        cross join lateral send_message(w.user_id, :partyId, :clientId, :text, :masked, to_timestamp(:now),
                                        :burst::integer, :pace) s
      """;

  /**
   * The room, if the speaker is one of its members now; what was said before they came is not for
   * them.
   */
  private static final String ROOM =
      """
      , room as (
        select r.party_id, r.last_seq, m.user_id,
               coalesce((select max(j.seq) from room_messages j
                          where j.party_id = r.party_id and j.user_id = m.user_id and j.kind = 'joined'), 0) as first_seq
          from room_members m join rooms r on r.party_id = m.party_id
         where m.party_id = :partyId and m.user_id = (select user_id from speaker))
      """;

  private static final String PAGE =
      ROOM
          + """
          , page as (
            select m.seq, m.kind, m.user_id, u.nickname, m.masked, m.made_at, m.deleted_at is not null as deleted,
                   b.blocked_id is not null and m.kind = 'text' as hidden, m.body
              from room r
              join room_messages m on m.party_id = r.party_id
              left join users u on u.user_id = m.user_id
              left join blocks b on b.user_id = r.user_id and b.blocked_id = m.user_id
             where m.seq > :after and m.seq < :before and m.seq >= r.first_seq
             order by m.seq DIRECTION limit :size + 1)
          select (select user_id from speaker) as user_id, (select last_seq from room) as last_seq,
                 (select greatest(first_seq, 1) from room) as first_seq,
                 (select k.read_seq from room_marks k join room r on r.party_id = k.party_id and r.user_id = k.user_id)
                   as read_seq,
                 coalesce((select json_agg(json_build_object(
                   'seq', seq, 'kind', kind, 'user_id', user_id, 'nickname', nickname,
                   'text', case when not hidden then body end, 'masked', masked and not hidden, 'deleted', deleted,
                   'hidden', hidden, 'made_at_millis', (extract(epoch from made_at) * 1000)::bigint) order by seq)
                   from page), '[]')::text as messages_json
          """;

  private static final String DELETE =
      ROOM
          + """
          , gone as (
            update room_messages m
               set body = null, masked = false, deleted_at = coalesce(m.deleted_at, to_timestamp(:now))
              from room r
             where m.party_id = r.party_id and m.seq = :seq and m.user_id = r.user_id and m.kind = 'text'
            returning m.seq)
          select (select user_id from speaker) as user_id, exists (select 1 from room) as member,
                 exists (select 1 from gone) as found,
                 case when exists (select 1 from gone)
                      then room_connections(:partyId, (select user_id from speaker), to_timestamp(:now))
                      else '[]' end as connections_json
          """;

  private static final String REPORT =
      ROOM
          + """
          , reported as (
            select m.party_id, m.seq, r.user_id, m.body
              from room r join room_messages m on m.party_id = r.party_id
             where m.seq = :seq and m.seq >= r.first_seq and m.kind = 'text' and m.user_id <> r.user_id),
          stored as (
            insert into message_reports (party_id, seq, reporter_id, reason, body, reported_at)
            select party_id, seq, user_id, :reason, body, to_timestamp(:now) from reported
            on conflict do nothing)
          select (select user_id from speaker) as user_id, exists (select 1 from room) as member,
                 exists (select 1 from reported) as found, '[]' as connections_json
          """;

  private final Database database;
  private final InstantSource clock;

  MessageStore(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Stores it without what may not be told, or finds what was stored when it was sent before. */
  Sent send(Speaker speaker, long partyId, SendRequest request) {
    Masked text = Masking.mask(request.text());
    return database
        .writeOne(
            now(speaker.asking(SEND))
                .bind("partyId", partyId)
                .bind("clientId", request.clientId())
                .bind("text", text.text())
                .bind("masked", text.masked())
                .bind("burst", BURST)
                .bind("pace", PACE_SECONDS),
            Sent.class)
        .orElseThrow();
  }

  /** The first entries after a number. */
  Page after(Speaker speaker, long partyId, long after, int size) {
    return page(speaker, partyId, after, Long.MAX_VALUE, size, "asc");
  }

  /** The last entries before a number, in order. */
  Page before(Speaker speaker, long partyId, long before, int size) {
    return page(speaker, partyId, 0, before, size, "desc");
  }

  private Page page(
      Speaker speaker, long partyId, long after, long before, int size, String direction) {
    Page found =
        database
            .readOne(
                now(speaker.asking(PAGE.replace("DIRECTION", direction)))
                    .bind("partyId", partyId)
                    .bind("after", after)
                    .bind("before", before)
                    .bind("size", size),
                Page.class)
            .orElseThrow();
    boolean more = found.messages.size() > size;
    List<Message> messages = found.messages;
    if (more) {
      messages =
          direction.equals("asc")
              ? messages.subList(0, size)
              : messages.subList(1, messages.size());
    }
    return new Page(found.userId, found.firstSeq, found.lastSeq, found.readSeq, messages, more);
  }

  Changed delete(Speaker speaker, long partyId, long seq) {
    return changed(speaker.asking(DELETE), partyId, seq);
  }

  Changed report(Speaker speaker, long partyId, long seq, String reason) {
    return changed(speaker.asking(REPORT).bind("reason", reason), partyId, seq);
  }

  private Changed changed(Sql sql, long partyId, long seq) {
    return database
        .writeOne(now(sql).bind("partyId", partyId).bind("seq", seq), Changed.class)
        .orElseThrow();
  }

  private Sql now(Sql sql) {
    return sql.bindSeconds("now", clock.instant());
  }

  /**
   * @param userId absent where nobody speaks
   * @param outcome {@code stored}, {@code no_member} or {@code too_often}
   */
  record Sent(
      @Nullable Long userId,
      String outcome,
      long seq,
      long madeAtMillis,
      @Nullable String body,
      boolean masked,
      boolean deleted,
      long waitSeconds,
      String nickname,
      List<Recipient> connections) {
    Message message() {
      return new Message(seq, "text", userId, nickname, body, masked, deleted, false, madeAtMillis);
    }
  }

  /**
   * @param firstSeq of the first entry that is for the member; absent for who is none
   * @param lastSeq absent for who is no member
   * @param more whether there are entries beyond these
   */
  record Page(
      @Nullable Long userId,
      @Nullable Long firstSeq,
      @Nullable Long lastSeq,
      @Nullable Long readSeq,
      List<Message> messages,
      boolean more) {}

  record Changed(
      @Nullable Long userId, boolean member, boolean found, List<Recipient> connections) {}
}
