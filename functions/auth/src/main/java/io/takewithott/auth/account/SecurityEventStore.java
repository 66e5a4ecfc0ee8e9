package io.takewithott.auth.account;

import io.takewithott.auth.session.SessionStore;
import io.takewithott.core.database.Database;
import io.takewithott.core.database.Sql;
import io.takewithott.core.http.Caller;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to accounts, a page at a time; every method is one call. */
public final class SecurityEventStore {
  static final int PAGE = 50;

  private static final String EVENTS =
      """
      left join lateral (
        select e.event_id, e.kind, (extract(epoch from e.occurred_at) * 1000)::bigint as occurred_millis,
               e.device, e.address
          from security_events e
         where e.user_id = :subject and e.event_id < :before
         order by e.event_id desc limit :page) e on true
       where u.user_id = :userId and %s and %s
       order by e.event_id desc
      """;

  private final Database database;

  public SecurityEventStore(Database database) {
    this.database = database;
  }

  /** The caller's own, latest first. */
  List<Event> own(Caller caller, long before, Instant now) {
    return page(caller, caller.userId(), before, now, "true");
  }

  /** Anybody's, for somebody who is an administrator still. */
  List<Event> of(long userId, Caller admin, long before, Instant now) {
    return page(admin, userId, before, now, "u.role = 'admin'");
  }

  private List<Event> page(
      Caller caller, long subject, long before, Instant now, String condition) {
    List<Event> rows =
        database.read(
            Sql.of(
                    "select e.event_id, e.kind, e.occurred_millis, e.device, e.address from users u "
                        + EVENTS.formatted(SessionStore.IS_LIVE, condition))
                .bind("subject", subject)
                .bind("before", before)
                .bind("page", PAGE)
                .bind("userId", caller.userId())
                .bind("sessionId", caller.sessionId())
                .bindSeconds("now", now),
            Event.class);
    if (rows.isEmpty()) {
      throw SessionStore.loggedOut();
    }
    return rows.stream().filter(event -> event.kind != null).toList();
  }

  record Event(
      long eventId,
      @Nullable String kind,
      long occurredMillis,
      @Nullable String device,
      @Nullable String address) {}
}
