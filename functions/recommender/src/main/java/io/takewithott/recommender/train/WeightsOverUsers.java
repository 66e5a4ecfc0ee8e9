package io.takewithott.recommender.train;

import io.takewithott.recommender.algebra.Blocks;
import io.takewithott.recommender.algebra.DenseAlgebra;
import io.takewithott.recommender.algebra.SparsePattern;
import io.takewithott.recommender.algebra.SquareMatrix;
import java.util.Arrays;

/**
 * The weights of {@link ItemWeightTraining} where users are much fewer than titles: by the inverse
 * of a matrix over the users instead of the titles. With {@code M = (I + X Λ⁻¹ Xᵀ)⁻¹} it is
 *
 * <pre>
 *   P = Λ⁻¹ − Λ⁻¹ Xᵀ M X Λ⁻¹     P XᵀY = Λ⁻¹ Xᵀ M Y
 * </pre>
 *
 * (Woodbury; Petersen and Pedersen, The Matrix Cookbook 2012, 3.2), so that off the diagonal the
 * weights are {@code Λ⁻¹ Xᵀ Z} with {@code Z = M (Y + X Γ Λ⁻¹)}. No matrix over the titles is ever
 * written down, and X stays sparse: with z ratings by m users of n titles that is m³ + z m + z n
 * operations instead of 3 n³.
 */
final class WeightsOverUsers implements DenseRatings.Rows {
  private final SparsePattern pattern;
  private final float[] inputs;
  private final double[] ridges;

  /** Z, of each user all titles. */
  private final float[] spread;

  private WeightsOverUsers(SparsePattern pattern, float[] inputs, double[] ridges, float[] spread) {
    this.pattern = pattern;
    this.inputs = inputs;
    this.ridges = ridges;
    this.spread = spread;
  }

  /** Whether this way is the shorter. */
  static boolean pays(SparsePattern pattern) {
    return 2L * pattern.rowCount() <= pattern.columnCount();
  }

  static WeightsOverUsers train(
      DenseAlgebra algebra,
      SparsePattern pattern,
      float[] inputs,
      float[] targets,
      RidgeRule rule) {
    double[] ridges = ridges(pattern, inputs, rule);
    SquareMatrix inverse = inverse(algebra, pattern, inputs, ridges);
    float[] combined = combined(pattern, inputs, targets, ridges, inverse);
    int titles = pattern.columnCount();
    float[] spread = new float[Math.multiplyExact(pattern.rowCount(), titles)];
    Blocks.each(
        pattern.rowCount(),
        1,
        (from, to) -> {
          for (int user = from; user < to; user++) {
            int into = user * titles;
            for (int other = 0; other < pattern.rowCount(); other++) {
              float weight = inverse.get(user, other);
              int end = pattern.rowStart(other + 1);
              for (int at = pattern.rowStart(other); at < end; at++) {
                spread[into + pattern.column(at)] += weight * combined[at];
              }
            }
          }
        });
    return new WeightsOverUsers(pattern, inputs, ridges, spread);
  }

  /** Of each title; no eigenvalue is larger than the largest sum of a row (Gershgorin). */
  private static double[] ridges(SparsePattern pattern, float[] inputs, RidgeRule rule) {
    double[] lengths = new double[pattern.rowCount()];
    for (int user = 0; user < lengths.length; user++) {
      for (int at = pattern.rowStart(user); at < pattern.rowStart(user + 1); at++) {
        lengths[user] += Math.abs(inputs[at]);
      }
    }
    double[] own = new double[pattern.columnCount()];
    double largest = 0;
    for (int title = 0; title < own.length; title++) {
      double sum = 0;
      int end = pattern.columnStart(title + 1);
      for (int entry = pattern.columnStart(title); entry < end; entry++) {
        double input = inputs[pattern.position(entry)];
        own[title] += input * input;
        sum += Math.abs(input) * lengths[pattern.row(entry)];
      }
      largest = Math.max(largest, sum);
    }
    double bound = largest;
    return Arrays.stream(own).map(square -> rule.of(square, bound)).toArray();
  }

  /** M. */
  private static SquareMatrix inverse(
      DenseAlgebra algebra, SparsePattern pattern, float[] inputs, double[] ridges) {
    int entries = pattern.size();
    int[] starts = new int[pattern.columnCount() + 1];
    int[] users = new int[entries];
    float[] values = new float[entries];
    for (int title = 0; title < pattern.columnCount(); title++) {
      starts[title + 1] = pattern.columnStart(title + 1);
      double root = Math.sqrt(ridges[title]);
      for (int entry = starts[title]; entry < starts[title + 1]; entry++) {
        users[entry] = pattern.row(entry);
        values[entry] = (float) (inputs[pattern.position(entry)] / root);
      }
    }
    SquareMatrix matrix =
        algebra.gram(new SparsePattern(starts, users, pattern.rowCount()), values);
    matrix.addToDiagonal(1);
    return algebra.inverse(matrix);
  }

  /** Y + X Γ Λ⁻¹, at the places of X. */
  private static float[] combined(
      SparsePattern pattern,
      float[] inputs,
      float[] targets,
      double[] ridges,
      SquareMatrix inverse) {
    float[] combined = new float[pattern.size()];
    Blocks.each(
        pattern.columnCount(),
        (from, to) -> {
          for (int title = from; title < to; title++) {
            double ownPrediction = product(pattern, title, inputs, targets, inverse);
            double ownInputs = product(pattern, title, inputs, inputs, inverse);
            double gamma = ownPrediction / (1 - ownInputs / ridges[title]);
            int end = pattern.columnStart(title + 1);
            for (int entry = pattern.columnStart(title); entry < end; entry++) {
              int at = pattern.position(entry);
              combined[at] = (float) (targets[at] + inputs[at] * gamma / ridges[title]);
            }
          }
        });
    return combined;
  }

  /** The product of a title's two columns with M between them. */
  private static double product(
      SparsePattern pattern, int title, float[] left, float[] right, SquareMatrix inverse) {
    double sum = 0;
    int begin = pattern.columnStart(title);
    int end = pattern.columnStart(title + 1);
    for (int a = begin; a < end; a++) {
      double inner = 0;
      for (int b = begin; b < end; b++) {
        inner += (double) inverse.get(pattern.row(a), pattern.row(b)) * right[pattern.position(b)];
      }
      sum += left[pattern.position(a)] * inner;
    }
    return sum;
  }

  @Override
  public void copy(int title, float[] into) {
    int titles = pattern.columnCount();
    Arrays.fill(into, 0);
    int end = pattern.columnStart(title + 1);
    for (int entry = pattern.columnStart(title); entry < end; entry++) {
      float weight = (float) (inputs[pattern.position(entry)] / ridges[title]);
      int from = pattern.row(entry) * titles;
      for (int other = 0; other < titles; other++) {
        into[other] += weight * spread[from + other];
      }
    }
  }
}
