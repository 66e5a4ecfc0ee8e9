package io.takewithott.recommender;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ids as text, separated by commas. */
final class Ids {
  private Ids() {}

  static List<Long> parse(@Nullable String text) {
    return text == null || text.isEmpty()
        ? List.of()
        : Arrays.stream(text.split(",")).map(Long::valueOf).toList();
  }
}
