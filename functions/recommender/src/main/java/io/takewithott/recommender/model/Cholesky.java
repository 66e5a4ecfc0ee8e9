package io.takewithott.recommender.model;

/**
 * Solves symmetric positive definite systems by Cholesky's factorisation; made for some dozens of
 * unknowns.
 */
final class Cholesky {
  private final double[][] a;
  private final double[] inverseDiagonal;

  private Cholesky(double[][] a, double[] inverseDiagonal) {
    this.a = a;
    this.inverseDiagonal = inverseDiagonal;
  }

  /** Factors a matrix, reading and overwriting only its lower half. */
  static Cholesky of(double[][] a) {
    return new Cholesky(a, factor(a, a.length));
  }

  /** Solves {@code a x = b}, reading and overwriting only the lower half of {@code a}, and b. */
  static double[] solve(double[][] a, double[] b) {
    return of(a).solve(b);
  }

  /** Solves {@code a x = b}, overwriting b, which it answers. */
  double[] solve(double[] b) {
    for (int i = 0; i < b.length; i++) {
      b[i] = (b[i] - dot(a[i], b, i)) * inverseDiagonal[i];
    }
    for (int i = b.length - 1; i >= 0; i--) {
      b[i] *= inverseDiagonal[i];
      for (int k = 0; k < i; k++) {
        b[k] -= b[i] * a[i][k];
      }
    }
    return b;
  }

  /**
   * Puts the factor below the diagonal and answers one over its diagonal: a product is faster than
   * a quotient.
   */
  private static double[] factor(double[][] a, int n) {
    double[] inverseDiagonal = new double[n];
    for (int i = 0; i < n; i++) {
      double[] row = a[i];
      for (int j = 0; j < i; j++) {
        row[j] = (row[j] - dot(row, a[j], j)) * inverseDiagonal[j];
      }
      double pivot = row[i] - dot(row, row, i);
      if (pivot <= 0) {
        throw new IllegalArgumentException("The matrix is not positive definite");
      }
      inverseDiagonal[i] = 1 / Math.sqrt(pivot);
    }
    return inverseDiagonal;
  }

  /** Four sums side by side: one alone would wait for each addition before the next. */
  private static double dot(double[] x, double[] y, int length) {
    double first = 0;
    double second = 0;
    double third = 0;
    double fourth = 0;
    int k = 0;
    for (; k + 3 < length; k += 4) {
      first += x[k] * y[k];
      second += x[k + 1] * y[k + 1];
      third += x[k + 2] * y[k + 2];
      fourth += x[k + 3] * y[k + 3];
    }
    for (; k < length; k++) {
      first += x[k] * y[k];
    }
    return (first + second) + (third + fourth);
  }
}
