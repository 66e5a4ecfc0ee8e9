package io.takewithott.catalog.limits;

import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.database.Database;
import io.takewithott.core.database.Sql;
import io.takewithott.core.http.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

/** Counts uses in the database; a day begins at midnight in Seoul. */
public final class DailyUses {
  /**
   * Counts one use and answers how many there are now, or no row where there may be no more; of a
   * user's earlier days none is kept.
   */
  public static final String COUNTED =
      """
      forgotten as (delete from daily_uses d where d.user_id = :userId and d.day < :day),
      counted as (
        insert into daily_uses as d (user_id, kind, day, uses) values (:userId, :kind, :day, 1)
        on conflict (user_id, kind, day) do update set uses = d.uses + 1 where d.uses < :most
        returning d.uses)
      """;

  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

  private final Database database;

  public DailyUses(Database database) {
    this.database = database;
  }

  /**
   * Counts one use; one call.
   *
   * @throws AppException TOO_MANY_REQUESTS when there have been as many as may be
   */
  public void count(DailyLimit limit, long userId, Instant now) {
    Sql sql = Sql.of("with " + COUNTED + " select uses from counted");
    if (database.write(bind(sql, limit, userId, now), Uses.class).isEmpty()) {
      throw spent(limit, now);
    }
  }

  /** Binds what {@link #COUNTED} asks for. */
  public static Sql bind(Sql sql, DailyLimit limit, long userId, Instant now) {
    return sql.bind("userId", userId)
        .bind("kind", limit.name())
        .bind("day", LocalDate.ofInstant(now, SEOUL))
        .bind("most", limit.most());
  }

  /** What is answered when there have been as many as may be. */
  public static AppException spent(DailyLimit limit, Instant now) {
    Instant tomorrow = LocalDate.ofInstant(now, SEOUL).plusDays(1).atStartOfDay(SEOUL).toInstant();
    return new AppException(
        ErrorCode.TOO_MANY_REQUESTS,
        "This is possible " + limit.most() + " times a day; try again tomorrow",
        Map.of(Response.RETRY_AFTER_SECONDS, Duration.between(now, tomorrow).toSeconds()));
  }

  record Uses(int uses) {}
}
