package io.takewithott.recommender.algebra;

import java.util.function.IntConsumer;

/**
 * The product {@code XᵀY} of two sparse matrices that hold their values at the same places. As in
 * {@link Gram} one row of the result at a time, summed in double precision and in the order of the
 * source's rows; a source of z entries in m even rows costs z²/m additions.
 */
final class CrossProduct {
  private static final int COLUMNS = 16;

  private final Workers workers;

  CrossProduct(Workers workers) {
    this.workers = workers;
  }

  SquareMatrix of(SparsePattern rows, float[] left, float[] right) {
    rows.check(left);
    rows.check(right);
    SquareMatrix product = new SquareMatrix(rows.columnCount());
    workers.run(
        (rows.columnCount() + COLUMNS - 1) / COLUMNS, () -> sumRows(rows, left, right, product));
    return product;
  }

  private static IntConsumer sumRows(
      SparsePattern rows, float[] left, float[] right, SquareMatrix product) {
    int n = product.size();
    double[] sums = new double[n];
    return task -> {
      for (int i = task * COLUMNS; i < Math.min((task + 1) * COLUMNS, n); i++) {
        sumRow(i, rows, left, right, sums);
        int at = product.rowStart(i);
        for (int j = 0; j < n; j++) {
          product.values()[at + j] = (float) sums[j];
          sums[j] = 0;
        }
      }
    };
  }

  private static void sumRow(
      int i, SparsePattern rows, float[] left, float[] right, double[] sums) {
    ColumnEntries entries = rows.entries();
    int[] columns = rows.columns();
    for (int entry = entries.start(i); entry < entries.start(i + 1); entry++) {
      double value = left[entries.position(entry)];
      int row = entries.row(entry);
      for (int at = rows.offsets()[row]; at < rows.offsets()[row + 1]; at++) {
        sums[columns[at]] += value * right[at];
      }
    }
  }
}
