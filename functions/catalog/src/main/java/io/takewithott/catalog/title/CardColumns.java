package io.takewithott.catalog.title;

/**
 * What a list selects of {@code titles t} and {@code title_stats s}, by the names of {@link
 * TitleCard}.
 */
public final class CardColumns {
  /** Where a title's poster is, whatever kind it is of. */
  public static final String POSTER =
      """
      coalesce('/posters/' || %1$s.poster_key, 'https://image.tmdb.org/t/p/w342' || %1$s.poster_path,
               '/titles/' || %1$s.title_id || '/poster')
      """;

  /** A clip of the table {@code c} as JSON; YouTube in the form that sets no cookies. */
  static final String CLIP =
      """
      json_build_object('kind', c.kind, 'site', c.site, 'name', c.name, 'language', c.language, 'seconds', c.seconds,
        'url', case c.site when 'own' then '/clips/' || c.key
               else 'https://www.youtube-nocookie.com/embed/' || c.key end)
      """;

  public static final String CARD =
      """
      t.title_id, t.kind, t.title, t.original_title, t.english_title, t.year, t.runtime_minutes, t.age_rating,
      left(t.synopsis, 600) as synopsis, s.ratings,
      case when s.ratings > 0 then round(s.half_stars / 2.0 / s.ratings, 2)::double precision end as stars,
      coalesce((select json_agg(g.genre order by g.position) from title_genres g
                 where g.title_id = t.title_id), '[]')::text as genres_json,
      coalesce((select json_agg(o.service order by o.service) from title_offers o
                 where o.title_id = t.title_id), '[]')::text as services_json,
      """
          + POSTER.formatted("t")
          + " as poster, coalesce((select "
          + CLIP
          + """
             from clips c where c.title_id = t.title_id
             order by c.position, c.clip_id limit 1)::text, 'null') as clip_json
          """;

  private CardColumns() {}
}
