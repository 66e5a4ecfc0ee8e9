package io.takewithott.recommender.stars;

import java.util.Arrays;

/**
 * The normal equations of a Bayesian regression: precision and right-hand side, to which ratings
 * are added; its solution is the posterior mean, and a draw from the posterior costs one more back
 * substitution. One instance is used for many rows, by one thread.
 */
final class SymmetricSystem {
  private final int width;
  private final double[] precision;
  private final double[] right;
  private final double[] row;

  SymmetricSystem(int width) {
    this.width = width;
    this.precision = new double[width * width];
    this.right = new double[width];
    this.row = new double[width];
  }

  /** Begins with a prior: the precision of each unknown, and its mean. */
  void begin(double[] priorPrecision, float[] priorMean, int at) {
    Arrays.fill(precision, 0);
    for (int i = 0; i < width; i++) {
      precision[i * width + i] = priorPrecision[i];
      right[i] = priorPrecision[i] * priorMean[at + i];
    }
  }

  /**
   * Adds an observation of the unknowns times (1, factors), where the row's first number is not a
   * factor but a bias.
   */
  void add(float[] rows, int at, double value, double weight) {
    row[0] = 1;
    for (int f = 1; f < width; f++) {
      row[f] = rows[at + f];
    }
    double scaledValue = weight * (value - rows[at]);
    for (int i = 0; i < width; i++) {
      double own = row[i];
      right[i] += scaledValue * own;
      double scaled = weight * own;
      int into = i * width;
      for (int j = 0; j <= i; j++) {
        precision[into + j] += scaled * row[j];
      }
    }
  }

  /**
   * Adds observations that were summed up already: of (1, factors) and then the value, times
   * themselves.
   */
  void addProducts(float[] products, double weight) {
    int size = width + 1;
    for (int i = 0; i < width; i++) {
      for (int j = 0; j <= i; j++) {
        precision[i * width + j] += weight * products[i * size + j];
      }
      right[i] += weight * products[width * size + i];
    }
  }

  /** To be called when all observations are there, before mean and draw. */
  void factorise() {
    factorise(precision, width);
    forward(precision, right);
  }

  /** The posterior mean; only after {@link #factorise()}. */
  double[] mean() {
    double[] mean = right.clone();
    backward(precision, mean);
    return mean;
  }

  /** A draw from the posterior, the last that is asked; only after {@link #factorise()}. */
  double[] draw(RandomStream random) {
    for (int i = 0; i < width; i++) {
      right[i] += random.gaussian();
    }
    backward(precision, right);
    return right;
  }

  /** Cholesky's factorisation of the lower half, in place. */
  static void factorise(double[] a, int n) {
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        a[i * n + j] = (a[i * n + j] - product(a, i * n, a, j * n, j)) / a[j * n + j];
      }
      double rest = a[i * n + i] - product(a, i * n, a, i * n, i);
      if (!(rest > 0)) {
        throw new IllegalArgumentException("The matrix is not positive definite");
      }
      a[i * n + i] = Math.sqrt(rest);
    }
  }

  /** Four sums side by side: one alone would wait for each addition before the next. */
  private static double product(double[] x, int xAt, double[] y, int yAt, int length) {
    double first = 0;
    double second = 0;
    double third = 0;
    double fourth = 0;
    int k = 0;
    for (; k + 3 < length; k += 4) {
      first += x[xAt + k] * y[yAt + k];
      second += x[xAt + k + 1] * y[yAt + k + 1];
      third += x[xAt + k + 2] * y[yAt + k + 2];
      fourth += x[xAt + k + 3] * y[yAt + k + 3];
    }
    for (; k < length; k++) {
      first += x[xAt + k] * y[yAt + k];
    }
    return (first + second) + (third + fourth);
  }

  /** Solves with the lower triangle, in place. */
  static void forward(double[] lower, double[] b) {
    int n = b.length;
    for (int i = 0; i < n; i++) {
      b[i] = (b[i] - product(lower, i * n, b, 0, i)) / lower[i * n + i];
    }
  }

  /** Solves with the transpose of the lower triangle, in place. */
  static void backward(double[] lower, double[] b) {
    int n = b.length;
    for (int i = n - 1; i >= 0; i--) {
      double value = b[i] / lower[i * n + i];
      b[i] = value;
      for (int k = 0; k < i; k++) {
        b[k] -= lower[i * n + k] * value;
      }
    }
  }
}
