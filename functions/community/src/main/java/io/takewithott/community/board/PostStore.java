package io.takewithott.community.board;

import io.takewithott.community.board.PostRequest.Draft;
import io.takewithott.community.limits.WritingLimit;
import io.takewithott.community.talk.Author;
import io.takewithott.community.talk.Subject;
import io.takewithott.community.talk.Writing;
import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.database.Database;
import io.takewithott.core.database.Sql;
import io.takewithott.core.http.Caller;
import io.takewithott.core.limits.RateLimits;
import io.takewithott.core.session.LiveSession;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Posts in the database; every method is one call. */
final class PostStore {
  /** Of at most some 16 KB each. */
  static final int PAGE = 20;

  /** A search looks at no more than the latest so many, so that it ends in time. */
  private static final int MOST_SEARCHED = 20_000;

  private static final String COLUMNS =
      """
      x.post_id, x.headline, x.body, x.photo_key, x.likes, x.comments, x.user_id = :userId as mine,
      x.hidden_at is not null as hidden,
      exists (select 1 from post_likes l where l.subject_id = x.post_id and l.user_id = :userId) as liked,
      (extract(epoch from x.created_at) * 1000)::bigint as created_millis,
      (extract(epoch from x.edited_at) * 1000)::bigint as edited_millis,
      """
          + Author.COLUMNS;

  private static final String LATEST =
      "select %s from posts x join users a on a.user_id = x.user_id where x.hidden_at is null and x.post_id < :after"
              .formatted(COLUMNS)
          + " order by x.post_id desc limit :page";

  private static final String SEARCH =
      """
      select %s
        from (select * from posts where hidden_at is null and post_id < :after order by post_id desc limit :searched) x
        join users a on a.user_id = x.user_id
       where x.headline ilike :pattern or x.body ilike :pattern
       order by x.post_id desc limit :page
      """
          .formatted(COLUMNS);

  private static final String CREATE =
      Writing.ME
          + """
          , taken as (
            delete from post_uploads p using me
             where p.upload_key = :upload::text and p.user_id = me.user_id returning 1),
          stored as (
            insert into posts (user_id, headline, body, photo_key, request_key, created_at)
            select user_id, :headline, :body, :photo::text, :key::text, to_timestamp(:now) from me
             where :photo::text is null or exists (select 1 from taken)
            on conflict (user_id, request_key) do nothing
            returning post_id),
          somebodys as (
            delete from discarded_photos where photo_key = :photo::text and exists (select 1 from stored))
          select g.allowed, g.wait_seconds, exists (select 1 from me) as live,
                 coalesce((select post_id from stored),
                          (select p.post_id from posts p where p.user_id = :userId and p.request_key = :key::text
                             and p.headline = :headline and p.body = :body)) as post_id
            from gate g
          """;

  private final Database database;
  private final RateLimits limits;
  private final InstantSource clock;

  PostStore(Database database, RateLimits limits, InstantSource clock) {
    this.database = database;
    this.limits = limits;
    this.clock = clock;
  }

  /**
   * @param upload what the photo was made of; absent without one
   * @param key what the client calls the request; the same again stores nothing
   * @return the post's id
   */
  long create(
      long userId,
      Draft draft,
      @Nullable String photo,
      @Nullable String upload,
      @Nullable String key) {
    Sql sql =
        limits
            .gated(List.of(WritingLimit.POST_ACCOUNT.of(userId)), CREATE)
            .bind("userId", userId)
            .bind("headline", draft.headline())
            .bind("body", draft.text())
            .bind("photo", photo)
            .bind("upload", upload)
            .bind("key", key);
    Created created = Writing.written(database, sql, Created.class);
    RateLimits.require(created.allowed, created.waitSeconds);
    Writing.requireLive(created.live);
    if (created.postId == null) {
      throw Writing.otherRequest();
    }
    return created.postId;
  }

  /** The post that a request with that key made. */
  Optional<Long> createdBy(long userId, String key) {
    return database
        .readOne(
            Sql.of("select post_id from posts where user_id = :userId and request_key = :key")
                .bind("userId", userId)
                .bind("key", key),
            Known.class)
        .map(Known::postId);
  }

