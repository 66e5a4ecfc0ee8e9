package io.takewithott.recommender.algebra;

/**
 * A sparse matrix in compressed rows, checked: offsets that rise, columns in range and ascending
 * within a row.
 */
record SparseRows(int[] offsets, int[] columns, float[] values, int columnCount) {
  SparseRows {
    if (offsets.length == 0 || offsets[0] != 0) {
      throw new IllegalArgumentException("The offsets of sparse rows start with 0");
    }
    int entries = offsets[offsets.length - 1];
    if (entries > columns.length || entries > values.length) {
      throw new IllegalArgumentException(
          "The offsets end at %d, past %d columns and %d values"
              .formatted(entries, columns.length, values.length));
    }
    for (int row = 0; row + 1 < offsets.length; row++) {
      checkRow(row, offsets, columns, columnCount);
    }
  }

  int rowCount() {
    return offsets.length - 1;
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
}
