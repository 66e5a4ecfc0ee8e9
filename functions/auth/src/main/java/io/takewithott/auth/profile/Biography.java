package io.takewithott.auth.profile;

import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.text.VisibleText;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A few lines that somebody writes about themselves. It is plain text: whoever shows it escapes it.
 *
 * @param text absent where there is none
 */
record Biography(@Nullable String text) {
  private static final int LONGEST = 300;
  private static final int MOST_LINES = 10;

  /**
   * @param given blank for none
   * @throws AppException INVALID_VALUE
   */
  static Biography of(String given) {
    // Looked at before anything is made of it, for it may be as long as a body.
    if (given.codePointCount(0, given.length()) > 2 * LONGEST) {
      throw refused();
    }
    String text = given.replace("\r\n", "\n").strip();
    boolean fits =
        text.codePointCount(0, text.length()) <= LONGEST
            && text.lines().count() <= MOST_LINES
            && text.codePoints().allMatch(each -> each == '\n' || VisibleText.isShown(each));
    if (!fits) {
      throw refused();
    }
    return new Biography(text.isEmpty() ? null : text);
  }

  private static AppException refused() {
    return new AppException(
        ErrorCode.INVALID_VALUE,
        "A biography has at most "
            + LONGEST
            + " characters in "
            + MOST_LINES
            + " lines, all of them visible",
        Map.of("field", "bio"));
  }
}
