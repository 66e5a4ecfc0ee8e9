package io.takewithott.recommender.train;

import java.util.stream.IntStream;

/**
 * The most rated titles, which take part in dense matrices, and the powers of their norms: their
 * ratings are divided by the one, and weights multiplied with the other on the way out. The most
 * rated comes first, so that the sums that most ratings are added to lie side by side.
 */
public record Head(int[] titles, double[] divisors, double[] back) {
  /** A title rated once says nothing of any other. */
  private static final int LEAST_RATINGS = 2;

  /**
   * @param most titles that take part
   */
  public static Head of(TitleCounts counts, int most, ItemWeightSettings settings) {
    return of(counts, mostRated(counts, most), settings);
  }

  static Head of(TitleCounts counts, int[] titles, ItemWeightSettings settings) {
    double[] divisors = new double[titles.length];
    double[] back = new double[titles.length];
    for (int number = 0; number < titles.length; number++) {
      double norm = counts.norm(titles[number], (float) settings.inputShift());
      divisors[number] = Math.pow(norm, settings.titlePower());
      back[number] = Math.pow(divisors[number], settings.backPower());
    }
    return new Head(titles, divisors, back);
  }

  /** The most often rated first; of equally often rated ones the lower. */
  static int[] mostRated(TitleCounts counts, int most) {
    long[] raters = IntStream.range(0, counts.titleCount()).mapToLong(counts::raters).toArray();
    return IntStream.range(0, raters.length)
        .filter(title -> raters[title] >= LEAST_RATINGS)
        .boxed()
        .sorted((a, b) -> raters[a] == raters[b] ? a - b : Long.compare(raters[b], raters[a]))
        .limit(most)
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
