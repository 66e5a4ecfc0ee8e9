package io.takewithott.recommender;

import io.takewithott.core.database.Sql;
import io.takewithott.core.database.Statements;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/** The catalogue's ids over the Data API, packed into rows of text below its 64 KB. */
final class SqlCatalogue implements Catalogue {
  private static final int TITLES_A_ROW = 2000;
  private static final int TITLES_A_PAGE = 20 * TITLES_A_ROW;

  /** Four million titles, ten times what any catalogue of films has. */
  private static final int MOST_PAGES = 100;

  private static final String PAGE =
      """
      select string_agg(title_id::text, ',' order by title_id) as packed
      from (select title_id, (row_number() over (order by title_id) - 1) / :rowSize as part
            from (select title_id from titles where title_id > :after
                  order by title_id limit :pageSize) page) parts
      group by part
      order by part
      """;

  private final Statements database;

  SqlCatalogue(Statements database) {
    this.database = database;
  }

  @Override
  public long[] titleIds() {
    long[] all = new long[0];
    for (int page = 0; page < MOST_PAGES; page++) {
      long after = all.length == 0 ? Long.MIN_VALUE : all[all.length - 1];
      long[] next = page(after);
      all = LongStream.concat(Arrays.stream(all), Arrays.stream(next)).toArray();
      if (next.length < TITLES_A_PAGE) {
        return all;
      }
    }
    throw new IllegalStateException(
        "The catalogue has more than " + (long) MOST_PAGES * TITLES_A_PAGE + " titles");
  }

  private long[] page(long after) {
    List<Packed> rows =
        database.read(
            Sql.of(PAGE)
                .bind("after", after)
                .bind("rowSize", TITLES_A_ROW)
                .bind("pageSize", TITLES_A_PAGE),
            Packed.class);
    return rows.stream()
        .flatMap(row -> Arrays.stream(row.packed().split(",")))
        .mapToLong(Long::parseLong)
        .toArray();
  }

  record Packed(String packed) {}
}
