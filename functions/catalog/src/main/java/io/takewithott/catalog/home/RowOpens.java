package io.takewithott.catalog.home;

import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.database.Database;
import io.takewithott.core.database.DatabaseException;
import io.takewithott.core.database.Sql;
import java.time.Duration;
import java.time.Instant;

/** From which rows somebody opens titles, in the database. One call. */
public final class RowOpens {
  /** An opening counts half as much after this. */
  static final Duration HALF_LIFE = Duration.ofDays(30);

  /** Of one user, beyond which the longest unused are forgotten. */
  private static final int MOST_ROWS = 100;

  private static final String COUNT =
      """
      with forgotten as (
        delete from row_opens r
         using (select kind, subject from row_opens where user_id = :userId
                 order by opened_at desc, kind, subject offset :most) o
         where r.user_id = :userId and r.kind = o.kind and r.subject = o.subject)
      insert into row_opens as r (user_id, kind, subject, weight, opened_at)
      values (:userId, :kind, :subject, 1, to_timestamp(:now))
      on conflict (user_id, kind, subject) do update
        set weight = 1 + r.weight
              * power(0.5, greatest(0, :now - extract(epoch from r.opened_at)::float8) / :halfLife),
            opened_at = greatest(r.opened_at, excluded.opened_at)
      """;

  private final Database database;

  public RowOpens(Database database) {
    this.database = database;
  }

  void count(long userId, String kind, String subject, Instant now) {
    try {
      database.write(
          Sql.of(COUNT)
              .bind("userId", userId)
              .bind("kind", kind)
              .bind("subject", subject)
              .bind("most", MOST_ROWS - 1)
              .bind("halfLife", (double) HALF_LIFE.toSeconds())
              .bindSeconds("now", now));
    } catch (DatabaseException failure) {
      if (failure.kind() == DatabaseException.Kind.FOREIGN_KEY_VIOLATION) {
        throw new AppException(
            ErrorCode.UNAUTHENTICATED, "This account is gone: log in again");
      }
      throw failure;
    }
  }
}
