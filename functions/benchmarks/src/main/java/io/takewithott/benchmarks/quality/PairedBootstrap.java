package io.takewithott.benchmarks.quality;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * How sure a mean difference is, by the percentiles of resampled means (Efron, Annals of Statistics
 * 1979). Paired: both recommenders are measured on the same users, and users are resampled.
 */
final class PairedBootstrap {
  private static final int RESAMPLES = 10_000;
  private static final double TAIL = 0.025;
  private static final long SEED = 20261101;

  private PairedBootstrap() {}

  /** Of the users that both have. */
  static Interval difference(Map<String, Double> ours, Map<String, Double> theirs) {
    double[] differences =
        ours.entrySet().stream()
            .filter(own -> theirs.containsKey(own.getKey()))
            .mapToDouble(own -> own.getValue() - theirs.getOrDefault(own.getKey(), 0.0))
            .toArray();
    return of(differences);
  }

  static Interval of(double[] differences) {
    if (differences.length == 0) {
      return new Interval(0, Double.NaN, Double.NaN, Double.NaN);
    }
    SplittableRandom random = new SplittableRandom(SEED);
    double[] means = new double[RESAMPLES];
    for (int sample = 0; sample < RESAMPLES; sample++) {
      double sum = 0;
      for (int i = 0; i < differences.length; i++) {
        sum += differences[random.nextInt(differences.length)];
      }
      means[sample] = sum / differences.length;
    }
    Arrays.sort(means);
    int tail = (int) (TAIL * RESAMPLES);
    double mean = Arrays.stream(differences).average().orElseThrow();
    return new Interval(differences.length, mean, means[tail], means[RESAMPLES - 1 - tail]);
  }

  /** A mean difference over so many users, and the bounds between which 95 % of resamples lie. */
  record Interval(int users, double mean, double low, double high) {
    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%+.4f [%+.4f, %+.4f]", mean, low, high);
    }
  }
}
