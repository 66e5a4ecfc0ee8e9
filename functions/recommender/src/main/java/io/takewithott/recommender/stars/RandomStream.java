package io.takewithott.recommender.stars;

import java.util.SplittableRandom;

/** Random numbers that depend on nothing but the seed, the round and the row. */
final class RandomStream {
  private final SplittableRandom random;

  RandomStream(long seed, int round, int row) {
    random = new SplittableRandom(mixed(mixed(seed + round) + row));
  }

  /** The finaliser of SplitMix64 (Steele, Lea, Flood: OOPSLA 2014). */
  static long mixed(long value) {
    long z = value + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
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
