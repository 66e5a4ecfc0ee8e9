package io.takewithott.recommender.algebra;

import dev.ludovic.netlib.blas.BLAS;
import java.util.function.IntConsumer;

/** The product of two square matrices, a block of rows at a time. */
final class MatrixProduct {
  private static final int ROWS = 256;

  /**
   * Columns, and terms of the sums, in one call: no call lasts so long that a collector has to wait
   * for it.
   */
  private static final int SPAN = 2_048;

  private final BLAS blas;
  private final Workers workers;

  MatrixProduct(BLAS blas, Workers workers) {
    this.blas = blas;
    this.workers = workers;
  }

  SquareMatrix replace(SquareMatrix a, SquareMatrix b) {
    checkSizes(a, b);
    if (a.values() == b.values()) {
      throw new IllegalArgumentException("A matrix cannot be replaced by its product with itself");
    }
    workers.run(blocks(a.size()), () -> replaceBlock(a, b));
    return a;
  }

  private IntConsumer replaceBlock(SquareMatrix a, SquareMatrix b) {
    int n = a.size();
    float[] before = new float[Math.min(ROWS, n) * n];
    return block -> {
      int from = block * ROWS;
      int rows = rows(n, from);
      System.arraycopy(a.values(), from * n, before, 0, rows * n);
      multiply(before, 0, rows, b, a.values(), from * n);
    };
  }

  /** Some rows of the left factor times b; into places that are overwritten. */
  private void multiply(float[] left, int start, int rows, SquareMatrix b, float[] into, int at) {
    int n = b.size();
    for (int column = 0; column < n; column += SPAN) {
      int columns = Math.min(SPAN, n - column);
      for (int term = 0; term < n; term += SPAN) {
        int terms = Math.min(SPAN, n - term);
        // BLAS counts by columns: a row-major product comes out with its factors in reverse order.
        blas.sgemm(
            "N",
            "N",
            columns,
            rows,
            terms,
            1,
            b.values(),
            term * n + column,
            n,
            left,
            start + term,
            n,
            term == 0 ? 0 : 1,
            into,
            at + column,
            n);
      }
    }
  }

  private static int blocks(int n) {
    return (n + ROWS - 1) / ROWS;
  }

  private static int rows(int n, int from) {
    return Math.min(ROWS, n - from);
  }

  private static void checkSizes(SquareMatrix a, SquareMatrix b) {
    if (a.size() != b.size()) {
      throw new IllegalArgumentException(
          "A product takes two matrices of one size, not of %d and %d rows"
              .formatted(a.size(), b.size()));
    }
  }
}
