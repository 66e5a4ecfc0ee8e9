package io.takewithott.recommender.stars;

import io.takewithott.recommender.algebra.SplitMix64;
import java.util.SplittableRandom;

/** Random numbers that depend on nothing but the seed, the round and the row. */
final class RandomStream {
  private final SplittableRandom random;

  RandomStream(long seed, int round, int row) {
    random = new SplittableRandom(SplitMix64.mixed(SplitMix64.mixed(seed + round) + row));
  }

  double gaussian() {
    return random.nextGaussian();
  }

  /**
   * From the gamma distribution with this shape, at least 1, and rate 1 (Marsaglia, Tsang: A Simple
   * Method for Generating Gamma Variables, TOMS 2000).
   */
  double gamma(double shape) {
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = random.nextGaussian();
      double v = Math.pow(1 + c * x, 3);
      if (v > 0 && Math.log(random.nextDouble()) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
        return d * v;
      }
    }
  }
}
