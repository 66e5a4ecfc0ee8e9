package io.takewithott.rating.opinion;

import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.taste.Stars;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code {"stars": 4.5}}. */
record RateRequest(@Nullable Double stars) {
  Stars given() {
    if (stars == null) {
      throw new AppException(
          ErrorCode.INVALID_VALUE, "Say how many stars", Map.of("field", "stars"));
    }
    return Stars.of(stars);
  }
}
