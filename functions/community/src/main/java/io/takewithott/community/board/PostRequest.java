package io.takewithott.community.board;

import io.takewithott.core.text.TextField;
import org.jspecify.annotations.Nullable;

/**
 * {@code {"headline": "…", "text": "…", "upload": "…"}}.
 *
 * @param upload the name of an upload that becomes the photo; only of a new post
 */
record PostRequest(@Nullable String headline, @Nullable String text, @Nullable String upload) {
  private static final TextField HEADLINE = TextField.line("headline", 100);
  private static final TextField TEXT = new TextField("text", 5000, 300);

  Draft draft() {
    return new Draft(HEADLINE.required(headline), TEXT.required(text));
  }

  /** What was written, checked. */
  record Draft(String headline, String text) {}
}
