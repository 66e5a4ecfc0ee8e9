package io.takewithott.community.review;

import io.takewithott.core.taste.Stars;
import io.takewithott.core.text.TextField;
import org.jspecify.annotations.Nullable;

/**
 * {@code {"headline": "…", "text": "…", "stars": 4.5, "spoiler": false}}; only the text must be
 * there.
 */
record ReviewRequest(
    @Nullable String headline,
    @Nullable String text,
    @Nullable Double stars,
    @Nullable Boolean spoiler) {
  private static final TextField HEADLINE = TextField.line("headline", 100);
  private static final TextField TEXT = new TextField("text", 5000, 300);

  /** What was given, checked. */
  Review review() {
    return new Review(
        HEADLINE.optional(headline),
        TEXT.required(text),
        stars == null ? null : Stars.of(stars),
        Boolean.TRUE.equals(spoiler));
  }

  /**
   * @param stars absent where the rating stays as it is
   */
  record Review(@Nullable String headline, String text, @Nullable Stars stars, boolean spoiler) {}
}
