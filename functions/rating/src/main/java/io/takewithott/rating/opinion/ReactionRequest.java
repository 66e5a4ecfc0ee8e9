package io.takewithott.rating.opinion;

import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code {"reaction": "like"}}, or {@code "dislike"}. */
record ReactionRequest(@Nullable String reaction) {
  boolean liked() {
    if ("like".equals(reaction) || "dislike".equals(reaction)) {
      return reaction.equals("like");
    }
    throw new AppException(
        ErrorCode.INVALID_VALUE, "A reaction is like or dislike", Map.of("field", "reaction"));
  }
}
