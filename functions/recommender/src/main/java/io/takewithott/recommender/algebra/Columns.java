package io.takewithott.recommender.algebra;

/**
 * A matrix kept by its columns, to be multiplied with one vector after the other. Adding up columns
 * lets the processor work on several rows at a time, which adding up along a row in Java does not.
 */
public final class Columns {
  /** Columns added in one pass over the sums. */
  private static final int AT_ONCE = 4;

  private final float[] values;
  private final int rows;
  private final int count;

  private Columns(float[] values, int rows, int count) {
    this.values = values;
    this.rows = rows;
    this.count = count;
  }

  /** The matrix whose rows, of so many numbers each, follow each other. */
  public static Columns ofRows(float[] matrix, int width) {
    int rows = matrix.length / width;
    float[] values = new float[rows * width];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < width; column++) {
        values[column * rows + row] = matrix[row * width + column];
      }
    }
    return new Columns(values, rows, width);
  }

  /** Each row's product with the vector. */
  public float[] times(float[] vector) {
    if (vector.length != count) {
      throw new IllegalArgumentException(vector.length + " numbers for " + count + " columns");
    }
    float[] sums = new float[rows];
    int column = 0;
    for (; column + AT_ONCE <= count; column += AT_ONCE) {
      addFour(vector, column, sums);
    }
    for (; column < count; column++) {
      add(vector[column], column * rows, sums);
    }
    return sums;
  }

  private void addFour(float[] vector, int column, float[] sums) {
    float a = vector[column];
    float b = vector[column + 1];
    float c = vector[column + 2];
    float d = vector[column + 3];
    int first = column * rows;
    int second = first + rows;
    int third = second + rows;
    int fourth = third + rows;
    for (int row = 0; row < sums.length; row++) {
      sums[row] +=
          (a * values[first + row] + b * values[second + row])
              + (c * values[third + row] + d * values[fourth + row]);
    }
  }

  private void add(float factor, int from, float[] sums) {
    for (int row = 0; row < sums.length; row++) {
      sums[row] += factor * values[from + row];
    }
  }
}
