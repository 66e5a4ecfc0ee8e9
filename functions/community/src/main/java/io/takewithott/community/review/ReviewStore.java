package io.takewithott.community.review;

import io.takewithott.community.limits.WritingLimit;
import io.takewithott.community.review.ReviewRequest.Review;
import io.takewithott.community.talk.Author;
import io.takewithott.community.talk.Subject;
import io.takewithott.community.talk.Writing;
import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.database.Database;
import io.takewithott.core.database.Sql;
import io.takewithott.core.http.Caller;
import io.takewithott.core.http.Cursor;
import io.takewithott.core.limits.RateLimits;
import io.takewithott.core.session.LiveSession;
import io.takewithott.core.taste.CountedChange;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reviews in the database; every method is one call. */
final class ReviewStore {
  /** Of at most some 16 KB each. */
  static final int PAGE = 20;

  private static final String COLUMNS =
      """
      x.review_id, x.title_id, left(t.title, 200) as title, x.headline, x.body, x.spoiler, x.likes, x.comments,
      r.half_stars, x.helpfulness, x.user_id = :userId as mine, x.hidden_at is not null as hidden,
      exists (select 1 from review_likes l where l.subject_id = x.review_id and l.user_id = :userId) as liked,
      (extract(epoch from x.created_at) * 1000)::bigint as created_millis,
      (extract(epoch from x.edited_at) * 1000)::bigint as edited_millis,
      """
          + Author.COLUMNS;

  private static final String FROM =
      """
       from reviews x join users a on a.user_id = x.user_id join titles t on t.title_id = x.title_id
       left join ratings r on r.user_id = x.user_id and r.title_id = x.title_id
      """;

  private static final String WRITE =
      Writing.ME
          + """
          , named as (select t.title_id from titles t, me where t.title_id = :titleId),
          saved as (
            insert into reviews as x (user_id, title_id, headline, body, spoiler, created_at)
            select :userId, title_id, :headline::text, :body, :spoiler, to_timestamp(:now) from named
            on conflict (user_id, title_id) do update
              set headline = excluded.headline, body = excluded.body, spoiler = excluded.spoiler,
                  edited_at = case when (x.headline, x.body, x.spoiler)
                                        is distinct from (excluded.headline, excluded.body, excluded.spoiler)
                                   then to_timestamp(:now) else x.edited_at end
            returning review_id, xmax = 0 as created),
          written as (
            insert into ratings (user_id, title_id, half_stars, previous_half_stars)
            select :userId, title_id, :halfStars::smallint, 0 from named where :halfStars::smallint is not null
            on conflict (user_id, title_id) do update
              set previous_half_stars = coalesce(ratings.half_stars, 0),
                  half_stars = excluded.half_stars, rated_at = now()
              where ratings.half_stars is distinct from excluded.half_stars
            returning 1)
          """
          + CountedChange.PARTS
          + """
          select g.allowed, g.wait_seconds, exists (select 1 from me) as live,
                 (select review_id from saved) as review_id,
                 coalesce((select created from saved), false) as created,
          """
          + CountedChange.COLUMNS
          + " from gate g";

  private final Database database;
  private final RateLimits limits;
  private final InstantSource clock;

  ReviewStore(Database database, RateLimits limits, InstantSource clock) {
    this.database = database;
    this.limits = limits;
    this.clock = clock;
  }

  /**
   * Stores the member's review of a title, or changes it; stars in it become their rating.
   *
   * @throws AppException NOT_FOUND, TOO_MANY_REQUESTS, UNAUTHENTICATED
   */
  Written write(long userId, long titleId, Review review) {
    Sql sql =
        limits
            .gated(List.of(WritingLimit.REVIEW_ACCOUNT.of(userId)), WRITE)
            .bind("userId", userId)
            .bind("titleId", titleId)
            .bind("headline", review.headline())
            .bind("body", review.text())
            .bind("spoiler", review.spoiler())
            .bind("halfStars", review.stars() == null ? null : "" + review.stars().half());
    Written written = Writing.written(database, sql, Written.class);
    RateLimits.require(written.allowed, written.waitSeconds);
    Writing.requireLive(written.live);
    if (written.reviewId == null) {
      throw new AppException(ErrorCode.NOT_FOUND, "There is no title with the id " + titleId);
    }
    return written;
  }

  /** The rating stays; a review that is not there is deleted already. */
  void delete(long userId, long titleId) {
    database.write(
        Sql.of("delete from reviews where user_id = :userId and title_id = :titleId")
            .bind("userId", userId)
            .bind("titleId", titleId));
  }

  /** One more than a page where there are more, as the viewer (0 for nobody) may see them. */
  List<ReviewRow> ofTitle(long titleId, long viewer, ReviewSort sort, Cursor after) {
    String sql =
        "select %s %s where x.title_id = :titleId and x.hidden_at is null and %s and (%s, x.review_id) < (:key, :id)"
                .formatted(COLUMNS, FROM, Subject.REVIEW.isSeen(), sort.key())
            + " order by %s desc, x.review_id desc limit :page".formatted(sort.key());
    return database.read(
        Sql.of(sql)
            .bind("titleId", titleId)
            .bind("userId", viewer)
            .bind("key", after.key())
            .bind("id", after.id())
            .bind("page", PAGE + 1),
        ReviewRow.class);
  }

  Optional<ReviewRow> find(long reviewId, long viewer) {
    String sql =
        "select %s %s where x.review_id = :reviewId and %s"
            .formatted(COLUMNS, FROM, Subject.REVIEW.isSeen());
    return database.readOne(
        Sql.of(sql).bind("reviewId", reviewId).bind("userId", viewer), ReviewRow.class);
  }

  /**
   * The caller's own, hidden ones as well.
   *
   * @throws AppException UNAUTHENTICATED
   */
  List<ReviewRow> own(Caller caller, Cursor after) {
    // A row that is none says whether the log-in lives, for an empty list would not.
    String sql =
        """
        select * from (
          select %s, true as live %s where x.user_id = :userId and x.review_id < :id
           order by x.review_id desc limit :page) page
        union all
        select 9223372036854775807, 0, '', null, '', false, 0, 0, null, 0, true, false, false, 0, null,
               0, '', null, false,
               exists (select 1 from users u where u.user_id = :userId and u.deleted_at is null and %s)
        order by review_id desc
        """
            .formatted(COLUMNS, FROM, LiveSession.IS_LIVE);
    List<ReviewRow> rows =
        database.read(
            Sql.of(sql)
                .bind("userId", caller.userId())
                .bind("sessionId", caller.sessionId())
                .bindSeconds("now", clock.instant())
                .bind("id", after.id() == Long.MAX_VALUE ? Long.MAX_VALUE - 1 : after.id())
                .bind("page", PAGE + 1),
            ReviewRow.class);
    if (!Boolean.TRUE.equals(rows.get(0).live())) {
      throw LiveSession.loggedOut();
    }
    return rows.subList(1, rows.size());
  }

  /**
   * @param reviewId absent where there is no such title
   * @param created whether it is the first by this member
   */
  record Written(
      boolean allowed,
      long waitSeconds,
      boolean live,
      @Nullable Long reviewId,
      boolean created,
      @Nullable Long tasteVersion,
      boolean inBurst) {}
}
