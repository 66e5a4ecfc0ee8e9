package io.takewithott.benchmarks.start;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Numbers in order. A quantile is one of them, the nearest from above: nothing is made up. */
final class Quantiles {
  private final List<Double> sorted;

  Quantiles(List<Double> numbers) {
    if (numbers.isEmpty()) {
      throw new IllegalArgumentException("Nothing was measured");
    }
    this.sorted = new ArrayList<>(numbers);
    this.sorted.sort(null);
  }

  double least() {
    return sorted.get(0);
  }

  double median() {
    return at(0.5);
  }

  double at(double share) {
    int place = (int) Math.ceil(share * sorted.size());
    return sorted.get(Math.max(1, place) - 1);
  }

  int size() {
    return sorted.size();
  }

  static String written(double number, int decimals) {
    return String.format(Locale.ROOT, "%." + decimals + "f", number);
  }
}
