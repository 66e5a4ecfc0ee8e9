package io.takewithott.rating.opinion;

import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.database.Database;
import io.takewithott.core.database.DatabaseException;
import io.takewithott.core.database.Sql;
import io.takewithott.core.limits.RateLimit;
import io.takewithott.core.limits.RateLimits;
import io.takewithott.core.taste.CountedChange;
import io.takewithott.core.taste.Stars;
import io.takewithott.rating.limits.RatingLimit;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What members say of titles. Every method is one statement, which takes an attempt, stores the
 * change and counts it in the user's taste version; a change that changes nothing is not counted.
 */
final class OpinionStore {
  /** More than anybody will ever watch. */
  static final int MOST_WISHES = 2000;

  /**
   * The member, locked until the end: whoever is leaving at this moment is waited for and changes
   * nothing afterwards, though their access token is good for minutes.
   */
  private static final String RATER =
      """
      , rater as (
        select user_id from users
         where user_id = :userId and deleted_at is null for no key update),
      """;

  /** The title, found or not; named where the member is still one. */
  private static final String NAMED =
      RATER
          + """
          found as (
            select t.title_id from titles t, gate g where g.allowed and t.title_id = :titleId),
          named as (select title_id from found, rater),
          """;

  private static final String ANSWER =
      CountedChange.PARTS
          + "select g.allowed, g.wait_seconds, (select count(*) from found) as titles,\n"
          + CountedChange.COLUMNS;

  private static final String UNDONE =
      """
      , exists (select 1 from written) as undone,
        case when exists (select 1 from written) then (select half_stars from written)
             else (select r.half_stars from ratings r
                    where r.user_id = :userId and r.title_id = :titleId) end as half_stars
      """;

  private static final String PICK =
      RATER
          + """
      found as (
        select t.title_id, w.position
          from unnest(string_to_array(:titleIds, ',')::bigint[]) with ordinality
            as w (title_id, position)
          join titles t on t.title_id = w.title_id
          cross join gate g where g.allowed),
      named as (select title_id, position from found, rater),
      written as (
        insert into picks (user_id, title_id, position)
        select :userId, title_id, position::smallint from named
         where (select count(*) from named) = 3
        on conflict (user_id, position) do update
          set title_id = excluded.title_id, picked_at = now()
          where picks.title_id is distinct from excluded.title_id
        returning 1)
      """;

  private static final String WISH =
      NAMED
          + """
          room as (select count(*) < :most as free from wishes where user_id = :userId),
          written as (
            insert into wishes (user_id, title_id)
            select :userId, title_id from named, room where free
            on conflict do nothing)
          select g.allowed, g.wait_seconds, (select count(*) from found) as titles,
                 (select free from room)
                   or exists (select 1 from wishes w where w.user_id = :userId and w.title_id = :titleId) as fits,
                 exists (select 1 from rater) as live
            from gate g
          """;

  private static final String UNWISH =
      NAMED
          + """
          written as (
            delete from wishes w using named n where w.user_id = :userId and w.title_id = n.title_id)
          select g.allowed, g.wait_seconds, (select count(*) from found) as titles, true as fits, exists (select 1 from rater) as live
            from gate g
          """;

  private final Database database;
  private final RateLimits limits;

  OpinionStore(Database database, RateLimits limits) {
    this.database = database;
    this.limits = limits;
  }

  /** Stores or replaces a rating. */
  Change rate(long userId, long titleId, Stars stars) {
    return change(OpinionChange.RATE, userId, titleId, sql -> sql.bind("halfStars", stars.half()));
  }

  /** Takes a rating back; one that is not there is taken back already. */
  Change unrate(long userId, long titleId) {
    return change(OpinionChange.UNRATE, userId, titleId, sql -> sql);
  }

  /** Has the latest change of a rating undone, once. */
  Change undoRating(long userId, long titleId) {
    return change(OpinionChange.UNDO_RATING, userId, titleId, sql -> sql);
  }

  Change react(long userId, long titleId, boolean liked) {
    return change(OpinionChange.REACT, userId, titleId, sql -> sql.bind("liked", liked));
  }

  Change takeReactionBack(long userId, long titleId) {
    return change(OpinionChange.TAKE_REACTION_BACK, userId, titleId, sql -> sql);
  }

  Change dismiss(long userId, long titleId) {
    return change(OpinionChange.DISMISS, userId, titleId, sql -> sql);
  }

