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

  SquareMatrix of(int[] offsets, int[] columns, float[] left, float[] right, int columnCount) {
    SparseRows rows = new SparseRows(offsets, columns, left, columnCount);
    if (right.length != left.length) {
      throw new IllegalArgumentException(
          "%d values on the left and %d on the right".formatted(left.length, right.length));
    }
    ColumnEntries entries = ColumnEntries.of(rows);
    SquareMatrix product = new SquareMatrix(columnCount);
    workers.run(
        (columnCount + COLUMNS - 1) / COLUMNS, () -> sumRows(rows, right, entries, product));
    return product;
  }

  private static IntConsumer sumRows(
      SparseRows rows, float[] right, ColumnEntries entries, SquareMatrix product) {
    int n = product.size();
    double[] sums = new double[n];
    return task -> {
      for (int i = task * COLUMNS; i < Math.min((task + 1) * COLUMNS, n); i++) {
        sumRow(i, rows, right, entries, sums);
        int at = product.rowStart(i);
        for (int j = 0; j < n; j++) {
          product.values()[at + j] = (float) sums[j];
          sums[j] = 0;
        }
      }
    };
  }

  private static void sumRow(
      int i, SparseRows rows, float[] right, ColumnEntries entries, double[] sums) {
    int[] columns = rows.columns();
    for (int entry = entries.start(i); entry < entries.start(i + 1); entry++) {
      double value = rows.values()[entries.position(entry)];
      int row = entries.row(entry);
      for (int at = rows.offsets()[row]; at < rows.offsets()[row + 1]; at++) {
        sums[columns[at]] += value * right[at];
      }
    }
  }
}
