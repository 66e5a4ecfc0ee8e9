package io.takewithott.recommender.algebra;

/**
 * Where the entries of each column of sparse rows are: the row of each, and its position among the
 * rows' entries.
 */
final class ColumnEntries {
  private final int[] starts;
  private final int[] rows;
  private final int[] positions;

  private ColumnEntries(int[] starts, int entries) {
    this.starts = starts;
    this.rows = new int[entries];
    this.positions = new int[entries];
  }

  static ColumnEntries of(SparsePattern source) {
    int entries = source.size();
    int[] starts = new int[source.columnCount() + 1];
    for (int at = 0; at < entries; at++) {
      starts[source.columns()[at] + 1]++;
    }
    for (int column = 0; column < source.columnCount(); column++) {
      starts[column + 1] += starts[column];
    }
    ColumnEntries byColumn = new ColumnEntries(starts, entries);
    byColumn.fill(source);
    return byColumn;
  }

  private void fill(SparsePattern source) {
    int[] next = starts.clone();
    for (int row = 0; row < source.rowCount(); row++) {
      for (int at = source.offsets()[row]; at < source.offsets()[row + 1]; at++) {
        int entry = next[source.columns()[at]]++;
        rows[entry] = row;
        positions[entry] = at;
      }
    }
  }

  /** The number of the first entry of a column; that of column n ends column n − 1. */
  int start(int column) {
    return starts[column];
  }

  int row(int entry) {
    return rows[entry];
  }

  int position(int entry) {
    return positions[entry];
  }
}