  Change takeDismissalBack(long userId, long titleId) {
    return change(OpinionChange.TAKE_DISMISSAL_BACK, userId, titleId, sql -> sql);
  }

  /** How far somebody is with a title. */
  Change progress(long userId, long titleId, int seconds, boolean finished) {
    return change(
        OpinionChange.PROGRESS,
        userId,
        titleId,
        sql -> sql.bind("seconds", seconds).bind("finished", finished));
  }

  /** Stores the three picks in their order, in place of any earlier ones. */
  Change pick(long userId, List<Long> titleIds) {
    Sql sql =
        gated(RatingLimit.OPINION_ACCOUNT, userId, PICK + ANSWER + " from gate g")
            .bindIds("titleIds", titleIds);
    Change change = changed(sql);
    change.requireTitles(titleIds.size(), "One of the picked titles does not exist");
    return change;
  }

  /**
   * @throws AppException CONFLICT when there are too many already
   */
  void wish(long userId, long titleId) {
    Wished wished =
        wished(
            gated(RatingLimit.OPINION_ACCOUNT, userId, WISH)
                .bind("titleId", titleId)
                .bind("most", MOST_WISHES),
            titleId);
    if (!wished.fits) {
      throw new AppException(
          ErrorCode.CONFLICT, "A wish list has at most " + MOST_WISHES + " titles");
    }
  }

  void unwish(long userId, long titleId) {
    wished(gated(RatingLimit.OPINION_ACCOUNT, userId, UNWISH).bind("titleId", titleId), titleId);
  }

  private Wished wished(Sql sql, long titleId) {
    Wished wished = written(sql, Wished.class);
    RateLimits.require(wished.allowed, wished.waitSeconds);
    if (wished.titles == 0) {
      throw noTitle(titleId);
    }
    if (!wished.live) {
      throw gone();
    }
    return wished;
  }

  private Change change(
      OpinionChange kind, long userId, long titleId, UnaryOperator<Sql> arguments) {
    RateLimit limit =
        kind == OpinionChange.PROGRESS ? RatingLimit.PROGRESS_ACCOUNT : RatingLimit.OPINION_ACCOUNT;
    String undone = kind == OpinionChange.UNDO_RATING ? UNDONE : "";
    String body = NAMED + kind.parts() + ANSWER + undone + " from gate g";
    Change change = changed(arguments.apply(gated(limit, userId, body).bind("titleId", titleId)));
    if (change.titles != 1) {
      throw noTitle(titleId);
    }
    change.requireTitles(1, "");
    return change;
  }

  private Sql gated(RateLimit limit, long userId, String body) {
    return limits.gated(List.of(limit.of(userId)), body).bind("userId", userId);
  }

  private Change changed(Sql sql) {
    Change change = written(sql, Change.class);
    RateLimits.require(change.allowed, change.waitSeconds);
    return change;
  }

  private <T> T written(Sql sql, Class<T> row) {
    try {
      return database.writeOne(sql, row).orElseThrow();
    } catch (DatabaseException failure) {
      if (failure.kind() == DatabaseException.Kind.FOREIGN_KEY_VIOLATION) {
        throw gone();
      }
      throw failure;
    }
  }

  private static AppException noTitle(long titleId) {
    return new AppException(ErrorCode.NOT_FOUND, "There is no title with the id " + titleId);
  }

  private static AppException gone() {
    return new AppException(ErrorCode.UNAUTHENTICATED, "This account is gone: log in again");
  }

  record Wished(boolean allowed, long waitSeconds, int titles, boolean fits, boolean live) {}

  /**
   * What came of a change.
   *
   * @param tasteVersion the version that includes it; absent when the user does not exist
   * @param inBurst whether it is one of many within moments
   * @param undone whether there was something to undo
   * @param halfStars the rating after undoing
   */
  record Change(
      boolean allowed,
      long waitSeconds,
      int titles,
      @Nullable Long tasteVersion,
      boolean inBurst,
      boolean undone,
      @Nullable Integer halfStars) {
    void requireTitles(int expected, String message) {
      if (titles != expected) {
        throw new AppException(ErrorCode.NOT_FOUND, message);
      }
      version();
    }

    long version() {
      if (tasteVersion == null) {
        throw gone();
      }
      return tasteVersion;
    }
  }
}
