package io.takewithott.catalog.home;

import io.takewithott.catalog.title.CardColumns;
import io.takewithott.core.database.Database;
import io.takewithott.core.database.Sql;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** What a home page needs of the database, all in one call. */
public final class HomeStore {
  private static final String RELEASED =
      "coalesce(t.release_date, make_date(coalesce(t.year, 1870), 1, 1))";

  /**
   * What the viewer knows is collected first, by user: asked for title by title, the planner may
   * read everybody's ratings instead.
   */
  private static final String VIEWER =
      """
      with viewer as materialized (
        select :userId::bigint as user_id, u.taste_version, highest_age(u.age_band) as oldest
          from (select) as one left join users u on u.user_id = :userId),
      known as materialized (
        select title_id from ratings where user_id = :userId and half_stars is not null
        union select title_id from picks where user_id = :userId
        union select title_id from dismissed_titles where user_id = :userId),
      """;

  private static final String SHOWABLE =
      """
       least_age(t.age_rating) <= (select oldest from viewer)
         and t.title_id not in (select title_id from known)
      """;

  private static final String WANTED =
      """
      popular as (
        select t.title_id, row_number() over (order by t.ratings desc, t.title_id) as place
          from (select t.title_id, s.ratings
                  from title_stats s join titles t on t.title_id = s.title_id
                 where
      """
          + SHOWABLE
          + """
                 order by s.ratings desc, s.title_id limit :popular) t),
          newest as (
            select t.title_id, row_number() over (order by t.released desc, t.title_id) as place
              from (select t.title_id,
          """
          + RELEASED
          + " as released from titles t where "
          + RELEASED
          + " <= (to_timestamp(:now) at time zone 'Asia/Seoul')::date and "
          + SHOWABLE
          + " order by "
          + RELEASED
          + """
              desc, t.title_id limit :newest) t),
          wanted as (
            select w.title_id, max(w.popular) as popular, max(w.newest) as newest
              from (select unnest(string_to_array(:titleIds, ',')::bigint[]) as title_id,
                           null::bigint as popular, null::bigint as newest
                    union all select title_id, place, null from popular
                    union all select title_id, null, place from newest) w
             group by w.title_id)
          """;

  private static final String BEHAVIOUR =
      """
      behaviour as materialized (
        select json_build_object(
          'opens', coalesce((select json_agg(json_build_object('kind', o.kind, 'subject', o.subject, 'weight',
               o.weight * power(0.5, greatest(0, :now - extract(epoch from o.opened_at)::float8) / :halfLife)))
             from (select * from row_opens where user_id = :userId order by opened_at desc limit 100) o), '[]'),
          'genres', coalesce((select json_object_agg(l.genre, l.titles)
             from (select g.genre, count(*) as titles
                     from ((select title_id from ratings where user_id = :userId and half_stars >= 7
                             order by rated_at desc, title_id limit 30)
                           union select title_id from picks where user_id = :userId) a
                     join title_genres g on g.title_id = a.title_id group by g.genre) l), '{}'))::text as found)
      """;

  private static final String VIEW =
      VIEWER
          + WANTED
          + ", "
          + BEHAVIOUR
          + """
          select w.popular, w.newest, v.taste_version, least_age(t.age_rating) <= v.oldest as allowed,
                 k.title_id is not null as known,
                 case when v.taste_version is not null and row_number() over () = 1 then b.found else 'null' end
                   as behaviour_json,
          """
          + CardColumns.CARD
          + """
          from wanted w
          join titles t on t.title_id = w.title_id
          join title_stats s on s.title_id = t.title_id
          cross join viewer v
          cross join behaviour b
          left join known k on k.title_id = t.title_id
          """;

  private final Database database;

  public HomeStore(Database database) {
    this.database = database;
  }

  /**
   * The titles with those ids as the viewer (0 for nobody) sees them, and of those that they may
   * see and do not know yet so many popular and new ones; in any order.
   */
  List<HomeTitle> view(
      Collection<Long> titleIds, long viewer, int popular, int newest, Instant now) {
    return database.read(
        Sql.of(VIEW)
            .bind("userId", viewer)
            .bindIds("titleIds", titleIds)
            .bind("popular", popular)
            .bind("newest", newest)
            .bindSeconds("now", now)
            .bind("halfLife", (double) RowOpens.HALF_LIFE.toSeconds()),
        HomeTitle.class);
  }
}
