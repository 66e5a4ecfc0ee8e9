package io.takewithott.recommender.algebra;

/**
 * A square matrix of single precision numbers in one Java array, row after row. An array's length
 * limits it to {@value #MAX_SIZE} rows; a matrix of 20,000 rows takes 1.6 GB of heap.
 */
public final class SquareMatrix {
  /** The largest square below the greatest length of an array, 2³¹ − 1. */
  public static final int MAX_SIZE = 46_340;

  private final int size;
  private final float[] values;

  /** A matrix of zeros. */
  public SquareMatrix(int size) {
    if (size < 0 || size > MAX_SIZE) {
      throw new IllegalArgumentException(
          "A matrix has 0 to %d rows, not %d".formatted(MAX_SIZE, size));
    }
    this.size = size;
    this.values = new float[size * size];
  }

  public int size() {
    return size;
  }

  public float get(int row, int column) {
    return values[index(row, column)];
  }

  public void set(int row, int column, float value) {
    values[index(row, column)] = value;
  }

  /** The matrix's own array: what is written there is written to the matrix. */
  public float[] values() {
    return values;
  }

  /** Where a row starts in {@link #values}. */
  public int rowStart(int row) {
    return row * size;
  }

  public void copyRow(int row, float[] into) {
    System.arraycopy(values, index(row, 0), into, 0, size);
  }

  public void addToDiagonal(float value) {
    for (int row = 0; row < size; row++) {
      values[row * size + row] += value;
    }
  }

  private int index(int row, int column) {
    if (row < 0 || row >= size || column < 0 || column >= size) {
      throw new IndexOutOfBoundsException(
          "Row %d, column %d of a matrix of %d rows".formatted(row, column, size));
    }
    return row * size + column;
  }
}
