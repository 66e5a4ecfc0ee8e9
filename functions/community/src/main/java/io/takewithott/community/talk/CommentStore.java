package io.takewithott.community.talk;

import io.takewithott.community.limits.WritingLimit;
import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.database.Database;
import io.takewithott.core.database.Sql;
import io.takewithott.core.http.Caller;
import io.takewithott.core.limits.RateLimits;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Comments on one kind of subject; every method is one call. */
final class CommentStore {
  /** Of at most 3 KB each. */
  static final int PAGE = 50;

  private static final String LIST =
      """
      with visible as (
        select x.SUBJECT_ID as id from SUBJECTS x join users a on a.user_id = x.user_id
         where x.SUBJECT_ID = :subjectId and IS_SEEN)
      select c.comment_id, c.body, (extract(epoch from c.written_at) * 1000)::bigint as written_millis,
             c.user_id = :userId as mine, true as found,
      """
          + Author.COLUMNS
          + """
            from visible v join COMMENTS c on c.subject_id = v.id join users a on a.user_id = c.user_id
           where c.comment_id > :after
          union all
          select 0, '', 0, false, exists (select 1 from visible), 0, '', null, false
           order by comment_id limit :page
          """;

  private static final String WRITE =
      Writing.ME
          + """
          , visible as (
            select x.SUBJECT_ID as id from SUBJECTS x join users a on a.user_id = x.user_id, me
             where x.SUBJECT_ID = :subjectId and IS_SEEN),
          stored as (
            insert into COMMENTS (subject_id, user_id, body, request_key, written_at)
            select id, :userId, :body, :key::text, to_timestamp(:now) from visible
            on conflict (user_id, request_key) do nothing
            returning comment_id)
          select g.allowed, g.wait_seconds, exists (select 1 from me) as live,
                 exists (select 1 from visible) as found,
                 coalesce((select comment_id from stored),
                          (select c.comment_id from COMMENTS c, visible v
                            where c.user_id = :userId and c.request_key = :key::text
                              and c.subject_id = v.id and c.body = :body)) as comment_id
            from gate g
          """;

  private static final String DELETE =
      """
      with gone as (
        delete from COMMENTS
         where comment_id = :commentId and subject_id = :subjectId and (user_id = :userId or :admin)
        returning 1)
      select exists (select 1 from gone) as deleted,
             exists (select 1 from COMMENTS where comment_id = :commentId and subject_id = :subjectId) as found
      """;

  private final Subject subject;
  private final Database database;
  private final RateLimits limits;

  CommentStore(Subject subject, Database database, RateLimits limits) {
    this.subject = subject;
    this.database = database;
    this.limits = limits;
  }

  /**
   * One more than a page where there are more, the oldest first.
   *
   * @throws AppException NOT_FOUND where the viewer (0 for nobody) sees no such subject
   */
  List<Comment> page(long viewer, long subjectId, long after) {
    // The first row says whether there is a subject, for an empty list would not.
    List<Comment> rows =
        database.read(
            Sql.of(subject.named(LIST))
                .bind("userId", viewer)
                .bind("subjectId", subjectId)
                .bind("after", after)
                .bind("page", PAGE + 2),
            Comment.class);
    if (!rows.get(0).found) {
      throw TalkStore.none(subject, subjectId);
    }
    return rows.subList(1, rows.size());
  }

  /**
   * @param key what the client calls the request; the same again stores nothing
   * @return the comment's id
   */
  long write(long userId, long subjectId, String body, @Nullable String key) {
    Written written =
        Writing.written(
            database,
            limits
                .gated(List.of(WritingLimit.COMMENT_ACCOUNT.of(userId)), subject.named(WRITE))
                .bind("userId", userId)
                .bind("subjectId", subjectId)
                .bind("body", body)
                .bind("key", key),
            Written.class);
    RateLimits.require(written.allowed, written.waitSeconds);
    Writing.requireLive(written.live);
    if (!written.found) {
      throw TalkStore.none(subject, subjectId);
    }
    if (written.commentId == null) {
      throw Writing.otherRequest();
    }
    return written.commentId;
  }

  /** One's own, or any for an administrator; one that is gone already is gone. */
  void delete(Caller caller, long subjectId, long commentId) {
    Deleted deleted =
        database
            .writeOne(
                Sql.of(subject.named(DELETE))
                    .bind("userId", caller.userId())
                    .bind("admin", caller.admin())
                    .bind("subjectId", subjectId)
                    .bind("commentId", commentId),
                Deleted.class)
            .orElseThrow();
    if (!deleted.deleted && deleted.found) {
      throw new AppException(ErrorCode.FORBIDDEN, "This comment is somebody else's");
    }
  }

  record Comment(
      long commentId,
      String body,
      long writtenMillis,
      boolean mine,
      boolean found,
      long authorId,
      String nickname,
      @Nullable String authorPhoto,
      boolean gone) {}

  record Written(
      boolean allowed, long waitSeconds, boolean live, boolean found, @Nullable Long commentId) {}

  record Deleted(boolean deleted, boolean found) {}
}
