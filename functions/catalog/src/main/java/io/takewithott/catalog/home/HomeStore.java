package io.takewithott.catalog.home;

import io.takewithott.catalog.title.CardColumns;
import io.takewithott.core.database.Database;
import io.takewithott.core.database.Sql;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** What a home page needs of the database, all in one call. */
public final class HomeStore {
  private static final String UNKNOWN =
      """
      least_age(t.age_rating) <= v.oldest
        and not exists (select from ratings r where r.user_id = v.user_id and r.title_id = t.title_id
                           and r.half_stars is not null)
        and not exists (select from picks p where p.user_id = v.user_id and p.title_id = t.title_id)
        and not exists (select from dismissed_titles d where d.user_id = v.user_id and d.title_id = t.title_id)
      """;

  private static final String RELEASED =
      "coalesce(t.release_date, make_date(coalesce(t.year, 1870), 1, 1))";

  private static final String VIEW =
      """
      with viewer as materialized (
        select :userId::bigint as user_id, u.taste_version, highest_age(u.age_band) as oldest
          from (select) as one left join users u on u.user_id = :userId),
      popular as (
        select t.title_id, row_number() over (order by t.ratings desc, t.title_id) as place
          from (select t.title_id, s.ratings
                  from title_stats s join titles t on t.title_id = s.title_id cross join viewer v
                 where
      """
          + UNKNOWN
          + """
                 order by s.ratings desc, s.title_id limit :popular) t),
          newest as (
            select t.title_id, row_number() over (order by t.released desc, t.title_id) as place
              from (select t.title_id,
          """
          + RELEASED
          + " as released from titles t cross join viewer v where "
          + RELEASED
          + " <= (to_timestamp(:now) at time zone 'Asia/Seoul')::date and "
          + UNKNOWN
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
          select w.popular, w.newest, v.taste_version, least_age(t.age_rating) <= v.oldest as allowed,
            (r.half_stars is not null
              or exists (select from picks p where p.user_id = v.user_id and p.title_id = t.title_id)
              or exists (select from dismissed_titles d where d.user_id = v.user_id and d.title_id = t.title_id)) as known,
            coalesce(case when row_number() over () = 1 and v.taste_version is not null then
              (select json_build_object(
                'opens', coalesce((select json_agg(json_build_object('kind', o.kind, 'subject', o.subject, 'weight',
                     o.weight * power(0.5, greatest(0, :now - extract(epoch from o.opened_at)::float8) / :halfLife)))
                   from (select * from row_opens where user_id = v.user_id order by opened_at desc limit 100) o), '[]'),
                'genres', coalesce((select json_object_agg(l.genre, l.titles)
                   from (select g.genre, count(*) as titles
                           from ((select title_id from ratings where user_id = v.user_id and half_stars >= 7
                                   order by rated_at desc, title_id limit 30)
                                 union select title_id from picks where user_id = v.user_id) a
                           join title_genres g on g.title_id = a.title_id group by g.genre) l), '{}')))::text end, 'null')
              as behaviour_json,
          """
          + CardColumns.CARD
          + """
          from wanted w
          join titles t on t.title_id = w.title_id
          join title_stats s on s.title_id = t.title_id
          cross join viewer v
          left join ratings r on r.title_id = t.title_id and r.user_id = v.user_id
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
