package io.takewithott.recommender;

import io.takewithott.core.database.Sql;
import io.takewithott.core.database.Statements;
import io.takewithott.recommender.score.History;
import io.takewithott.recommender.score.History.Entry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One user's history in one read, so that it belongs to its version: picks as ids, ratings packed
 * into rows of text below the Data API's 64 KB, {@code title half-stars epoch-seconds} each, and a
 * row with the ids of the dismissed titles, and one with what was said without stars. The age band
 * is asked for by its name, so that a schema without that column answers none.
 */
final class SqlTasteStore implements TasteStore {
  private static final int RATINGS_A_ROW = 1500;

  /** More than one person can have seen; the result stays below 1 MiB. */
  private static final int MOST_RATINGS = 15 * RATINGS_A_ROW;

  /** The latest; at most 42 KB. */
  static final int MOST_DISMISSED = 2000;

  private static final String TASTE =
      """
      select u.taste_version, u.age_band,
             (select string_agg(p.title_id::text, ',' order by p.position)
              from picks p where p.user_id = u.user_id) as picks,
             r.packed, r.dismissed, r.unrated
      from users u
      left join lateral (
        select string_agg(concat_ws(' ', title_id, half_stars, seconds), ';') as packed,
               null as dismissed, null as unrated
        from (select title_id, half_stars, extract(epoch from rated_at)::bigint as seconds,
                     (row_number() over (order by rated_at desc, title_id) - 1) / :rowSize as part
              from ratings
              where user_id = u.user_id and half_stars is not null
              order by rated_at desc, title_id
              limit :most) numbered
        group by part
        union all
        select null, string_agg(title_id::text, ','), null
        from (select title_id from dismissed_titles where user_id = u.user_id
              order by dismissed_at desc, title_id limit :mostDismissed) latest
        union all
        select null, null, o.unrated from (%s) o) r on true
      where u.user_id = :user
      """
          .formatted(UnratedOpinions.SQL);

  private final Statements database;

  SqlTasteStore(Statements database) {
    this.database = database;
  }

  @Override
  public Optional<Taste> find(long userId) {
    List<Row> rows =
        database.read(
            Sql.of(TASTE)
                .bind("user", userId)
                .bind("rowSize", RATINGS_A_ROW)
                .bind("most", MOST_RATINGS)
                .bind("mostDismissed", MOST_DISMISSED)
                .bind("mostUnrated", UnratedOpinions.MOST),
            Row.class);
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    List<Entry> ratings = new ArrayList<>();
    Set<Long> dismissed = new HashSet<>();
    List<Entry> unrated = new ArrayList<>();
    for (Row row : rows) {
      addRatings(row.packed(), ratings);
      dismissed.addAll(Ids.parse(row.dismissed()));
      unrated.addAll(UnratedOpinions.parse(row.unrated()));
    }
    Row first = rows.get(0);
    History history = History.of(ratings, Ids.parse(first.picks()), unrated);
    return Optional.of(
        new Taste(first.tasteVersion(), history, AgeBand.highest(first.ageBand()), dismissed));
  }

  private static void addRatings(@Nullable String packed, List<Entry> ratings) {
    if (packed == null) {
      return;
    }
    for (String rating : packed.split(";")) {
      String[] cells = rating.split(" ");
      ratings.add(
          Entry.rated(
              Long.parseLong(cells[0]), Integer.parseInt(cells[1]), Integer.parseInt(cells[2])));
    }
  }

  record Row(
      long tasteVersion,
      @Nullable String ageBand,
      @Nullable String picks,
      @Nullable String packed,
      @Nullable String dismissed,
      @Nullable String unrated) {}
}
