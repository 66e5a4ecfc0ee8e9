package io.takewithott.recommender.algebra;

import java.util.function.IntConsumer;

/**
 * The Gram matrix of sparse rows. One row of the result at a time: for each source row that holds
 * column i, its entries up to i are added to one array of sums that stays in the processor's cache,
 * so that a source of z entries in m even rows costs z²/2m additions. The sums are of double
 * precision and in the order of the source's rows.
 */
final class Gram {
  /** Columns that a thread takes at a time: few, because they may differ much in length. */
  private static final int COLUMNS = 16;

  private final Workers workers;

  Gram(Workers workers) {
    this.workers = workers;
  }

  SquareMatrix of(SparsePattern rows, float[] values) {
    rows.check(values);
    SquareMatrix gram = new SquareMatrix(rows.columnCount());
    workers.run((rows.columnCount() + COLUMNS - 1) / COLUMNS, () -> sumColumns(rows, values, gram));
    new LowerHalf(workers).mirror(gram);
    return gram;
  }

  private static IntConsumer sumColumns(SparsePattern rows, float[] values, SquareMatrix gram) {
    int n = gram.size();
    double[] sums = new double[n];
    return task -> {
      for (int i = task * COLUMNS; i < Math.min((task + 1) * COLUMNS, n); i++) {
        sumColumn(i, rows, values, sums);
        int at = gram.rowStart(i);
        for (int j = 0; j <= i; j++) {
          gram.values()[at + j] = (float) sums[j];
          sums[j] = 0;
        }
      }
    };
  }

  /** Adds the source rows that hold column i, up to that column. */
  private static void sumColumn(int i, SparsePattern rows, float[] values, double[] sums) {
    ColumnEntries entries = rows.entries();
    int[] columns = rows.columns();
    for (int entry = entries.start(i); entry < entries.start(i + 1); entry++) {
      int last = entries.position(entry);
      double value = values[last];
      for (int at = rows.offsets()[entries.row(entry)]; at <= last; at++) {
        sums[columns[at]] += value * values[at];
      }
    }
  }
}
