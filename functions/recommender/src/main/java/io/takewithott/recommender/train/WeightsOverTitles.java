package io.takewithott.recommender.train;

import io.takewithott.recommender.algebra.Blocks;
import io.takewithott.recommender.algebra.DenseAlgebra;
import io.takewithott.recommender.algebra.SquareMatrix;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** The weights of {@link ItemWeightTraining} by the inverse of the matrix over the titles. */
final class WeightsOverTitles {
  /** Rows that are summed together, so that their sums are few enough to be kept. */
  private static final int LEFT_OUT_ROWS = 1024;

  private WeightsOverTitles() {}

  static DenseRatings.Rows train(
      DenseAlgebra algebra,
      SquareMatrix gram,
      Supplier<SquareMatrix> crossProducts,
      RidgeRule ridges) {
    SquareMatrix inverse = gram;
    double bound = largestRowSum(inverse);
    for (int title = 0; title < inverse.size(); title++) {
      double own = inverse.get(title, title);
      inverse.set(title, title, (float) (own + ridges.of(own, bound)));
    }
    algebra.inverse(inverse);
    SquareMatrix cross = crossProducts.get();
    leaveOut(inverse, cross);
    return algebra.replaceByProduct(inverse, cross)::copyRow;
  }

  /** No eigenvalue is larger (Gershgorin). */
  private static double largestRowSum(SquareMatrix matrix) {
    return IntStream.range(0, matrix.size())
        .parallel()
        .mapToDouble(
            row -> {
              double sum = 0;
              int at = matrix.rowStart(row);
              for (int column = 0; column < matrix.size(); column++) {
                sum += Math.abs(matrix.values()[at + column]);
              }
              return sum;
            })
        .max()
        .orElse(0);
  }

  /** Takes from the diagonal of H what would let a title predict itself. */
  private static void leaveOut(SquareMatrix inverse, SquareMatrix cross) {
    int size = inverse.size();
    double[] own =
        Blocks.sum(
            size,
            LEFT_OUT_ROWS,
            size,
            (from, to, sums) -> {
              for (int k = from; k < to; k++) {
                int at = cross.rowStart(k);
                for (int j = 0; j < size; j++) {
                  // P is symmetric, so its row k is read instead of column k.
                  sums[j] += (double) inverse.values()[at + j] * cross.values()[at + j];
                }
              }
            });
    IntStream.range(0, size)
        .forEach(j -> cross.set(j, j, (float) (cross.get(j, j) - own[j] / inverse.get(j, j))));
  }
}
