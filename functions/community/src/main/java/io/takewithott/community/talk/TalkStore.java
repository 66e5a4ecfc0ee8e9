package io.takewithott.community.talk;

import io.takewithott.community.limits.WritingLimit;
import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.database.Database;
import io.takewithott.core.database.Sql;
import io.takewithott.core.limits.RateLimits;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Likes and reports of one kind of subject; every method is one call. */
final class TalkStore {
  private static final String VISIBLE =
      Writing.ME
          + """
          , visible as (
            select x.SUBJECT_ID as id, x.likes, x.user_id from SUBJECTS x join users a on a.user_id = x.user_id, me
             where x.SUBJECT_ID = :subjectId and IS_SEEN)
          """;

  private static final String ANSWER =
      """
      select g.allowed, g.wait_seconds, exists (select 1 from me) as live,
             exists (select 1 from visible) as found,
             coalesce((select likes from visible), 0) + %s as likes
        from gate g
      """;

  private static final String LIKE =
      VISIBLE
          + """
          , changed as (
            insert into LIKES (subject_id, user_id) select id, :userId from visible
            on conflict do nothing returning 1)
          """
          + ANSWER.formatted("(select count(*) from changed)");

  private static final String UNLIKE =
      VISIBLE
          + """
          , changed as (
            delete from LIKES l using visible v where l.subject_id = v.id and l.user_id = :userId returning 1)
          """
          + ANSWER.formatted("-(select count(*) from changed)");

  private static final String REPORT =
      VISIBLE
          + """
          , changed as (
            insert into REPORTS (subject_id, user_id, reason, note, reported_at)
            select id, :userId, :reason, :note, to_timestamp(:now) from visible where user_id <> :userId
            on conflict (subject_id, user_id) do update set reason = excluded.reason, note = excluded.note)
          """
          + ANSWER.formatted("0");

  private final Subject subject;
  private final Database database;
  private final RateLimits limits;

  TalkStore(Subject subject, Database database, RateLimits limits) {
    this.subject = subject;
    this.database = database;
    this.limits = limits;
  }

  /** How many like it now. */
  int like(long userId, long subjectId) {
    return changed(sql(LIKE, WritingLimit.LIKE_ACCOUNT, userId, subjectId), subjectId);
  }

  int unlike(long userId, long subjectId) {
    return changed(sql(UNLIKE, WritingLimit.LIKE_ACCOUNT, userId, subjectId), subjectId);
  }

  /** Nobody reports themselves; a second report by the same member takes the place of the first. */
  void report(long userId, long subjectId, String reason, @Nullable String note) {
    changed(
        sql(REPORT, WritingLimit.REPORT_ACCOUNT, userId, subjectId)
            .bind("reason", reason)
            .bind("note", note),
        subjectId);
  }

  private Sql sql(String body, WritingLimit limit, long userId, long subjectId) {
    return limits
        .gated(List.of(limit.of(userId)), subject.named(body))
        .bind("userId", userId)
        .bind("subjectId", subjectId);
  }

  private int changed(Sql sql, long subjectId) {
    Changed changed = Writing.written(database, sql, Changed.class);
    RateLimits.require(changed.allowed, changed.waitSeconds);
    Writing.requireLive(changed.live);
    if (!changed.found) {
      throw none(subject, subjectId);
    }
    return changed.likes;
  }

  static AppException none(Subject subject, long subjectId) {
    return new AppException(
        ErrorCode.NOT_FOUND, "There is no " + subject.word() + " with the id " + subjectId);
  }

  record Changed(boolean allowed, long waitSeconds, boolean live, boolean found, int likes) {}
}
