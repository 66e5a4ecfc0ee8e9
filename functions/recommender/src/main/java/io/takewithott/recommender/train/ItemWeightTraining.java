package io.takewithott.recommender.train;

import io.takewithott.recommender.algebra.DenseAlgebra;
import io.takewithott.recommender.algebra.SquareMatrix;
import io.takewithott.recommender.model.ItemWeights;
import io.takewithott.recommender.model.Reading;
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
 * <p>The inverse is dense, so only the most rated titles take part, as many as the memory allows;
 * the weights of the others are zero, and their place comes from the other signals.
 */
final class ItemWeightTraining {
  /**
   * The least ridge, as a part of a bound on the largest eigenvalue: below it single precision does
   * not tell the inverse from noise.
   */
  private static final double LEAST_RIDGE = 2e-5;

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
    int size = ratings.size();
    float[] inputs = ratings.read(reading);
    float[] targets = ratings.read(Reading.level((float) settings.targetShift()));
    double[] divisors = ratings.titleNorms(Reading.level((float) settings.inputShift()));
    for (int title = 0; title < size; title++) {
      divisors[title] = Math.pow(divisors[title], settings.titlePower());
    }
    ratings.divide(inputs, targets, divisors, settings.userPower());
    SquareMatrix inverse =
        algebra.gram(ratings.offsets(), ratings.columns(), inputs, ratings.size());
    double ridge = Math.max(settings.ridge(), LEAST_RIDGE * largestRowSum(inverse));
    double perRating = settings.dropout() / (1 - settings.dropout());
    for (int title = 0; title < size; title++) {
      double own = inverse.get(title, title);
      inverse.set(title, title, (float) (own + ridge + perRating * own));
    }
    algebra.inverse(inverse);
    SquareMatrix cross =
        algebra.cross(ratings.offsets(), ratings.columns(), inputs, targets, ratings.size());
    leaveOut(inverse, cross);
    SquareMatrix weights = algebra.replaceByProduct(inverse, cross);
    double[] back = divisors.clone();
    for (int title = 0; title < size; title++) {
      back[title] = Math.pow(divisors[title], settings.backPower());
    }
    return new ItemWeights(ratings.sparse(weights, divisors, back), reading);
  }

  /** No eigenvalue is larger (Gershgorin). */
  private static double largestRowSum(SquareMatrix matrix) {
    double largest = 0;
    for (int row = 0; row < matrix.size(); row++) {
      double sum = 0;
      int at = matrix.rowStart(row);
      for (int column = 0; column < matrix.size(); column++) {
        sum += Math.abs(matrix.values()[at + column]);
      }
      largest = Math.max(largest, sum);
    }
    return largest;
  }

  /** Takes from the diagonal of H what would let a title predict itself. */
  private static void leaveOut(SquareMatrix inverse, SquareMatrix cross) {
    int size = inverse.size();
    double[] own = new double[size];
    for (int k = 0; k < size; k++) {
      int at = cross.rowStart(k);
      for (int j = 0; j < size; j++) {
        // P is symmetric, so its row k is read instead of column k.
        own[j] += (double) inverse.values()[at + j] * cross.values()[at + j];
      }
    }
    IntStream.range(0, size)
        .forEach(j -> cross.set(j, j, (float) (cross.get(j, j) - own[j] / inverse.get(j, j))));
  }
}
