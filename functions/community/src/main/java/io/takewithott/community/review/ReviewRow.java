package io.takewithott.community.review;

import io.takewithott.community.talk.Author;
import io.takewithott.core.http.Cursor;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A review as somebody sees it.
 *
 * @param halfStars the author's rating of the title, as it is now
 * @param liked whether the viewer likes it
 * @param mine whether the viewer wrote it
 * @param hidden by an administrator; then its author alone sees it
 */
record ReviewRow(
    long reviewId,
    long titleId,
    String title,
    @Nullable String headline,
    String body,
    boolean spoiler,
    int likes,
    int comments,
    @Nullable Integer halfStars,
    int helpfulness,
    boolean mine,
    boolean hidden,
    boolean liked,
    long createdMillis,
    @Nullable Long editedMillis,
    long authorId,
    String nickname,
    @Nullable String authorPhoto,
    boolean gone,
    @Nullable Boolean live) {
  private static final double HALF = 0.5;

  /** Where a page that ends here goes on. */
  Cursor place(ReviewSort sort) {
    return new Cursor(sort == ReviewSort.HELPFUL ? helpfulness : reviewId, reviewId);
  }

  ReviewResponse response() {
    return new ReviewResponse(
        reviewId,
        titleId,
        title,
        Optional.ofNullable(headline),
        body,
        Optional.ofNullable(halfStars).map(half -> half * HALF),
        spoiler,
        likes,
        comments,
        liked,
        mine,
        hidden,
        Instant.ofEpochMilli(createdMillis),
        Optional.ofNullable(editedMillis).map(Instant::ofEpochMilli),
        Author.of(authorId, nickname, authorPhoto, gone));
  }

  record ReviewResponse(
      long reviewId,
      long titleId,
      String title,
      Optional<String> headline,
      String text,
      Optional<Double> stars,
      boolean spoiler,
      int likes,
      int comments,
      boolean liked,
      boolean mine,
      boolean hidden,
      Instant createdAt,
      Optional<Instant> editedAt,
      Author author) {}
}
