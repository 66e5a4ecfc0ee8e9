package io.takewithott.rating;

import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.database.Database;
import io.takewithott.core.database.Sql;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ratings and picks. Every method is one statement, which stores the change and counts it in the
 * user's taste version; a change that changes nothing is not counted.
 */
final class RatingStore {
  /**
   * Who writes, if they are still a member: an access token may outlive its account by minutes. The
   * lock waits for somebody who is leaving, and for an equal change made at the same moment.
   */
  private static final String RATER =
      """
      with rater as (
        select user_id, taste_version from users
         where user_id = :userId and deleted_at is null for no key update),
      """;

  /**
   * What follows the {@code written} rows: they are counted, and the answer says how many of the
   * named titles there are and which taste version includes the change.
   */
  private static final String COUNTED =
      """
      , counted as (
        update users set taste_version = taste_version + 1
         where user_id = :userId and exists (select 1 from written)
        returning taste_version)
      select (select count(*) from named) as titles,
             coalesce((select taste_version from counted), (select taste_version from rater)) as taste_version
      """;

  private static final String RATE =
      RATER
          + """
      named as (select title_id from titles where title_id = :titleId),
      written as (
        insert into ratings (user_id, title_id, half_stars)
        select user_id, title_id, :halfStars::smallint from rater, named
        on conflict (user_id, title_id) do update
          set half_stars = excluded.half_stars, rated_at = now()
          where ratings.half_stars is distinct from excluded.half_stars
        returning 1)
      """
          + COUNTED;

  private static final String UNRATE =
      RATER
          + """
      named as (select title_id from titles where title_id = :titleId),
      written as (
        update ratings r set half_stars = null, rated_at = now() from rater
         where r.user_id = rater.user_id and r.title_id = :titleId and r.half_stars is not null
        returning 1)
      """
          + COUNTED;

  private static final String PICK =
      RATER
          + """
      named as (
        select t.title_id, w.position
          from unnest(string_to_array(:titleIds, ',')::bigint[]) with ordinality
            as w (title_id, position)
          join titles t on t.title_id = w.title_id),
      written as (
        insert into picks (user_id, title_id, position)
        select user_id, title_id, position::smallint from rater, named
         where (select count(*) from named) = 3
        on conflict (user_id, position) do update
          set title_id = excluded.title_id, picked_at = now()
          where picks.title_id is distinct from excluded.title_id
        returning 1)
      """
          + COUNTED;

  private final Database database;

  RatingStore(Database database) {
    this.database = database;
  }

  /** Stores or replaces a rating; answers the taste version that includes it. */
  long rate(long userId, long titleId, Stars stars) {
    Change change =
        changed(
            Sql.of(RATE)
                .bind("userId", userId)
                .bind("titleId", titleId)
                .bind("halfStars", stars.half()));
    return change.requireTitles(1, "There is no title with the id " + titleId);
  }

  /** Takes a rating back; one that is not there is taken back already. */
  long unrate(long userId, long titleId) {
    Change change = changed(Sql.of(UNRATE).bind("userId", userId).bind("titleId", titleId));
    return change.requireTitles(1, "There is no title with the id " + titleId);
  }

  /** Stores the three picks in their order, in place of any earlier ones. */
  long pick(long userId, List<Long> titleIds) {
    Change change = changed(Sql.of(PICK).bind("userId", userId).bindIds("titleIds", titleIds));
    return change.requireTitles(titleIds.size(), "One of the picked titles does not exist");
  }

  private Change changed(Sql sql) {
    return database.writeOne(sql, Change.class).orElseThrow();
  }

  private static AppException gone() {
    return new AppException(ErrorCode.UNAUTHENTICATED, "This account is gone: log in again");
  }

  /**
   * @param tasteVersion absent when there is no such member (any more)
   */
  record Change(int titles, @Nullable Long tasteVersion) {
    long requireTitles(int expected, String message) {
      if (titles != expected) {
        throw new AppException(ErrorCode.NOT_FOUND, message);
      }
      if (tasteVersion == null) {
        throw gone();
      }
      return tasteVersion;
    }
  }
}
