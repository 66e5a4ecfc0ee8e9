package io.takewithott.recommender;

import io.takewithott.core.database.Sql;
import io.takewithott.core.database.Statements;
import io.takewithott.recommender.content.AgeRating;
import io.takewithott.recommender.content.Feature;
import io.takewithott.recommender.content.FeatureKind;
import io.takewithott.recommender.content.TitleFacts;
import io.takewithott.recommender.content.TitleFeatures;
import io.takewithott.recommender.content.TitleForm;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue over the Data API, a title a row. A page ends after {@link #TITLES_A_PAGE} titles
 * or {@link #BYTES_A_PAGE} bytes of text, whichever comes first; what is taken of one title has
 * limits, so that it is always at most some 8 KB.
 */
final class SqlCatalogue implements Catalogue {
  private static final int TITLES_A_PAGE = 1500;

  /** Below the Data API's 1 MiB with the quotes that JSON adds. */
  private static final int BYTES_A_PAGE = 600_000;

  /** At least nine million titles: a page of full rows still holds some ninety. */
  private static final int MOST_PAGES = 100_000;

  /** More genres and countries than this are not taken of a title. */
  private static final int MOST_GENRES = 20;

  private static final int MOST_COUNTRIES = 20;
  private static final int MOST_KEYWORDS = 30;
  private static final int LONGEST_KEYWORD = 40;

  /** Who is billed below this says little of a title. */
  private static final int MOST_CAST = 10;

  private static final String PAGE =
      """
      select title_id, kind, year, released_day, age_rating, runtime_minutes, countries,
             genres_json, keywords_json, directors, actors
      from (select page.*,
                   sum(octet_length(row_to_json(page)::text)) over (order by title_id) as bytes
            from (select t.title_id, t.kind, t.year, t.release_date - date '1970-01-01' as released_day,
                         t.age_rating, t.runtime_minutes, left(t.countries, 200) as countries,
                         (select coalesce(json_agg(genre order by position, genre), '[]')::text
                          from (select genre, position from title_genres
                                where title_id = t.title_id and char_length(genre) <= :longest
                                order by position, genre limit :genres) g) as genres_json,
                         (select coalesce(json_agg(keyword order by keyword), '[]')::text
                          from (select keyword from title_keywords
                                where title_id = t.title_id and char_length(keyword) <= :longest
                                order by keyword limit :keywords) k) as keywords_json,
                         (select string_agg(person_id::text, ',' order by position) from credits
                          where title_id = t.title_id and role = 'director'
                            and position <= :cast) as directors,
                         (select string_agg(person_id::text, ',' order by position) from credits
                          where title_id = t.title_id and role = 'cast'
                            and position <= :cast) as actors
                  from titles t where t.title_id > :after
                  order by t.title_id limit :pageSize) page) measured
      where bytes <= :mostBytes
      order by title_id
      """;

  private final Statements database;

  SqlCatalogue(Statements database) {
    this.database = database;
  }

  @Override
  public Listing read() {
    List<Row> rows = rows();
    Map<Long, Person> people = rows.isEmpty() ? Map.of() : new SqlPeople(database).all();
    List<TitleFacts> facts = rows.stream().map(row -> facts(row, people)).toList();
    long[] ids = rows.stream().mapToLong(Row::titleId).toArray();
    return new Listing(ids, TitleFeatures.of(facts));
  }

  private List<Row> rows() {
    List<Row> all = new ArrayList<>();
    long after = Long.MIN_VALUE;
    for (int page = 0; page < MOST_PAGES; page++) {
      List<Row> next = page(after);
      if (next.isEmpty()) {
        return all;
      }
      all.addAll(next);
      after = next.get(next.size() - 1).titleId();
    }
    throw new IllegalStateException("The catalogue has more than " + MOST_PAGES + " pages");
  }

  private List<Row> page(long after) {
    return database.read(
        Sql.of(PAGE)
            .bind("after", after)
            .bind("pageSize", TITLES_A_PAGE)
            .bind("mostBytes", BYTES_A_PAGE)
            .bind("genres", MOST_GENRES)
            .bind("keywords", MOST_KEYWORDS)
            .bind("longest", LONGEST_KEYWORD)
            .bind("cast", MOST_CAST),
        Row.class);
  }

  private static TitleFacts facts(Row row, Map<Long, Person> people) {
    List<Feature> features = new ArrayList<>();
    named(FeatureKind.GENRE, row.genres()).forEach(features::add);
    named(FeatureKind.KEYWORD, row.keywords()).forEach(features::add);
    String countries = row.countries() == null ? "" : row.countries();
    Arrays.stream(countries.split(","))
        .map(String::strip)
        .filter(code -> !code.isEmpty())
        .limit(MOST_COUNTRIES)
        .map(code -> Feature.of(FeatureKind.COUNTRY, code))
        .forEach(features::add);
    features.addAll(credited(FeatureKind.DIRECTOR, row.directors(), people));
    features.addAll(credited(FeatureKind.CAST, row.actors(), people));
    Integer day = row.releasedDay();
    return new TitleFacts(
        row.year(),
        day == null ? null : LocalDate.ofEpochDay(day),
        row.runtimeMinutes(),
        row.kind().equals("series") ? TitleForm.SERIES : TitleForm.FILM,
        Optional.ofNullable(row.ageRating()).flatMap(AgeRating::ofCode).orElse(null),
        features);
  }

  private static List<Feature> named(FeatureKind kind, List<String> keys) {
    return keys.stream().map(key -> Feature.of(kind, key)).toList();
  }

  /** Who came to the database after the names were read is left out until the next training. */
  private static List<Feature> credited(
      FeatureKind kind, @Nullable String ids, Map<Long, Person> people) {
    return Ids.parse(ids).stream()
        .flatMap(id -> Optional.ofNullable(people.get(id)).stream().map(one -> one.as(kind, id)))
        .toList();
  }

  record Row(
      long titleId,
      String kind,
      @Nullable Integer year,
      @Nullable Integer releasedDay,
      @Nullable String ageRating,
      @Nullable Integer runtimeMinutes,
      @Nullable String countries,
      List<String> genres,
      List<String> keywords,
      @Nullable String directors,
      @Nullable String actors) {}

  /** A person's names. */
  record Person(String name, String originalName) {
    Feature as(FeatureKind kind, long id) {
      return new Feature(kind, String.valueOf(id), name, originalName);
    }
  }
}
