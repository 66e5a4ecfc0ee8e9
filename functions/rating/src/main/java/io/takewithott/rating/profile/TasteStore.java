package io.takewithott.rating.profile;

import io.takewithott.core.AppException;
import io.takewithott.core.database.Database;
import io.takewithott.core.database.Sql;
import io.takewithott.core.http.Caller;
import io.takewithott.core.session.LiveSession;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tastes in the database, worked out where the ratings are; one call each. */
final class TasteStore {
  /** What so many ratings at the member's own mean would do is added to every mean. */
  private static final int SHRINKAGE = 4;

  /** Ratings of others from which on their mean is the crowd's. */
  private static final int LEAST_CROWD = 10;

  private static final String MEANS =
      """
      coalesce((select json_agg(m order by m.mean desc, m.titles desc, m.name) from (
        select %s as name, %s as id, count(*) as titles,
               round(((sum(r.half_stars) + :shrinkage * o.mean) / (count(*) + :shrinkage) / 2)::numeric, 2)::float8 as mean
          from mine r cross join overall o %s
         group by 1, 2, o.mean having count(*) >= 2
         order by mean desc, titles desc, name limit 10) m), '[]')::text as %s_json
      """;

  private static final String TASTE =
      """
      with caller as (
        select u.user_id from users u where u.user_id = :userId and u.deleted_at is null and %s),
      mine as materialized (
        select r.title_id, r.half_stars from ratings r join caller c on c.user_id = r.user_id
         where r.half_stars is not null),
      overall as (select coalesce(avg(half_stars), 6) as mean from mine),
      crowd as (
        select m.half_stars, (s.half_stars - m.half_stars)::float8 / (s.ratings - 1) as theirs
          from mine m join title_stats s on s.title_id = m.title_id
         where s.ratings - 1 >= :leastCrowd)
      select exists (select 1 from caller) as live,
             (select count(*) from mine) as ratings,
             round((select avg(half_stars) / 2 from mine), 2)::float8 as mean,
             coalesce((select json_object_agg(d.half_stars, d.titles)
                         from (select half_stars, count(*) as titles from mine group by 1) d), '{}')::text
               as distribution_json,
             (select count(*) from crowd) as compared,
             (select corr(half_stars, theirs) from crowd) as correlation,
             (select avg(half_stars - theirs) / 2 from crowd) as difference,
      """
          .formatted(LiveSession.IS_LIVE);

  private static final String MATCH =
      """
      with other as (
        select u.user_id, u.nickname,
               exists (select 1 from follows f where f.follower_id = :userId and f.followee_id = u.user_id
                          and f.state = 'following') as followed
          from users u where u.user_id = :otherId and u.deleted_at is null),
      common as (
        select a.half_stars - s.esteem / 1000.0 as mine, b.half_stars - s.esteem / 1000.0 as theirs,
               abs(a.half_stars - b.half_stars) / 2.0 as apart
          from other o
          join ratings b on b.user_id = o.user_id and b.half_stars is not null
          join ratings a on a.user_id = :userId and a.title_id = b.title_id and a.half_stars is not null
          join title_stats s on s.title_id = a.title_id
         where o.followed)
      select o.nickname, o.followed, (select count(*) from common) as common_titles,
             (select corr(mine, theirs) from common)::float8 as correlation,
             (select avg(apart) from common)::float8 as apart
        from other o
      """;

  private final Database database;
  private final InstantSource clock;

  TasteStore(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * @throws AppException UNAUTHENTICATED
   */
  Taste taste(Caller caller) {
    String people =
        "join credits c on c.title_id = r.title_id and c.role = '%s' join people p on p.person_id = c.person_id";
    String sql =
        TASTE
            + MEANS.formatted(
                "g.genre",
                "null::bigint",
                "join title_genres g on g.title_id = r.title_id",
                "genres")
            + ","
            + MEANS.formatted("p.name", "p.person_id", people.formatted("director"), "directors")
            + ","
            + MEANS.formatted("p.name", "p.person_id", people.formatted("cast"), "actors");
    Taste taste =
        database
            .readOne(
                Sql.of(sql)
                    .bind("userId", caller.userId())
                    .bind("sessionId", caller.sessionId())
                    .bindSeconds("now", clock.instant())
                    .bind("leastCrowd", LEAST_CROWD)
                    .bind("shrinkage", SHRINKAGE),
                Taste.class)
            .orElseThrow();
    if (!taste.live) {
      throw LiveSession.loggedOut();
    }
    return taste;
  }

  /** What two have in common; nothing where there is no such other. */
  Optional<Common> common(long userId, long otherId) {
    return database.readOne(
        Sql.of(MATCH).bind("userId", userId).bind("otherId", otherId), Common.class);
  }

  /**
   * @param distribution titles for each number of half stars
   * @param compared titles that enough others rated
   */
  record Taste(
      boolean live,
      int ratings,
      @Nullable Double mean,
      java.util.Map<Integer, Integer> distribution,
      int compared,
      @Nullable Double correlation,
      @Nullable Double difference,
      List<Favourite> genres,
      List<Favourite> directors,
      List<Favourite> actors) {}

  /**
   * Something of which the member rated several titles.
   *
   * @param id a person's; absent for a genre
   * @param mean the shrunk mean of their stars
   */
  record Favourite(String name, @Nullable Long id, int titles, double mean) {}

  /**
   * @param followed whether the caller may see it
   * @param correlation of what both said against what everybody says; absent where one said always
   *     the same
   */
  record Common(
      String nickname,
      boolean followed,
      int commonTitles,
      @Nullable Double correlation,
      @Nullable Double apart) {}
}
