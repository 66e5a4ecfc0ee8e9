package io.takewithott.catalog.people;

import io.takewithott.catalog.title.CardColumns;
import io.takewithott.core.database.Database;
import io.takewithott.core.database.Sql;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** People in the database. One call. */
public final class PersonStore {
  /** Of one person; nobody is in more. */
  private static final int MOST_FILMS = 400;

  private static final String FILMOGRAPHY =
      """
      select p.person_id, p.name, p.original_name,
             coalesce(c.roles, '[]')::text as roles_json,
             coalesce(c.film, 'null')::text as film_json
        from people p
        left join lateral (
          select json_agg(distinct x.role) as roles, t.year, t.release_date, t.title_id,
                 json_build_object('title_id', t.title_id, 'kind', t.kind, 'title', t.title,
                   'original_title', t.original_title, 'english_title', t.english_title, 'year', t.year,
                   'age_rating', t.age_rating, 'ratings', s.ratings,
                   'stars', case when s.ratings > 0 then round(s.half_stars / 2.0 / s.ratings, 2) end,
                   'poster',
      """
          + CardColumns.POSTER.formatted("t")
          + """
                   ) as film
              from credits x
              join titles t on t.title_id = x.title_id
              join title_stats s on s.title_id = t.title_id
             where x.person_id = p.person_id
             group by t.title_id, s.title_id
             order by t.year desc nulls last, t.release_date desc nulls last, t.title_id
             limit :most) c on true
           where p.person_id = :personId
           order by c.year desc nulls last, c.release_date desc nulls last, c.title_id
          """;

  private final Database database;

  public PersonStore(Database database) {
    this.database = database;
  }

  /** A row for every title, newest first; one without a title for somebody without any. */
  List<Credited> filmography(long personId) {
    return database.read(
        Sql.of(FILMOGRAPHY).bind("personId", personId).bind("most", MOST_FILMS), Credited.class);
  }

  record Credited(
      long personId, String name, String originalName, List<String> roles, @Nullable Film film) {}

  /** A title as a filmography lists it. */
  record Film(
      long titleId,
      String kind,
      String title,
      String originalTitle,
      @Nullable String englishTitle,
      @Nullable Integer year,
      @Nullable String ageRating,
      int ratings,
      @Nullable Double stars,
      String poster) {}
}
