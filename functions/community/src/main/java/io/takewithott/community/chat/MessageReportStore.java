package io.takewithott.community.chat;

import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.database.Database;
import io.takewithott.core.database.Sql;
import io.takewithott.core.http.Caller;
import io.takewithott.core.session.LiveAdmin;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Messages that members reported, for administrators. They see what was reported and nothing else
 * of a room. Every method is one call, and asks whether the log-in lives.
 */
final class MessageReportStore {
  /** The oldest first: more than anybody looks through at once. */
  private static final int MOST = 100;

  private static final String WAITING =
      """
      , waiting as (
        select party_id, seq, count(*) as reports, min(reported_at) as since, min(body) as body,
               json_agg(distinct reason) as reasons
          from message_reports, admin where handled_at is null
         group by party_id, seq order by since, party_id, seq limit :most)
      select exists (select 1 from admin) as live,
             coalesce((select json_agg(json_build_object(
               'party_id', w.party_id, 'seq', w.seq, 'user_id', m.user_id, 'nickname', u.nickname,
               'text', coalesce(m.body, w.body), 'deleted', m.deleted_at is not null, 'reports', w.reports,
               'reasons', w.reasons, 'since_millis', (extract(epoch from w.since) * 1000)::bigint)
               order by w.since, w.party_id, w.seq)
               from waiting w
               join room_messages m on m.party_id = w.party_id and m.seq = w.seq
               left join users u on u.user_id = m.user_id), '[]')::text as reported_json
      """;

  private static final String HANDLE =
      """
      , handled as (
        update message_reports r set handled_at = to_timestamp(:now), handled_by = admin.user_id
          from admin
         where r.party_id = :partyId and r.seq = :seq and r.handled_at is null
        returning r.party_id, r.seq),
      gone as (
        update room_messages m
           set body = null, masked = false, deleted_at = coalesce(m.deleted_at, to_timestamp(:now))
         where :removed and (m.party_id, m.seq) in (select party_id, seq from handled)
        returning m.party_id)
      select exists (select 1 from admin) as live,
             exists (select 1 from message_reports r where r.party_id = :partyId and r.seq = :seq) as found,
             case when exists (select 1 from gone)
                  then room_connections(:partyId, 0, to_timestamp(:now)) else '[]' end as connections_json
      """;

  private final Database database;
  private final InstantSource clock;

  MessageReportStore(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** What waits for somebody to look at it. */
  List<Reported> waiting(Caller admin) {
    Waiting waiting =
        database.readOne(asking(WAITING, admin).bind("most", MOST), Waiting.class).orElseThrow();
    LiveAdmin.require(waiting.live);
    return waiting.reported;
  }

  /**
   * Answers whom to tell, should the message be taken away; deciding again changes nothing.
   *
   * @throws AppException UNAUTHENTICATED; NOT_FOUND for what nobody has reported
   */
  List<Recipient> handle(Caller admin, long partyId, long seq, boolean removed) {
    Handled handled =
        database
            .writeOne(
                asking(HANDLE, admin)
                    .bind("partyId", partyId)
                    .bind("seq", seq)
                    .bind("removed", removed),
                Handled.class)
            .orElseThrow();
    LiveAdmin.require(handled.live);
    if (!handled.found) {
      throw new AppException(
          ErrorCode.NOT_FOUND, "Nobody has reported message " + seq + " of party " + partyId);
    }
    return handled.connections;
  }

  private Sql asking(String rest, Caller admin) {
    return LiveAdmin.asking(rest, admin, clock.instant());
  }

  record Waiting(boolean live, List<Reported> reported) {}

  /**
   * A reported message.
   *
   * @param text what was reported, also of a message that its author has deleted
   * @param sinceMillis when it was first reported
   */
  record Reported(
      long partyId,
      long seq,
      @Nullable Long userId,
      @Nullable String nickname,
      @Nullable String text,
      boolean deleted,
      int reports,
      List<String> reasons,
      long sinceMillis) {}

  record Handled(boolean live, boolean found, List<Recipient> connections) {}
}
