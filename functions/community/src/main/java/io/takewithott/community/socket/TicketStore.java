package io.takewithott.community.socket;

import io.takewithott.core.database.Database;
import io.takewithott.core.http.Caller;
import io.takewithott.core.limits.RateLimit;
import io.takewithott.core.limits.RateLimits;
import io.takewithott.core.session.LiveSession;
import java.util.List;

/** Tickets that wait to be used. */
public final class TicketStore {
  /** Long enough to open a connection with, too short to be passed around. */
  static final int SECONDS = 30;

  private static final String MAKE =
      """
      , made as (
        insert into socket_tickets (ticket_hash, user_id, session_id, expires_at)
        select :hash, u.user_id, :sessionId::uuid, to_timestamp(:now + :seconds)
          from users u, gate g
         where g.allowed and u.user_id = :userId and u.deleted_at is null and %s
        returning user_id)
      select g.allowed, g.wait_seconds, exists (select 1 from made) as live from gate g
      """
          .formatted(LiveSession.IS_LIVE);

  private final Database database;
  private final RateLimits limits;
  private final RateLimit limit;

  public TicketStore(Database database, RateLimits limits, RateLimit limit) {
    this.database = database;
    this.limits = limits;
    this.limit = limit;
  }

  /**
   * One database call.
   *
   * @throws io.takewithott.core.AppException TOO_MANY_REQUESTS; UNAUTHENTICATED when the log-in has
   *     ended
   */
  void store(Caller caller, Ticket ticket) {
    Made made =
        database
            .writeOne(
                limits
                    .gated(List.of(limit.of(caller.userId())), MAKE)
                    .bind("hash", ticket.hash())
                    .bind("userId", caller.userId())
                    .bind("sessionId", caller.sessionId())
                    .bind("seconds", (double) SECONDS),
                Made.class)
            .orElseThrow();
    RateLimits.require(made.allowed, made.waitSeconds);
    if (!made.live) {
      throw LiveSession.loggedOut();
    }
  }

  record Made(boolean allowed, long waitSeconds, boolean live) {}
}
