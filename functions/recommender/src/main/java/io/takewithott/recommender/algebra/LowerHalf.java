package io.takewithott.recommender.algebra;

/** Finishes a symmetric matrix of which only the lower half has been computed. */
final class LowerHalf {
  private static final int TILE = 64;
  private static final int ROWS = 256;

  private final Workers workers;

  LowerHalf(Workers workers) {
    this.workers = workers;
  }

  void negate(SquareMatrix matrix) {
    float[] a = matrix.values();
    int n = matrix.size();
    workers.run((n + ROWS - 1) / ROWS, task -> negateRows(a, n, task * ROWS));
  }

  private static void negateRows(float[] a, int n, int from) {
    for (int row = from; row < Math.min(from + ROWS, n); row++) {
      for (int i = row * n; i <= row * n + row; i++) {
        a[i] = 0 - a[i]; // not -a[i], which makes negative zeros
      }
    }
  }

  /** Copies the lower half to the upper one, by tiles that stay in the processor's cache. */
  void mirror(SquareMatrix matrix) {
    float[] a = matrix.values();
    int n = matrix.size();
    workers.run((n + TILE - 1) / TILE, task -> mirrorRows(a, n, task * TILE));
  }

  private static void mirrorRows(float[] a, int n, int from) {
    int to = Math.min(from + TILE, n);
    for (int left = 0; left < to; left += TILE) {
      for (int row = from; row < to; row++) {
        for (int column = left; column < Math.min(left + TILE, row); column++) {
          a[column * n + row] = a[row * n + column];
        }
      }
    }
  }
}
