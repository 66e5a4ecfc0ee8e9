package io.takewithott.catalog.index;

import io.takewithott.core.database.Database;
import io.takewithott.core.database.Sql;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was found, as the database knows it now: what is gone is not shown. One call. */
public final class FoundStore {
  /** Enough to tell two people of one name apart. */
  private static final String KNOWN_FOR =
      """
      coalesce((select json_agg(k.title) from (
                  select t.title from credits c join titles t on t.title_id = c.title_id
                   where c.person_id = p.person_id
                   order by (select count(*) from ratings r where r.title_id = t.title_id
                                and r.half_stars is not null) desc, t.year desc nulls last, t.title_id
                   limit 3) k), '[]')
      """;

  private static final String FOUND =
      """
      select
        coalesce((select json_agg(json_build_object('title_id', t.title_id, 'kind', t.kind, 'title', t.title,
                    'original_title', t.original_title, 'english_title', t.english_title, 'year', t.year,
                    'age_rating', t.age_rating,
                    'genres', coalesce((select json_agg(g.genre order by g.position) from title_genres g
                                         where g.title_id = t.title_id), '[]')))
                    from titles t
                   where t.title_id = any(string_to_array(:titleIds, ',')::bigint[])
                      or t.title_id in (select l.title_id from famous_lines l
                                         where l.line_id = any(string_to_array(:lineIds, ',')::bigint[]))),
                 '[]')::text as titles_json,
        coalesce((select json_agg(json_build_object('person_id', p.person_id, 'name', p.name,
                    'original_name', p.original_name, 'known_for', %s))
                    from people p
                   where p.person_id = any(string_to_array(:personIds, ',')::bigint[])), '[]')::text as people_json,
        coalesce((select json_agg(json_build_object('line_id', l.line_id, 'title_id', l.title_id, 'line', l.line,
                    'speaker', l.speaker))
                    from famous_lines l
                   where l.line_id = any(string_to_array(:lineIds, ',')::bigint[])), '[]')::text as lines_json
      """
          .formatted(KNOWN_FOR);

  private final Database database;

  public FoundStore(Database database) {
    this.database = database;
  }

  /** Those of the titles, people and lines that there are, and the titles of the lines. */
  public Stored find(
      Collection<Long> titleIds, Collection<Long> personIds, Collection<Long> lineIds) {
    return database
        .readOne(
            Sql.of(FOUND)
                .bindIds("titleIds", titleIds)
                .bindIds("personIds", personIds)
                .bindIds("lineIds", lineIds),
            Stored.class)
        .orElseThrow();
  }

  public record Stored(
      List<StoredTitle> titles, List<StoredPerson> people, List<StoredLine> lines) {}

  /** What tells a title from others. */
  public record StoredTitle(
      long titleId,
      String kind,
      String title,
      String originalTitle,
      @Nullable String englishTitle,
      @Nullable Integer year,
      @Nullable String ageRating,
      List<String> genres) {}

  /**
   * @param knownFor titles
   */
  public record StoredPerson(
      long personId, String name, String originalName, List<String> knownFor) {}

  public record StoredLine(long lineId, long titleId, String line, @Nullable String speaker) {}
}
