package io.takewithott.catalog.rotation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Which services to hold month by month, and how many titles of each class to see. The month with
 * the most to see comes first, and months of the same services follow each other; behind them
 * nothing is held.
 *
 * @param seen how many titles in all
 * @param costWon of all months
 */
record Rotation(int seen, int costWon, List<Month> months) {
  Rotation {
    months = List.copyOf(months);
  }

  static Rotation of(List<Month> months) {
    return new Rotation(
        months.stream().mapToInt(Month::seen).sum(),
        months.stream().mapToInt(Month::costWon).sum(),
        months.stream()
            .sorted(
                Comparator.comparingInt(Month::seen).reversed().thenComparingInt(Month::held))
            .toList());
  }

  /**
   * @param held bits of the services
   * @param watched how many of each class
   */
  record Month(int held, int[] watched, int costWon) {
    int seen() {
      return Arrays.stream(watched).sum();
    }
  }
}
