package io.takewithott.catalog.suggestion;

import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line that somebody suggests.
 *
 * @param speaker the role that says it
 */
record LineRequest(String line, @Nullable String speaker) {
  static final int LEAST_LETTERS = 2;
  static final int LONGEST = 300;
  static final int LONGEST_SPEAKER = 60;

  LineRequest(@Nullable String line, @Nullable String speaker) {
    if (line == null) {
      throw new AppException(
          ErrorCode.INVALID_VALUE, "line is what is said in the film", Map.of("field", "line"));
    }
    this.line = LineText.of("line", line, LEAST_LETTERS, LONGEST);
    this.speaker =
        speaker == null || speaker.isBlank()
            ? null
            : LineText.of("speaker", speaker, 1, LONGEST_SPEAKER);
  }
}
