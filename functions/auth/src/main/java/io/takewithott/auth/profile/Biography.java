package io.takewithott.auth.profile;

import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
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

  /** Joins emoji to one, as in a family; the only invisible character that is let through. */
  private static final int JOINER = 0x200D;

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
            && text.codePoints().allMatch(Biography::isShown);
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

  /** Not so are control characters, direction overrides and halves of characters. */
  private static boolean isShown(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL -> codePoint == '\n';
      case Character.FORMAT -> codePoint == JOINER;
      case Character.SURROGATE,
          Character.UNASSIGNED,
          Character.PRIVATE_USE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
