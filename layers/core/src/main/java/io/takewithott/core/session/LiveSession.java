package io.takewithott.core.session;

import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;

/** The condition under which a caller is still logged in. */
public final class LiveSession {
  /**
   * That the caller's session lives: a condition on {@code users u}. Needs {@code sessionId} and
   * {@code now}. An access token may outlive its session by minutes; what matters asks.
   */
  public static final String IS_LIVE =
      """
      exists (select 1 from sessions own
               where own.user_id = u.user_id and own.session_id::text = :sessionId
                 and own.ended_at is null and own.expires_at > to_timestamp(:now))
      """;

  private LiveSession() {}

  /** What a caller hears whose session does not live. */
  public static AppException loggedOut() {
    return new AppException(ErrorCode.UNAUTHENTICATED, "This log-in has ended: log in again");
  }
}
