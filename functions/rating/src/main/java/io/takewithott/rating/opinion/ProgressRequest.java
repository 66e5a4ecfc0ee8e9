package io.takewithott.rating.opinion;

import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code {"seconds": 1260, "finished": false}}; either may be left out. */
record ProgressRequest(@Nullable Integer seconds, @Nullable Boolean finished) {
  /** A hundred hours, as the longest series are. */
  static final int MOST_SECONDS = 360_000;

  int givenSeconds() {
    int given = seconds == null ? 0 : seconds;
    if (given < 0 || given > MOST_SECONDS || (seconds == null && !isFinished())) {
      throw new AppException(
          ErrorCode.INVALID_VALUE,
          "Progress is 0 to " + MOST_SECONDS + " seconds",
          Map.of("field", "seconds"));
    }
    return given;
  }

  boolean isFinished() {
    return Boolean.TRUE.equals(finished);
  }
}
