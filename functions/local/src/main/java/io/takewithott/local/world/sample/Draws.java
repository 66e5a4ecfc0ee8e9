package io.takewithott.local.world.sample;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Random numbers that are the same on every machine: SplitMix64 beneath, StrictMath above. Draws
 * that are named (a group's opinion of a director) depend on their names alone, so that a film more
 * in the file leaves what is said of the others as it is.
 */
final class Draws {
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private final SplittableRandom random;

  Draws(long seed) {
    this.random = new SplittableRandom(seed);
  }

  static Draws named(long seed, String what, Object... names) {
    long hash = FNV_OFFSET ^ seed;
    String text = what + ':' + Arrays.toString(names);
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * FNV_PRIME;
    }
    return new Draws(hash);
  }

  /** From 0 to below 1. */
  double uniform() {
    return (random.nextLong() >>> 11) * 0x1.0p-53;
  }

  double uniform(double least, double below) {
    return least + (below - least) * uniform();
  }

  int below(int bound) {
    return (int) (uniform() * bound);
  }

  /** Mean 0, deviation 1 (Box and Muller). */
  double normal() {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform()));
    return radius * StrictMath.cos(2 * StrictMath.PI * uniform());
  }

  /** Added to log weights, it makes the largest sums a weighted sample without replacement. */
  double gumbel() {
    return -StrictMath.log(-StrictMath.log(uniform(1e-12, 1)));
  }

  /** An index, as likely as its weight. */
  int weighted(double[] weights) {
    double total = 0;
    for (double weight : weights) {
      total += weight;
    }
    double left = uniform() * total;
    for (int i = 0; i < weights.length - 1; i++) {
      left -= weights[i];
      if (left < 0) {
        return i;
      }
    }
    return weights.length - 1;
  }

  void shuffle(int[] values) {
    for (int i = values.length - 1; i > 0; i--) {
      int j = below(i + 1);
      int value = values[i];
      values[i] = values[j];
      values[j] = value;
    }
  }
}
