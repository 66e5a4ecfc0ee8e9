package io.takewithott.recommender.stars;

import io.takewithott.recommender.stars.Clues.Traits;

/**
 * A stack's polynomial ({@link Stack}) with one user's traits put in: what is left to multiply for
 * each title is a quarter of it. The same sums but for rounding.
 */
final class UserStack {
  private static final int TITLE_TRAITS = 3;

  private final double cold;
  private final double constant;
  private final double[] linear = new double[TITLE_TRAITS];

  /** Of the pairs 00, 01, 02, 11, 12, 22. */
  private final double[] square = new double[TITLE_TRAITS * (TITLE_TRAITS + 1) / 2];

  private final Word factors;
  private final Word neighbours;
  private final double both;

  UserStack(Stack stack, Traits user) {
    float[] c = stack.coefficients();
    double[] known = {user.bias(), user.count(), user.steadiness()};
    double sum = c[0];
    for (int i = 0; i < Clues.TRAITS; i++) {
      if (ofUser(i)) {
        sum += c[2 + i] * known[i / 2];
      } else {
        linear[i / 2] += c[2 + i];
      }
    }
    int at = 2 + Clues.TRAITS;
    int pair = 0;
    for (int i = 0; i < Clues.TRAITS; i++) {
      for (int j = i; j < Clues.TRAITS; j++) {
        double coefficient = c[at++];
        if (ofUser(i) && ofUser(j)) {
          sum += coefficient * known[i / 2] * known[j / 2];
        } else if (ofUser(i)) {
          linear[j / 2] += coefficient * known[i / 2];
        } else if (ofUser(j)) {
          linear[i / 2] += coefficient * known[j / 2];
        } else {
          square[pair++] = coefficient;
        }
      }
    }
    this.constant = sum;
    this.cold = c[1];
    this.factors = new Word(c, Stack.FACTORS_FROM, known);
    this.neighbours = new Word(c, Stack.NEIGHBOURS_FROM, known);
    this.both = c[Stack.SIZE - 1];
  }

  /** The traits take turns, the user's first: see {@link Clues#trait}. */
  private static boolean ofUser(int trait) {
    return trait % 2 == 0;
  }

  /** What the stack adds to the baseline: all parts together. */
  double sum(double factors, double neighbours, Traits title, boolean cold) {
    double bias = title.bias();
    double count = title.count();
    double steadiness = title.steadiness();
    double level =
        constant
            + bias * (linear[0] + square[0] * bias + square[1] * count + square[2] * steadiness)
            + count * (linear[1] + square[3] * count + square[4] * steadiness)
            + steadiness * (linear[2] + square[5] * steadiness);
    return level
        + (cold ? this.cold : 0)
        + this.factors.of(factors, bias, count, steadiness)
        + this.neighbours.of(neighbours, bias, count, steadiness)
        + both * neighbours * factors;
  }

  /** What one model's word counts: times each trait, and squared. */
  private static final class Word {
    private final double itself;
    private final double[] times = new double[TITLE_TRAITS];
    private final double squared;

    Word(float[] coefficients, int from, double[] user) {
      double sum = coefficients[from];
      for (int i = 0; i < Clues.TRAITS; i++) {
        if (ofUser(i)) {
          sum += coefficients[from + 1 + i] * user[i / 2];
        } else {
          times[i / 2] = coefficients[from + 1 + i];
        }
      }
      this.itself = sum;
      this.squared = coefficients[from + 1 + Clues.TRAITS];
    }

    double of(double word, double bias, double count, double steadiness) {
      return word
          * (itself + squared * word + times[0] * bias + times[1] * count + times[2] * steadiness);
    }
  }
}
