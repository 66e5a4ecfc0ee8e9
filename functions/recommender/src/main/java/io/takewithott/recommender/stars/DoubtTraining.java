package io.takewithott.recommender.stars;

import java.util.List;

/**
 * Finds how far off predictions are, from how far off they were: the gamma likelihood of the
 * squared errors with a logarithmic link, by Fisher scoring, in which every case weighs the same
 * (McCullagh, Nelder: Generalized Linear Models, 1989).
 */
final class DoubtTraining {
  private static final int STEPS = 20;
  private static final double RIDGE = 10;
  private static final double LONGEST_STEP = 1;
  private static final double LEAST_VARIANCE = 1e-4;

  /** Where nothing was held out: as far off as people commonly are about their own stars. */
  private static final double USUAL_VARIANCE = 1;

  private static final int FEWEST = 30;

  private DoubtTraining() {}

  static Doubt train(List<Case> cases, Stack stack) {
    double variance = USUAL_VARIANCE;
    if (cases.size() >= FEWEST) {
      double sum = 0;
      for (Case one : cases) {
        sum += one.error(stack) * one.error(stack);
      }
      variance = Math.max(LEAST_VARIANCE, sum / cases.size());
    }
    float[] start = new float[Doubt.SIZE];
    start[0] = (float) Math.log(variance);
    Doubt doubt = new Doubt(start);
    if (cases.size() >= FEWEST && variance > LEAST_VARIANCE) {
      for (int step = 0; step < STEPS; step++) {
        doubt = better(doubt, cases, stack);
      }
    }
    return doubt;
  }

  private static Doubt better(Doubt doubt, List<Case> cases, Stack stack) {
    int size = Doubt.SIZE;
    double[] matrix = new double[size * size];
    double[] right = new double[size];
    double[] terms = new double[size];
    for (Case one : cases) {
      Doubt.terms(one.clues(), terms);
      double square = Math.max(LEAST_VARIANCE, one.error(stack) * one.error(stack));
      double excess = square / doubt.variance(one.clues()) - 1;
      for (int i = 0; i < size; i++) {
        right[i] += terms[i] * excess;
        for (int j = 0; j <= i; j++) {
          matrix[i * size + j] += terms[i] * terms[j];
        }
      }
    }
    for (int i = 1; i < size; i++) {
      matrix[i * size + i] += RIDGE;
      right[i] -= RIDGE * doubt.coefficients()[i];
    }
    SymmetricSystem.factorise(matrix, size);
    SymmetricSystem.forward(matrix, right);
    SymmetricSystem.backward(matrix, right);
    float[] coefficients = doubt.coefficients().clone();
    for (int i = 0; i < size; i++) {
      coefficients[i] += (float) Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, right[i]));
    }
    return new Doubt(coefficients);
  }
}
