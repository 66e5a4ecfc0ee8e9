package io.takewithott.recommender.stars;

import java.util.List;

/**
 * Finds how far off predictions are, from how far off they were: the gamma likelihood of the
 * squared errors with a logarithmic link, by Newton's method in its form of reweighted least
 * squares (McCullagh, Nelder: Generalized Linear Models, 1989), whose weights are all the same.
 */
final class DoubtTraining {
  private static final int STEPS = 15;
  private static final int SIZE = 4;
  private static final double RIDGE = 1;
  private static final double LEAST_VARIANCE = 1e-4;

  /** Where nothing was held out: as far off as people commonly are about their own stars. */
  private static final double USUAL_DEVIATION = 1;

  private static final int FEWEST = 30;

  private DoubtTraining() {}

  static Doubt train(List<Case> cases, Stack stack) {
    if (cases.size() < FEWEST) {
      return new Doubt((float) (2 * Math.log(USUAL_DEVIATION)), 0, 0, 0);
    }
    double sum = 0;
    for (Case one : cases) {
      sum += square(one.error(stack));
    }
    double[] found = new double[SIZE];
    found[0] = Math.log(Math.max(LEAST_VARIANCE, sum / cases.size()));
    for (int step = 0; step < STEPS; step++) {
      improve(found, cases, stack);
    }
    return new Doubt((float) found[0], (float) found[1], (float) found[2], (float) found[3]);
  }

  private static void improve(double[] found, List<Case> cases, Stack stack) {
    double[] matrix = new double[SIZE * SIZE];
    double[] right = new double[SIZE];
    for (Case one : cases) {
      Stack.Input input = one.input();
      double[] row = {1, input.user(), input.title(), input.cold() ? 1 : 0};
      double logVariance = 0;
      for (int i = 0; i < SIZE; i++) {
        logVariance += found[i] * row[i];
      }
      double excess = Math.max(LEAST_VARIANCE, square(one.error(stack))) / Math.exp(logVariance) - 1;
      for (int i = 0; i < SIZE; i++) {
        right[i] += row[i] * excess;
        for (int j = 0; j <= i; j++) {
          matrix[i * SIZE + j] += row[i] * row[j];
        }
      }
    }
    for (int i = 0; i < SIZE; i++) {
      matrix[i * SIZE + i] += RIDGE;
      right[i] -= i == 0 ? 0 : RIDGE * found[i];
    }
    SymmetricSystem.factorise(matrix, SIZE);
    SymmetricSystem.forward(matrix, right);
    SymmetricSystem.backward(matrix, right);
    for (int i = 0; i < SIZE; i++) {
      found[i] += Math.max(-1, Math.min(1, right[i]));
    }
  }

  private static double square(double value) {
    return value * value;
  }
}
