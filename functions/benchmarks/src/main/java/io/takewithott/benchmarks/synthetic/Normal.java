package io.takewithott.benchmarks.synthetic;

import java.util.SplittableRandom;

/** Normal numbers of mean 0 and deviation 1 (Box and Muller, 1958). */
final class Normal {
  private Normal() {}

  static double next(SplittableRandom random) {
    double radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
    return radius * Math.cos(2 * Math.PI * random.nextDouble());
  }
}
