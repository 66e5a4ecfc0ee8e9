package io.takewithott.rating.opinion;

import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code {"reaction": "like"}}, or {@code "dislike"}. */
record ReactionRequest(@Nullable String reaction) {
  boolean liked() {
    boolean liked = "like".equals(reaction);
    if (liked || "dislike".equals(reaction)) {
      return liked;
    }
    throw new AppException(
        ErrorCode.INVALID_VALUE, "A reaction is like or dislike", Map.of("field", "reaction"));
  }
}
