package io.takewithott.recommender.algebra;

/** Matrices for tests. */
final class Matrices {
  private Matrices() {}

  /** Of the values row after row. */
  static SquareMatrix of(float... values) {
    SquareMatrix matrix = new SquareMatrix((int) Math.sqrt(values.length));
    System.arraycopy(values, 0, matrix.values(), 0, values.length);
    return matrix;
  }

  static SquareMatrix copy(SquareMatrix matrix) {
    return of(matrix.values());
  }

  static SquareMatrix identity(int size) {
    return withDiagonal(new SquareMatrix(size), 1);
  }

  /** The same matrix with so much added to its diagonal. */
  static SquareMatrix withDiagonal(SquareMatrix matrix, float added) {
    matrix.addToDiagonal(added);
    return matrix;
  }
}
