package io.takewithott.recommender.algebra;

/**
 * Where a sparse matrix in compressed rows has its values, checked: offsets that rise, columns in
 * range and ascending within a row. Made once for any number of matrices with values at the same
 * places, because it knows its columns' entries too: 8 bytes an entry beside the rows' own.
 */
public final class SparsePattern {
  private final int[] offsets;
  private final int[] columns;
  private final int columnCount;
  private final ColumnEntries entries;

  /**
   * @param offsets where each row starts in {@code columns}, and where the last one ends
   * @param columns ascending within a row; neither array is copied
   */
  public SparsePattern(int[] offsets, int[] columns, int columnCount) {
    if (offsets.length == 0 || offsets[0] != 0) {
      throw new IllegalArgumentException("The offsets of sparse rows start with 0");
    }
    int end = offsets[offsets.length - 1];
    if (end > columns.length) {
      throw new IllegalArgumentException(
          "The offsets end at %d, past %d columns".formatted(end, columns.length));
    }
    for (int row = 0; row + 1 < offsets.length; row++) {
      checkRow(row, offsets, columns, columnCount);
    }
    this.offsets = offsets;
    this.columns = columns;
    this.columnCount = columnCount;
    this.entries = ColumnEntries.of(this);
  }

  private static void checkRow(int row, int[] offsets, int[] columns, int columnCount) {
    if (offsets[row + 1] < offsets[row]) {
      throw new IllegalArgumentException("The offsets fall after row " + row);
    }
    int before = -1;
    for (int at = offsets[row]; at < offsets[row + 1]; at++) {
      if (columns[at] <= before || columns[at] >= columnCount) {
        throw new IllegalArgumentException(
            "Row %d has column %d after column %d; they ascend from 0 to %d"
                .formatted(row, columns[at], before, columnCount - 1));
      }
      before = columns[at];
    }
  }

  public int rowCount() {
    return offsets.length - 1;
  }

  public int columnCount() {
    return columnCount;
  }

  public int size() {
    return offsets[offsets.length - 1];
  }

  /** The position of a row's first entry; that of row n ends row n − 1. */
  public int rowStart(int row) {
    return offsets[row];
  }

  /** The column of the entry at a position. */
  public int column(int position) {
    return columns[position];
  }

  /** The number of a column's first entry, where they are counted by column. */
  public int columnStart(int column) {
    return entries.start(column);
  }

  /** The row of an entry that was counted by column. */
  public int row(int entry) {
    return entries.row(entry);
  }

  /** The position among the rows of an entry that was counted by column. */
  public int position(int entry) {
    return entries.position(entry);
  }

  int[] offsets() {
    return offsets;
  }

  int[] columns() {
    return columns;
  }

  ColumnEntries entries() {
    return entries;
  }

  /** Refuses values that are fewer than the entries. */
  void check(float[] values) {
    if (values.length < size()) {
      throw new IllegalArgumentException(
          "%d values for %d places".formatted(values.length, size()));
    }
  }
}
