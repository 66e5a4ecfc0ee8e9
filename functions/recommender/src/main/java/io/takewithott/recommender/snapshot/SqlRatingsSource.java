package io.takewithott.recommender.snapshot;

import io.takewithott.core.database.Sql;
import io.takewithott.core.database.Statements;
import java.util.List;

/**
 * Ratings over the Data API, whose result is at most 1 MiB and whose rows are at most 64 KB: the
 * database packs 1,500 ratings into a row of text, at most 36 bytes each, and answers 14 such rows
 * a call. One rating is {@code user title half-stars epoch-seconds}, a semicolon between two.
 */
public final class SqlRatingsSource implements RatingsSource {
  private static final int RATINGS_A_ROW = 1500;
  private static final int RATINGS_A_PAGE = 14 * RATINGS_A_ROW;

  /** 210 million ratings: past that a snapshot no longer fits one file. */
  private static final int MOST_PAGES = 10_000;

  private static final String HORIZON =
      """
      select pg_snapshot_xmin(pg_current_snapshot())::text::bigint as watermark,
             pg_snapshot_xmax(pg_current_snapshot())::text::bigint as next
      """;

  private static final String EVERYTHING =
      """
      select string_agg(concat_ws(' ', user_id, title_id, half_stars, seconds), ';'
                        order by user_id, title_id) as packed
      from (select user_id, title_id, half_stars, seconds,
                   (row_number() over (order by user_id, title_id) - 1) / :rowSize as part
            from (select user_id, title_id, half_stars,
                         extract(epoch from rated_at)::bigint as seconds
                  from ratings
                  where (user_id, title_id) > (:user, :title) and user_id <= :last and half_stars is not null
                  order by user_id, title_id
                  limit :pageSize) page) parts
      group by part
      order by part
      """;

  /**
   * Ordered by the transaction first, which the index on it serves; a row that is changed again
   * while the pages are read comes once more or belongs to the next delta, and both are harmless.
   */
  private static final String CHANGES =
      """
      select string_agg(concat_ws(' ', user_id, title_id, coalesce(half_stars, 0), seconds, changed_xid), ';'
                        order by changed_xid, user_id, title_id) as packed
      from (select user_id, title_id, half_stars, seconds, changed_xid,
                   (row_number() over (order by changed_xid, user_id, title_id) - 1) / :rowSize as part
            from (select user_id, title_id, half_stars, changed_xid,
                         extract(epoch from rated_at)::bigint as seconds
                  from ratings
                  where changed_xid >= :since
                    and (changed_xid, user_id, title_id) > (:since, :user, :title)
                  order by changed_xid, user_id, title_id
                  limit :pageSize) page) parts
      group by part
      order by part
      """;

  private final Statements database;

  public SqlRatingsSource(Statements database) {
    this.database = database;
  }

  @Override
  public Horizon horizon() {
    return database.readOne(Sql.of(HORIZON), Horizon.class).orElseThrow();
  }

  @Override
  public RatingLog everything() {
    return between(Long.MIN_VALUE, Long.MAX_VALUE);
  }

  @Override
  public RatingLog between(long firstUser, long lastUser) {
    RatingLog log = new RatingLog();
    long user = firstUser;
    long title = Long.MIN_VALUE;
    for (int page = 0; page < MOST_PAGES; page++) {
      int before = log.size();
      new PackedRatings(log)
          .addWithoutTransactions(page(Sql.of(EVERYTHING).bind("last", lastUser), user, title));
      if (log.size() - before < RATINGS_A_PAGE) {
        return log;
      }
      user = log.user(log.size() - 1);
      title = log.title(log.size() - 1);
    }
    throw tooMany();
  }

  @Override
  public RatingLog changedSince(long transaction) {
    RatingLog log = new RatingLog();
    long since = transaction;
    long user = Long.MIN_VALUE;
    long title = Long.MIN_VALUE;
    for (int page = 0; page < MOST_PAGES; page++) {
      int before = log.size();
      since =
          new PackedRatings(log)
              .addWithTransactions(page(Sql.of(CHANGES).bind("since", since), user, title), since);
      if (log.size() - before < RATINGS_A_PAGE) {
        return log;
      }
      user = log.user(log.size() - 1);
      title = log.title(log.size() - 1);
    }
    throw tooMany();
  }

  private List<Packed> page(Sql sql, long user, long title) {
    return database.read(
        sql.bind("user", user)
            .bind("title", title)
            .bind("rowSize", RATINGS_A_ROW)
            .bind("pageSize", RATINGS_A_PAGE),
        Packed.class);
  }

  private static IllegalStateException tooMany() {
    return new IllegalStateException(
        "More than " + (long) MOST_PAGES * RATINGS_A_PAGE + " ratings do not fit one snapshot");
  }

  /** A row of packed ratings. */
  record Packed(String packed) {}
}
