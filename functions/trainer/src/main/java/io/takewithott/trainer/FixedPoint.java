package io.takewithott.trainer;

/**
 * Numbers as whole multiples of a small unit. Sums of these are the same in whichever order the
 * machines send theirs, so that a model does not depend on which machine was slow or was lost.
 */
final class FixedPoint {
  /** Some 6e-8; sums up to 5e11 fit. */
  private static final double UNITS = 1L << 24;

  private FixedPoint() {}

  static long of(double value) {
    return Math.round(value * UNITS);
  }

  static double value(long units) {
    return units / UNITS;
  }
}
