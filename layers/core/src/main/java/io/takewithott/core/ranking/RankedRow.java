package io.takewithott.core.ranking;

import java.util.List;
import java.util.Optional;

/**
 * A row of the home page.
 *
 * @param seed the user's title that a {@code BECAUSE} row grew from
 */
public record RankedRow(Kind kind, Optional<Long> seed, List<Long> titleIds) {
  /** What a row promises. */
  public enum Kind {
    FOR_YOU,
    BECAUSE,
    PREDICTED_HIGH,
    POPULAR
  }

  public RankedRow {
    titleIds = List.copyOf(titleIds);
  }
}
