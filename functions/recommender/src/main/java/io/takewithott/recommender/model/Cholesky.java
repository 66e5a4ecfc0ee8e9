package io.takewithott.recommender.model;

/** Solves symmetric positive definite systems by Cholesky's factorisation. */
final class Cholesky {
  private Cholesky() {}

  /** Solves {@code a x = b}, reading and overwriting only the lower half of {@code a}, and b. */
  static double[] solve(double[][] a, double[] b) {
    int n = b.length;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double rest = a[i][j];
        for (int k = 0; k < j; k++) {
          rest -= a[i][k] * a[j][k];
        }
        if (i == j && rest <= 0) {
          throw new IllegalArgumentException("The matrix is not positive definite");
        }
        a[i][j] = i == j ? Math.sqrt(rest) : rest / a[j][j];
      }
    }
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < i; k++) {
        b[i] -= a[i][k] * b[k];
      }
      b[i] /= a[i][i];
    }
    for (int i = n - 1; i >= 0; i--) {
      for (int k = i + 1; k < n; k++) {
        b[i] -= a[k][i] * b[k];
      }
      b[i] /= a[i][i];
    }
    return b;
  }
}
