package io.takewithott.catalog.title;

import io.takewithott.core.database.Database;
import io.takewithott.core.database.Sql;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Titles in the database. Every method is one call. */
public final class TitleStore {
  /** A row of the Data API holds at most 64 KB, so everything in it has a limit. */
  private static final String DETAIL =
      """
      select t.title_id, t.kind, t.title, t.original_title, t.english_title, t.year, t.release_date::text as release_date,
        t.runtime_minutes, t.age_rating, t.countries, left(t.synopsis, 4000) as synopsis,
        left(t.synopsis_english, 4000) as synopsis_english, s.ratings,
        case when s.ratings > 0 then round(s.half_stars / 2.0 / s.ratings, 2)::double precision end as stars,
        coalesce((select json_agg(g.genre order by g.position)
                    from (select genre, position from title_genres where title_id = t.title_id
                          order by position limit 20) g), '[]')::text as genres_json,
        coalesce((select json_agg(k.keyword order by k.keyword)
                    from (select left(keyword, 60) as keyword from title_keywords
                          where title_id = t.title_id order by 1 limit 40) k), '[]')::text as keywords_json,
        coalesce((select json_agg(o.service order by o.service) from title_offers o
                   where o.title_id = t.title_id), '[]')::text as services_json,
        coalesce((select json_agg(json_build_object('service', o.service, 'name', v.name, 'as_of', o.as_of,
                    'source', o.source, 'overridden', o.overridden,
                    'seat_won', (select min(e.monthly_won) from open_seats e where e.service = o.service))
                    order by o.service)
                    from title_offers o join services v on v.service = o.service
                   where o.title_id = t.title_id), '[]')::text as offers_json,
        coalesce((select json_agg(json_build_object('person_id', c.person_id, 'name', c.name,
                    'original_name', c.original_name, 'role', c.role) order by c.role desc, c.position)
                    from (select p.person_id, p.name, p.original_name, x.role, x.position
                            from credits x join people p on p.person_id = x.person_id
                           where x.title_id = t.title_id
                           order by x.role desc, x.position limit 60) c), '[]')::text as credits_json,
        coalesce((select json_agg(json_build_object('line_id', l.line_id, 'line', l.line, 'speaker', l.speaker)
                    order by l.line_id)
                    from (select line_id, left(line, 300) as line, left(speaker, 60) as speaker from famous_lines
                          where title_id = t.title_id order by line_id limit 30) l), '[]')::text as lines_json,
      """
          + "coalesce((select json_agg("
          + CardColumns.CLIP
          + """
                    order by c.position, c.clip_id)
                    from (select * from clips where title_id = t.title_id
                          order by position, clip_id limit 10) c), '[]')::text as clips_json,
          """
          + CardColumns.POSTER.formatted("t")
          + " as poster, 'https://image.tmdb.org/t/p/w1280' || t.backdrop_path as backdrop, "
          + "coalesce((select json_agg(json_build_object('title_id', x.title_id, 'title', x.title, "
          + "'original_title', x.original_title, 'year', x.year, 'age_rating', x.age_rating, 'poster', "
          + CardColumns.POSTER.formatted("x")
          + ") order by n.position) from ("
          + SimilarTitles.SQL
          + """
            ) n join titles x on x.title_id = n.title_id), '[]')::text as similar_json
          from titles t join title_stats s on s.title_id = t.title_id
          where t.title_id = :titleId
          """;

  private static final String MINE =
      """
      select r.half_stars,
             exists (select from picks p where p.user_id = :userId and p.title_id = t.title_id) as picked,
             exists (select from dismissed_titles d where d.user_id = :userId and d.title_id = t.title_id) as dismissed,
             (select count(*) from watches w where w.user_id = :userId and w.title_id = t.title_id) as watched,
             exists (select from wishes w where w.user_id = :userId and w.title_id = t.title_id) as wished,
             o.liked, g.seconds, r.previous_half_stars is not null as undoable
        from titles t
        left join ratings r on r.title_id = t.title_id and r.user_id = :userId
        left join reactions o on o.title_id = t.title_id and o.user_id = :userId
        left join watch_progress g on g.title_id = t.title_id and g.user_id = :userId
       where t.title_id = :titleId
      """;

  private final Database database;

  public TitleStore(Database database) {
    this.database = database;
  }

  Optional<TitleDetail> detail(long titleId) {
    return database.readOne(Sql.of(DETAIL).bind("titleId", titleId), TitleDetail.class);
  }

  /** What a viewer has to do with a title, if there is such a title. */
  Optional<Marks> marks(long titleId, long userId) {
    return database.readOne(
        Sql.of(MINE).bind("titleId", titleId).bind("userId", userId), Marks.class);
  }

  /**
   * @param watched how often
   */
  record Marks(
      @Nullable Integer halfStars,
      boolean picked,
      boolean dismissed,
      int watched,
      boolean wished,
      @Nullable Boolean liked,
      @Nullable Integer seconds,
      boolean undoable) {}
}
