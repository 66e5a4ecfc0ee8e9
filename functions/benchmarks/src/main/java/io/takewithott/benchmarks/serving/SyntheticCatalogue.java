package io.takewithott.benchmarks.serving;

import io.takewithott.core.database.Database;
import io.takewithott.core.database.Sql;

/**
 * Titles around the sample's: with genres, people, keywords and services in the proportions of a
 * real catalogue, and ratings of which few titles have most. Made in the database, piece by piece,
 * because the Data API allows no statement more than 45 seconds.
 */
final class SyntheticCatalogue {
  private static final int FIRST_ID = 1_000_000;
  private static final int PIECE = 2_000;
  private static final int PEOPLE = 20_000;

  private static final String TITLES =
      """
      insert into titles (title_id, kind, title, original_title, english_title, year, release_date, runtime_minutes,
                          age_rating, countries, synopsis, source, source_key)
      select n, case when n % 5 = 0 then 'series' else 'film' end,
             substr('가나다라마바사아자차카타파하', 1 + n % 14, 1) || ' 이야기 ' || n, '이야기 ' || n, 'Story ' || n,
             1950 + n % 77, make_date(1950 + n % 77, 1 + n % 12, 1 + n % 28), 60 + n % 120,
             (array['all', '12', '15', '19'])[1 + n % 4], (array['KR', 'US', 'JP', 'FR,US'])[1 + n % 4],
             repeat('어느 날 시작된 이야기. ', 12), 'synthetic', n::text
        from generate_series(:from, :to) n
      """;

  private static final String GENRES =
      """
      insert into title_genres (title_id, genre, position)
      select n, (array['drama', 'action', 'thriller', 'comedy', 'romance', 'sf', 'horror', 'crime', 'fantasy', 'family'])
                [1 + ((n * 7 + p * 3) % 10)], p
        from generate_series(:from, :to) n, generate_series(1, 3) p
      on conflict do nothing
      """;

  private static final String CREDITS =
      """
      insert into credits (title_id, person_id, role, position)
      select n, 5000000 + (n * 31 + p * 1009) % :people, case p when 1 then 'director' else 'cast' end, p
        from generate_series(:from, :to) n, generate_series(1, 9) p
      on conflict do nothing
      """;

  private static final String KEYWORDS =
      """
      insert into title_keywords (title_id, keyword)
      select n, 'keyword ' || (n * 13 + p * 101) % 3000 from generate_series(:from, :to) n, generate_series(1, 6) p
      on conflict do nothing
      """;

  private static final String SERVICES =
      """
      insert into title_services (title_id, service, as_of)
      select n, (array['netflix', 'tving', 'wavve', 'watcha', 'disneyplus', 'coupangplay', 'primevideo', 'appletv'])
                [1 + (n * 5 + p * 3) % 8], date '2026-11-01'
        from generate_series(:from, :to) n, generate_series(1, 2) p
      on conflict do nothing
      """;

  /** Of the title of place n, as many as the harmonic series gives it, by the sample's viewers. */
  private static final String RATINGS =
      """
      insert into ratings (user_id, title_id, half_stars, rated_at)
      select 1 + (u * 7 + n) % 2000, n, 1 + (u + n) % 10, timestamptz '2026-10-01' + n % 30 * interval '1 day'
        from generate_series(:from, :to) n
        cross join lateral generate_series(1, least(1500, :each * :titles / 11 / (n - :first + 1) + :each / 3)) u
      on conflict do nothing
      """;

  private final Database database;
  private final int titles;
  private final int ratingsATitle;

  SyntheticCatalogue(Database database, int titles, int ratingsATitle) {
    this.database = database;
    this.titles = titles;
    this.ratingsATitle = ratingsATitle;
  }

  void fill() {
    if (titles < PIECE) {
      return;
    }
    database.write(
        Sql.of(
                "insert into people (person_id, name, original_name) select 5000000 + n, '사람 ' || n, 'Person ' || n"
                    + " from generate_series(0, :people) n")
            .bind("people", PEOPLE));
    for (int from = 0; from < titles; from += PIECE) {
      piece(FIRST_ID + from, FIRST_ID + Math.min(titles, from + PIECE) - 1);
    }
    database.write(Sql.of("analyze"));
  }

  private void piece(int from, int to) {
    for (String statement : new String[] {TITLES, GENRES, KEYWORDS, SERVICES}) {
      database.write(Sql.of(statement).bind("from", from).bind("to", to));
    }
    database.write(Sql.of(CREDITS).bind("from", from).bind("to", to).bind("people", PEOPLE));
    database.write(
        Sql.of(RATINGS)
            .bind("from", from)
            .bind("to", to)
            .bind("first", FIRST_ID)
            .bind("titles", titles)
            .bind("each", ratingsATitle));
  }
}
