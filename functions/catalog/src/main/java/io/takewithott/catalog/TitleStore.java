package io.takewithott.catalog;

import io.takewithott.core.database.Database;
import io.takewithott.core.database.Sql;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Titles in the database. Every method is one call. */
final class TitleStore {
  private static final String CARD =
      """
      t.title_id, t.title, t.original_title, t.english_title, t.year, t.runtime_minutes, t.age_rating,
      t.synopsis,
      coalesce((select json_agg(g.genre order by g.position) from title_genres g
                 where g.title_id = t.title_id), '[]')::text as genres_json,
      coalesce((select json_agg(s.service order by s.service) from title_services s
                 where s.title_id = t.title_id), '[]')::text as services_json
      """;

  private static final String VIEWED =
      "select "
          + CARD
          + """
          , r.half_stars,
            exists (select 1 from picks p
                     where p.user_id = :userId and p.title_id = t.title_id) as picked,
            (select u.taste_version from users u where u.user_id = :userId) as taste_version
          from titles t
          left join ratings r on r.title_id = t.title_id and r.user_id = :userId
          """;

  private static final String MOST_POPULAR =
      """
      order by (select count(*) from ratings c
                 where c.title_id = t.title_id and c.half_stars is not null) desc,
               t.year desc nulls last, t.title_id
      limit :limit
      """;

  private final Database database;

  TitleStore(Database database) {
    this.database = database;
  }

  /** The titles with those ids as the viewer (0 for nobody) sees them, in any order. */
  List<ViewedTitle> find(Collection<Long> titleIds, long viewer) {
    return database.read(
        Sql.of(VIEWED + "where t.title_id = any(string_to_array(:titleIds, ',')::bigint[])")
            .bind("userId", viewer)
            .bindIds("titleIds", titleIds),
        ViewedTitle.class);
  }

  /** The most rated titles as the viewer sees them, most popular first. */
  List<ViewedTitle> popular(int limit, long viewer) {
    return database.read(
        Sql.of(VIEWED + MOST_POPULAR).bind("userId", viewer).bind("limit", limit),
        ViewedTitle.class);
  }

  /** Titles whose name, in any language, holds the text; the most popular first. */
  List<TitleCard> search(String text, int limit) {
    return database.read(
        Sql.of(
                "select "
                    + CARD
                    + """
                    from titles t
                    where :pattern = '%%'
                       or t.title ilike :pattern or t.original_title ilike :pattern
                       or t.english_title ilike :pattern
                    """
                    + MOST_POPULAR)
            .bind("pattern", "%" + escaped(text) + "%")
            .bind("limit", limit),
        TitleCard.class);
  }

  Optional<TitleDetail> detail(long titleId) {
    return database.readOne(
        Sql.of(
                "select "
                    + CARD
                    + """
                    , t.kind, t.countries, t.synopsis_english,
                    coalesce((select json_agg(json_build_object('personId', p.person_id, 'name', p.name,
                               'originalName', p.original_name, 'role', c.role) order by c.role desc, c.position)
                                from credits c join people p on p.person_id = c.person_id
                               where c.title_id = t.title_id), '[]')::text as credits_json,
                    coalesce((select json_agg(json_build_object('line', l.line, 'speaker', l.speaker) order by l.line_id)
                                from famous_lines l where l.title_id = t.title_id), '[]')::text as lines_json
                    from titles t where t.title_id = :titleId
                    """)
            .bind("titleId", titleId),
        TitleDetail.class);
  }

  /** The text as it stands within a pattern. */
  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }

  /**
   * A card with what the viewer has to do with it.
   *
   * @param halfStars the viewer's rating
   * @param tasteVersion how often the viewer's history has changed; absent for nobody
   */
  record ViewedTitle(
      long titleId,
      String title,
      String originalTitle,
      @Nullable String englishTitle,
      @Nullable Integer year,
      @Nullable Integer runtimeMinutes,
      @Nullable String ageRating,
      @Nullable String synopsis,
      List<String> genres,
      List<String> services,
      @Nullable Integer halfStars,
      boolean picked,
      @Nullable Long tasteVersion) {

    TitleCard card() {
      return new TitleCard(
          titleId,
          title,
          originalTitle,
          englishTitle,
          year,
          runtimeMinutes,
          ageRating,
          synopsis,
          genres,
          services);
    }

    boolean known() {
      return halfStars != null || picked;
    }
  }

  /** Everything about a title that its page shows. */
  record TitleDetail(
      long titleId,
      String kind,
      String title,
      String originalTitle,
      @Nullable String englishTitle,
      @Nullable Integer year,
      @Nullable Integer runtimeMinutes,
      @Nullable String ageRating,
      String countries,
      @Nullable String synopsis,
      @Nullable String synopsisEnglish,
      List<String> genres,
      List<String> services,
      List<Credit> credits,
      List<Line> lines) {}

  record Credit(
      @com.fasterxml.jackson.annotation.JsonProperty("personId") long personId,
      String name,
      @com.fasterxml.jackson.annotation.JsonProperty("originalName") String originalName,
      String role) {}

  record Line(String line, @Nullable String speaker) {}
}