  /** One's own words; the photo stays. */
  void edit(long userId, long postId, Draft draft) {
    Sql sql =
        limits
            .gated(
                List.of(WritingLimit.POST_ACCOUNT.of(userId)),
                Writing.ME
                    + """
                    , changed as (
                      update posts p set headline = :headline, body = :body, edited_at = to_timestamp(:now)
                        from me where p.post_id = :postId and p.user_id = me.user_id
                      returning 1)
                    select g.allowed, g.wait_seconds, exists (select 1 from me) as live,
                           exists (select 1 from changed) as done,
                           exists (select 1 from posts where post_id = :postId) as found
                      from gate g
                    """)
            .bind("userId", userId)
            .bind("postId", postId)
            .bind("headline", draft.headline())
            .bind("body", draft.text());
    Changed changed = Writing.written(database, sql, Changed.class);
    RateLimits.require(changed.allowed, changed.waitSeconds);
    Writing.requireLive(changed.live);
    if (!changed.found) {
      throw none(postId);
    }
    requireOwn(changed.done);
  }

  /**
   * One's own, or any for an administrator; one that is gone already is gone.
   *
   * @return the name of the photo that it had
   */
  @Nullable String delete(Caller caller, long postId) {
    Deleted deleted =
        database
            .writeOne(
                Sql.of(
                        """
                        with gone as (
                          delete from posts where post_id = :postId and (user_id = :userId or :admin)
                          returning photo_key)
                        select exists (select 1 from gone) as done,
                               exists (select 1 from posts where post_id = :postId) as found,
                               (select photo_key from gone) as photo_key
                        """)
                    .bind("userId", caller.userId())
                    .bind("admin", caller.admin())
                    .bind("postId", postId),
                Deleted.class)
            .orElseThrow();
    requireOwn(deleted.done || !deleted.found);
    return deleted.photoKey;
  }

  private static void requireOwn(boolean own) {
    if (!own) {
      throw new AppException(ErrorCode.FORBIDDEN, "This post is somebody else's");
    }
  }

  /** One more than a page where there are more, as the viewer (0 for nobody) sees them. */
  List<PostRow> latest(long viewer, long after) {
    return database.read(paged(LATEST, viewer, after), PostRow.class);
  }

  /**
   * Those that hold the words as they stand, in headline or text.
   *
   * @param words without a meaning of their own in SQL, whatever is in them
   */
  List<PostRow> search(String words, long viewer, long after) {
    String literal = words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    return database.read(
        paged(SEARCH, viewer, after)
            .bind("pattern", "%" + literal + "%")
            .bind("searched", MOST_SEARCHED),
        PostRow.class);
  }

  private static Sql paged(String sql, long viewer, long after) {
    return Sql.of(sql).bind("userId", viewer).bind("after", after).bind("page", PAGE + 1);
  }

  Optional<PostRow> find(long postId, long viewer) {
    String sql =
        "select %s from posts x join users a on a.user_id = x.user_id where x.post_id = :postId and %s"
            .formatted(COLUMNS, Subject.POST.isSeen());
    return database.readOne(
        Sql.of(sql).bind("postId", postId).bind("userId", viewer), PostRow.class);
  }

  /**
   * The caller's own, hidden ones as well.
   *
   * @throws AppException UNAUTHENTICATED
   */
  List<PostRow> own(Caller caller, long after) {
    // A row that is none says whether the log-in lives, for an empty list would not.
    String sql =
        """
        select * from (
          select %s, true as live from posts x join users a on a.user_id = x.user_id
           where x.user_id = :userId and x.post_id < :after
           order by x.post_id desc limit :page) page
        union all
        select 9223372036854775807, '', '', null, 0, 0, true, false, false, 0, null, 0, '', null, false,
               exists (select 1 from users u where u.user_id = :userId and u.deleted_at is null and %s)
        order by post_id desc
        """
            .formatted(COLUMNS, LiveSession.IS_LIVE);
    List<PostRow> rows =
        database.read(
            paged(sql, caller.userId(), after)
                .bind("sessionId", caller.sessionId())
                .bindSeconds("now", clock.instant()),
            PostRow.class);
    if (!Boolean.TRUE.equals(rows.get(0).live())) {
      throw LiveSession.loggedOut();
    }
    return rows.subList(1, rows.size());
  }

  static AppException none(long postId) {
    return new AppException(ErrorCode.NOT_FOUND, "There is no post with the id " + postId);
  }

  record Created(boolean allowed, long waitSeconds, boolean live, @Nullable Long postId) {}

  record Known(long postId) {}

  record Changed(boolean allowed, long waitSeconds, boolean live, boolean done, boolean found) {}

  record Deleted(boolean done, boolean found, @Nullable String photoKey) {}
}
