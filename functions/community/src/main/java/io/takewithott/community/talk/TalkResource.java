package io.takewithott.community.talk;

import io.takewithott.community.talk.CommentStore.Comment;
import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.database.Database;
import io.takewithott.core.http.Caller;
import io.takewithott.core.http.Request;
import io.takewithott.core.http.Response;
import io.takewithott.core.http.Routes;
import io.takewithott.core.limits.RateLimits;
import io.takewithott.core.text.TextField;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Liking, commenting on and reporting one kind of subject. One database call each. */
public final class TalkResource {
  private static final TextField COMMENT = new TextField("text", 1000, 50);
  private static final TextField NOTE = new TextField("note", 500, 20);
  private static final List<String> REASONS =
      List.of("spam", "abuse", "spoiler", "illegal", "other");

  private final Subject subject;
  private final TalkStore talk;
  private final CommentStore comments;

  public TalkResource(Subject subject, Database database, RateLimits limits) {
    this.subject = subject;
    this.talk = new TalkStore(subject, database, limits);
    this.comments = new CommentStore(subject, database, limits);
  }

  public void addTo(Routes.Builder routes) {
    String one = subject.path() + "/{id}";
    routes
        .put(one + "/like", this::like)
        .delete(one + "/like", this::unlike)
        .post(one + "/report", this::report)
        .get(one + "/comments", this::comments)
        .post(one + "/comments", this::comment)
        .delete(one + "/comments/{commentId}", this::deleteComment);
  }

  private Response like(Request request) {
    long userId = request.requireCaller().userId();
    return Response.ok(new LikeResponse(true, talk.like(userId, request.pathId("id"))));
  }

  private Response unlike(Request request) {
    long userId = request.requireCaller().userId();
    return Response.ok(new LikeResponse(false, talk.unlike(userId, request.pathId("id"))));
  }

  private Response report(Request request) {
    long userId = request.requireCaller().userId();
    ReportRequest report = request.body(ReportRequest.class);
    talk.report(userId, request.pathId("id"), report.givenReason(), NOTE.optional(report.note));
    return Response.noContent();
  }

  private Response comments(Request request) {
    long viewer = request.caller().map(Caller::userId).orElse(0L);
    List<Comment> found = comments.page(viewer, request.pathId("id"), after(request));
    List<Comment> page = found.subList(0, Math.min(CommentStore.PAGE, found.size()));
    Optional<Long> next =
        found.size() > page.size()
            ? Optional.of(page.get(page.size() - 1).commentId())
            : Optional.empty();
    return Response.ok(new CommentsResponse(page.stream().map(CommentResponse::of).toList(), next));
  }

  private static long after(Request request) {
    String after = request.query("after").orElse("0");
    if (!after.matches("[0-9]{1,18}")) {
      throw new AppException(
          ErrorCode.INVALID_VALUE, "A page begins after a comment's id", Map.of("field", "after"));
    }
    return Long.parseLong(after);
  }

  private Response comment(Request request) {
    long userId = request.requireCaller().userId();
    String text = COMMENT.required(request.body(CommentRequest.class).text());
    String key = Writing.requestKey(request);
    long commentId = comments.write(userId, request.pathId("id"), text, key);
    return Response.created(new CommentedResponse(commentId));
  }

  private Response deleteComment(Request request) {
    comments.delete(request.requireCaller(), request.pathId("id"), request.pathId("commentId"));
    return Response.noContent();
  }

  record LikeResponse(boolean liked, int likes) {}

  record CommentRequest(@Nullable String text) {}

  record CommentedResponse(long commentId) {}

  /**
   * @param reason spam, abuse, spoiler, illegal or other
   */
  record ReportRequest(@Nullable String reason, @Nullable String note) {
    String givenReason() {
      if (reason == null || !REASONS.contains(reason)) {
        throw new AppException(
            ErrorCode.INVALID_VALUE,
            "The reason is one of " + String.join(", ", REASONS),
            Map.of("field", "reason"));
      }
      return reason;
    }
  }

  /**
   * @param next what to ask for as {@code after}; absent on the last page
   */
  record CommentsResponse(List<CommentResponse> comments, Optional<Long> next) {}

  record CommentResponse(
      long commentId, String text, Instant writtenAt, boolean mine, Author author) {
    static CommentResponse of(Comment comment) {
      return new CommentResponse(
          comment.commentId(),
          comment.body(),
          Instant.ofEpochMilli(comment.writtenMillis()),
          comment.mine(),
          Author.of(comment.authorId(), comment.nickname(), comment.authorPhoto(), comment.gone()));
    }
  }
}
