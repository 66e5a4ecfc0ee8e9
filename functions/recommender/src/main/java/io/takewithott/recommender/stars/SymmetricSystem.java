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

  /** The posterior mean; the system is factorised afterwards. */
  double[] mean() {
    factorise(precision, width);
    forward(precision, right);
    double[] mean = right.clone();
    backward(precision, mean);
    return mean;
  }

  /** Adds to a mean that was just computed a draw from the posterior around it. */
  void scatter(double[] mean, RandomStream random) {
    Arrays.setAll(row, i -> random.gaussian());
    backward(precision, row);
    for (int i = 0; i < width; i++) {
      mean[i] += row[i];
    }
  }

  /** The variance of (1, factors) times the unknowns; only after {@link #mean()}. */
  double variance(float[] rows, int at) {
    row[0] = 1;
    for (int f = 1; f < width; f++) {
      row[f] = rows[at + f];
    }
    forward(precision, row);
    double sum = 0;
    for (double value : row) {
      sum += value * value;
    }
    return sum;
  }

  /** Cholesky's factorisation of the lower half, in place. */
  static void factorise(double[] a, int n) {
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double rest = a[i * n + j];
        for (int k = 0; k < j; k++) {
          rest -= a[i * n + k] * a[j * n + k];
        }
        if (i == j && !(rest > 0)) {
          throw new IllegalArgumentException("The matrix is not positive definite");
        }
        a[i * n + j] = i == j ? Math.sqrt(rest) : rest / a[j * n + j];
      }
    }
  }

  /** Solves with the lower triangle, in place. */
  static void forward(double[] lower, double[] b) {
    int n = b.length;
    for (int i = 0; i < n; i++) {
      double rest = b[i];
      for (int k = 0; k < i; k++) {
        rest -= lower[i * n + k] * b[k];
      }
      b[i] = rest / lower[i * n + i];
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
