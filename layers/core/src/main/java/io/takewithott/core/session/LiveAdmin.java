package io.takewithott.core.session;

import io.takewithott.core.database.Sql;
import io.takewithott.core.http.Caller;
import java.time.Instant;

/** What only an administrator may, whatever their token says: one still, and logged in. */
public final class LiveAdmin {
  private static final String GATE =
      "with admin as (select u.user_id from users u where u.user_id = :adminId and u.role = 'admin' and "
          + LiveSession.IS_LIVE
          + ")\n";

  private LiveAdmin() {}

  /**
   * A statement that may read {@code admin}: a row with {@code user_id} if the caller is one, and
   * else none. The moment is bound as {@code now}.
   *
   * @param rest goes on after the first part of a {@code with} clause
   */
  public static Sql asking(String rest, Caller caller, Instant now) {
    return Sql.of(GATE + rest)
        .bind("adminId", caller.userId())
        .bind("sessionId", caller.sessionId())
        .bindSeconds("now", now);
  }

  /**
   * @throws io.takewithott.core.AppException UNAUTHENTICATED where the gate let nobody through
   */
  public static void require(boolean live) {
    if (!live) {
      throw LiveSession.loggedOut();
    }
  }
}
