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
  private final double[][] square = new double[TITLE_TRAITS][TITLE_TRAITS];
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
          square[i / 2][j / 2] += coefficient;
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
    double[] traits = {title.bias(), title.count(), title.steadiness()};
    double sum = constant + (cold ? this.cold : 0);
    for (int i = 0; i < TITLE_TRAITS; i++) {
      double slope = linear[i];
      for (int j = i; j < TITLE_TRAITS; j++) {
        slope += square[i][j] * traits[j];
      }
      sum += slope * traits[i];
    }
    return sum
        + this.factors.of(factors, traits)
        + this.neighbours.of(neighbours, traits)
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

    double of(double word, double[] title) {
      double weight = itself + squared * word;
      for (int i = 0; i < TITLE_TRAITS; i++) {
        weight += times[i] * title[i];
      }
      return weight * word;
    }
  }
}
