package io.takewithott.recommender.algebra;

/**
 * The inverse of a small symmetric positive definite matrix: the sweep operator row by row, in
 * double precision.
 */
final class SmallInverse {
  private SmallInverse() {}

  /**
   * Replaces a matrix of {@code n} rows, of which it reads the lower half, by its whole inverse.
   */
  static void replace(float[] matrix, int n) {
    double[] a = new double[n * n];
    for (int row = 0; row < n; row++) {
      for (int column = 0; column <= row; column++) {
        a[row * n + column] = matrix[row * n + column];
        a[column * n + row] = matrix[row * n + column];
      }
    }
    for (int k = 0; k < n; k++) {
      sweep(a, n, k);
    }
    for (int i = 0; i < a.length; i++) {
      matrix[i] = (float) -a[i];
    }
  }

  private static void sweep(double[] a, int n, int k) {
    double pivot = a[k * n + k];
    if (!(pivot > 0) || pivot == Double.POSITIVE_INFINITY) {
      throw new NotPositiveDefiniteException(k, n, pivot);
    }
    for (int row = 0; row < n; row++) {
      double factor = a[row * n + k] / pivot;
      for (int column = 0; row != k && column < n; column++) {
        a[row * n + column] -= factor * a[k * n + column];
      }
    }
    for (int i = 0; i < n; i++) {
      a[k * n + i] /= pivot;
      a[i * n + k] = a[k * n + i];
    }
    a[k * n + k] = -1 / pivot;
  }
}
