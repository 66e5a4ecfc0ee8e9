package io.takewithott.recommender.algebra;

/**
 * A matrix that should be symmetric positive definite is not: a pivot of its elimination is not
 * above zero.
 */
public final class NotPositiveDefiniteException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final int row;
  private final double pivot;

  NotPositiveDefiniteException(int row, int size, double pivot) {
    super(
        ("The matrix is not positive definite: the pivot of row %d of %d is %s."
                + " Add more to its diagonal (a heavier ridge)")
            .formatted(row, size, pivot));
    this.row = row;
    this.pivot = pivot;
  }

  /** The same of a matrix of which this one is the part that starts at row {@code first}. */
  NotPositiveDefiniteException within(int first, int size) {
    return new NotPositiveDefiniteException(first + row, size, pivot);
  }
}
