package io.takewithott.auth.session;

import io.takewithott.auth.audit.SecurityEventKind;
import io.takewithott.auth.audit.SecurityEvents;
import io.takewithott.auth.client.Client;
import io.takewithott.core.database.Database;
import io.takewithott.core.database.Sql;
import io.takewithott.core.http.Caller;
import java.time.Instant;
import java.util.List;

/** A member's own sessions; every method is one call, and asks whether the caller's own lives. */
public final class DeviceStore {
  private static final String LIVE =
      """
      select s.session_id::text as session_id, s.device, s.address,
             (extract(epoch from s.opened_at) * 1000)::bigint as opened_millis,
             (extract(epoch from s.last_seen_at) * 1000)::bigint as last_seen_millis
        from users u join sessions s using (user_id)
       where u.user_id = :userId and s.ended_at is null and s.expires_at > to_timestamp(:now)
         and %s
       order by s.last_seen_at desc, s.session_id
      """
          .formatted(SessionStore.IS_LIVE);

  private static final String END =
      """
      with caller as (select u.user_id from users u where u.user_id = :userId and %s),
      ended as (
        update sessions s set ended_at = to_timestamp(:now), end_reason = :reason
          from caller
         where s.user_id = caller.user_id and s.ended_at is null and (:all or s.session_id::text = :target)
        returning s.user_id),
      noted as (%s)
      select exists (select 1 from caller) as live, (select count(*) from ended) as ended
      """
          .formatted(
              SessionStore.IS_LIVE,
              SecurityEvents.notedFor("(select distinct user_id from ended) owner"));

  private final Database database;

  public DeviceStore(Database database) {
    this.database = database;
  }

  /** Those that live, latest first. */
  List<Device> live(Caller caller, Instant now) {
    List<Device> devices =
        database.read(
            Sql.of(LIVE)
                .bind("userId", caller.userId())
                .bind("sessionId", caller.sessionId())
                .bindSeconds("now", now),
            Device.class);
    if (devices.isEmpty()) {
      throw SessionStore.loggedOut();
    }
    return devices;
  }

  /** Whether there was such a session. */
  boolean endOne(Caller caller, String sessionId, Client client, Instant now) {
    Sql sql = Sql.of(END).bind("all", false).bind("target", sessionId).bind("reason", "REVOKED");
    return end(sql, SecurityEventKind.SESSION_REVOKED, caller, client, now) > 0;
  }

  /** Ends every one, the caller's own included. */
  void endAll(Caller caller, Client client, Instant now) {
    Sql sql =
        Sql.of(END).bind("all", true).bind("target", "").bind("reason", "LOGGED_OUT_EVERYWHERE");
    end(sql, SecurityEventKind.LOGGED_OUT_EVERYWHERE, caller, client, now);
  }

  private int end(Sql sql, SecurityEventKind kind, Caller caller, Client client, Instant now) {
    Outcome outcome =
        database
            .writeOne(
                SecurityEvents.bind(sql, kind, client)
                    .bind("userId", caller.userId())
                    .bind("sessionId", caller.sessionId())
                    .bindSeconds("now", now),
                Outcome.class)
            .orElseThrow();
    if (!outcome.live) {
      throw SessionStore.loggedOut();
    }
    return outcome.ended;
  }

  record Outcome(boolean live, int ended) {}

  record Device(
      String sessionId, String device, String address, long openedMillis, long lastSeenMillis) {}
}
