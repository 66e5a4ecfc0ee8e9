package io.takewithott.recommender.stars;

import java.util.Arrays;

/**
 * What the rows of one side have in common: in each dimension they scatter around a mean, which is
 * drawn from its posterior, with a precision that is given.
 */
final class GaussianPrior {
  /** As if so many rows at zero had been seen. */
  private static final double ROWS_AT_ZERO = 1;

  private final float[] mean;
  private final double[] precision;

  GaussianPrior(int width, double biasVariance, double factorVariance) {
    this.mean = new float[width];
    this.precision = new double[width];
    Arrays.fill(precision, 1 / factorVariance);
    precision[0] = 1 / biasVariance;
  }

  int width() {
    return mean.length;
  }

  float[] mean() {
    return mean;
  }

  double[] precision() {
    return precision;
  }

  /** A draw around zero with this precision. */
  void noise(RandomStream random, double[] into) {
    for (int f = 0; f < into.length; f++) {
      into[f] = random.gaussian() / Math.sqrt(precision[f]);
    }
  }

  /** Draws the mean anew, given the sums of so many rows. */
  void drawMean(int rows, double[] sums, RandomStream random) {
    double counted = ROWS_AT_ZERO + rows;
    for (int f = 0; f < mean.length; f++) {
      mean[f] = (float) (sums[f] / counted + random.gaussian() / Math.sqrt(precision[f] * counted));
    }
  }
}
