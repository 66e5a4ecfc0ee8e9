package io.takewithott.community.review;

import io.takewithott.community.review.ReviewRequest.Review;
import io.takewithott.community.review.ReviewRow.ReviewResponse;
import io.takewithott.community.review.ReviewStore.Written;
import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.database.Database;
import io.takewithott.core.http.Caller;
import io.takewithott.core.http.Cursor;
import io.takewithott.core.http.Request;
import io.takewithott.core.http.Response;
import io.takewithott.core.http.Routes;
import io.takewithott.core.limits.RateLimits;
import io.takewithott.core.taste.TasteAnnouncements;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Reviews: reading, and writing one's own. One database call each. */
public final class ReviewResource {
  private final ReviewStore store;
  private final TasteAnnouncements announcements;

  public ReviewResource(
      Database database, RateLimits limits, TasteAnnouncements announcements, InstantSource clock) {
    this.store = new ReviewStore(database, limits, clock);
    this.announcements = announcements;
  }

  public void addTo(Routes.Builder routes) {
    routes
        .get("/titles/{id}/reviews", this::ofTitle)
        .put("/titles/{id}/review", this::write)
        .delete("/titles/{id}/review", this::delete)
        .get("/reviews/{id}", this::one)
        .get("/me/reviews", this::own);
  }

  /** A message follows if stars were given, even the same: an earlier attempt may not have told. */
  private Response write(Request request) {
    long userId = request.requireCaller().userId();
    long titleId = request.pathId("id");
    Review review = request.body(ReviewRequest.class).review();
    Written written = store.write(userId, titleId, review);
    Long version = written.tasteVersion();
    if (review.stars() != null && version != null) {
      announcements.announce(userId, version, written.inBurst());
    }
    long reviewId = written.reviewId() == null ? 0 : written.reviewId();
    WrittenResponse answer = new WrittenResponse(reviewId, Optional.ofNullable(version));
    return written.created() ? Response.created(answer) : Response.ok(answer);
  }

  private Response delete(Request request) {
    store.delete(request.requireCaller().userId(), request.pathId("id"));
    return Response.noContent();
  }

  private Response ofTitle(Request request) {
    ReviewSort sort = ReviewSort.of(request.query("sort").orElse("helpful"));
    return page(
        store.ofTitle(request.pathId("id"), viewer(request), sort, Cursor.of(request)), sort);
  }

  private Response own(Request request) {
    return page(store.own(request.requireCaller(), Cursor.of(request)), ReviewSort.NEWEST);
  }

  private static Response page(List<ReviewRow> found, ReviewSort sort) {
    List<ReviewRow> page = found.subList(0, Math.min(ReviewStore.PAGE, found.size()));
    Optional<String> next =
        found.size() > page.size()
            ? Optional.of(page.get(page.size() - 1).place(sort).toString())
            : Optional.empty();
    return Response.ok(new ReviewsResponse(page.stream().map(ReviewRow::response).toList(), next));
  }

  private Response one(Request request) {
    long reviewId = request.pathId("id");
    return Response.ok(
        store
            .find(reviewId, viewer(request))
            .map(ReviewRow::response)
            .orElseThrow(
                () ->
                    new AppException(
                        ErrorCode.NOT_FOUND, "There is no review with the id " + reviewId)));
  }

  private static long viewer(Request request) {
    return request.caller().map(Caller::userId).orElse(0L);
  }

  /**
   * @param tasteVersion from which on a ranking knows the stars
   */
  record WrittenResponse(long reviewId, Optional<Long> tasteVersion) {}

  /**
   * @param next the cursor of the next page, if there is one
   */
  record ReviewsResponse(List<ReviewResponse> reviews, Optional<String> next) {}
}
