package io.takewithott.recommender.train;

import io.takewithott.recommender.algebra.Blocks;
import io.takewithott.recommender.algebra.DenseAlgebra;
import io.takewithott.recommender.algebra.SparsePattern;
import io.takewithott.recommender.algebra.SquareMatrix;
import io.takewithott.recommender.model.ItemWeights;
import io.takewithott.recommender.model.Reading;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Learned item-item weights in closed form: the ridge regression of every title on all others, EASE
 * (Steck, WWW 2019), with the ridge that dropout amounts to, EDLAE (Steck, NeurIPS 2020), after
 * dividing by powers of the users' and the titles' norms (Park et al., SIGIR 2024). What is
 * regressed on may be read otherwise than what is to be predicted: with X the inputs, Y the
 * targets, {@code P = (XᵀX + Λ)⁻¹} and {@code H = XᵀY}, the weights that leave every title out of
 * its own prediction are {@code P (H − diag(γ))} with {@code γ_j = (P H)_jj / P_jj}; where X is Y
 * this is EASE's own solution.
 *
 * <p>Where users are much fewer than titles the same weights come by way of a matrix over the users
 * ({@link WeightsOverUsers}). The inverse is dense, so only the most rated titles take part, as many as the memory allows;
 * the weights of the others are zero, and their place comes from the other signals.
 */
final class ItemWeightTraining {
  /**
   * The least ridge, as a part of a bound on the largest eigenvalue: below it single precision does
   * not tell the inverse from noise.
   */
  private static final double LEAST_RIDGE = 2e-5;

  /** Rows that are summed together, so that their sums are few enough to be kept. */
  private static final int LEFT_OUT_ROWS = 1024;

  private final DenseAlgebra algebra;
  private final DenseRatings ratings;

  ItemWeightTraining(DenseAlgebra algebra, DenseRatings ratings) {
    this.algebra = algebra;
    this.ratings = ratings;
  }

  /** Weights over levels. */
  ItemWeights learned(ItemWeightSettings settings) {
    return train(Reading.level((float) settings.inputShift()), settings);
  }

  /** Weights over deviations from the user's mean. */
  ItemWeights opinion(ItemWeightSettings settings, Reading deviation) {
    return train(deviation, settings);
  }

  private ItemWeights train(Reading reading, ItemWeightSettings settings) {
    float[] inputs = ratings.read(reading);
    float[] targets = ratings.read(Reading.level((float) settings.targetShift()));
    double[] divisors = ratings.titleNorms((float) settings.inputShift());
    double[] back = new double[divisors.length];
    for (int title = 0; title < divisors.length; title++) {
      divisors[title] = Math.pow(divisors[title], settings.titlePower());
      back[title] = Math.pow(divisors[title], settings.backPower());
    }
    ratings.divide(inputs, targets, divisors, settings.userPower());
    DenseRatings.Rows weights =
        WeightsOverUsers.pays(ratings.pattern())
            ? overUsers(inputs, targets, settings)
            : overTitles(inputs, targets, settings);
    return new ItemWeights(ratings.sparse(weights, divisors, back), reading);
  }

  private DenseRatings.Rows overUsers(
      float[] inputs, float[] targets, ItemWeightSettings settings) {
    SparsePattern pattern = ratings.pattern();
    double[] own = new double[pattern.columnCount()];
    double largest = 0;
    double[] lengths = new double[pattern.rowCount()];
    for (int user = 0; user < lengths.length; user++) {
      for (int at = pattern.rowStart(user); at < pattern.rowStart(user + 1); at++) {
        lengths[user] += Math.abs(inputs[at]);
      }
    }
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
    double[] ridges = new double[own.length];
    Arrays.setAll(ridges, title -> ridge(settings, own[title], bound));
    return WeightsOverUsers.train(algebra, pattern, inputs, targets, ridges);
  }

  private DenseRatings.Rows overTitles(
      float[] inputs, float[] targets, ItemWeightSettings settings) {
    SquareMatrix inverse = algebra.gram(ratings.pattern(), inputs);
    double bound = largestRowSum(inverse);
    for (int title = 0; title < inverse.size(); title++) {
      double own = inverse.get(title, title);
      inverse.set(title, title, (float) (own + ridge(settings, own, bound)));
    }
    algebra.inverse(inverse);
    SquareMatrix cross = algebra.cross(ratings.pattern(), inputs, targets);
    leaveOut(inverse, cross);
    return algebra.replaceByProduct(inverse, cross)::copyRow;
  }

  /**
   * A title's entry of Λ.
   *
   * @param own the square of its inputs
   * @param bound on the largest eigenvalue
   */
  private static double ridge(ItemWeightSettings settings, double own, double bound) {
    double perRating = settings.dropout() / (1 - settings.dropout());
    return Math.max(settings.ridge(), LEAST_RIDGE * bound) + perRating * own;
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
