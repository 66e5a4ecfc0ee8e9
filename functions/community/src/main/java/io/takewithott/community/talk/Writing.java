package io.takewithott.community.talk;

import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.database.Database;
import io.takewithott.core.database.DatabaseException;
import io.takewithott.core.database.Sql;
import io.takewithott.core.http.Request;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What every route has to do that writes. */
public final class Writing {
  private static final int LONGEST_KEY = 100;

  private Writing() {}

  /** Part of a {@code with} clause behind {@code gate}: the caller, if they are let through. */
  public static final String ME =
      """
      , me as (
        select u.user_id from users u, gate g
         where g.allowed and u.user_id = :userId and u.deleted_at is null)
      """;

  /**
   * What the client calls this request, so that it may be sent again; nothing where it does not.
   *
   * @throws AppException INVALID_VALUE
   */
  public static @Nullable String requestKey(Request request) {
    String key = request.header("idempotency-key").orElse("");
    if (key.isEmpty()) {
      return null;
    }
    if (key.length() > LONGEST_KEY || !key.matches("[\\x21-\\x7e]+")) {
      throw new AppException(
          ErrorCode.INVALID_VALUE,
          "An Idempotency-Key has at most " + LONGEST_KEY + " visible ASCII characters",
          Map.of("field", "idempotency-key"));
    }
    return key;
  }

  /** Runs a statement that answers one row. */
  public static <T> T written(Database database, Sql sql, Class<T> row) {
    try {
      return database.writeOne(sql, row).orElseThrow();
    } catch (DatabaseException failure) {
      if (failure.kind() == DatabaseException.Kind.FOREIGN_KEY_VIOLATION) {
        // What it hangs on was deleted at this moment.
        throw new AppException(ErrorCode.NOT_FOUND, "It is gone", Map.of(), failure);
      }
      throw failure;
    }
  }

  public static void requireLive(boolean live) {
    if (!live) {
      throw new AppException(ErrorCode.UNAUTHENTICATED, "This account is gone: log in again");
    }
  }

  /** What a request is told that has the key of another one. */
  public static AppException otherRequest() {
    return new AppException(
        ErrorCode.CONFLICT,
        "Another request had this Idempotency-Key: take a new one, or try again in a moment");
  }
}
