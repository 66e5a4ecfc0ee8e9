package io.takewithott.recommender.train;

import io.takewithott.recommender.algebra.DenseAlgebra;
import io.takewithott.recommender.algebra.SparsePattern;
import io.takewithott.recommender.algebra.SquareMatrix;
import io.takewithott.recommender.model.ItemWeights;
import io.takewithott.recommender.model.Reading;
import java.util.function.Supplier;

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
 * ({@link WeightsOverUsers}). The inverse is dense, so only the most rated titles take part, as
 * many as the memory allows; the weights of the others are zero, and their place comes from the
 * other signals.
 */
public final class ItemWeightTraining {
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

  ItemWeights train(Reading reading, ItemWeightSettings settings) {
    Head head = ratings.head(settings);
    ItemWeightSums sums = new ItemWeightSums(algebra, ratings, head, reading, settings);
    SparsePattern pattern = ratings.pattern();
    if (!WeightsOverUsers.pays(pattern)) {
      return solved(
          algebra, sums.gram(), sums::cross, head, ratings.titleCount(), reading, settings);
    }
    DenseRatings.Rows weights =
        WeightsOverUsers.train(
            algebra,
            pattern,
            sums.inputs(),
            sums.targets(),
            (own, bound) -> ridge(settings, own, bound));
    return new ItemWeights(DenseRatings.sparse(weights, head, ratings.titleCount()), reading);
  }

  /**
   * The weights that follow from sums over all users, wherever these were summed up.
   *
   * @param gram XᵀX; spoilt
   * @param cross XᵀY, asked for when the inverse is there
   */
  public static ItemWeights solved(
      DenseAlgebra algebra,
      SquareMatrix gram,
      Supplier<SquareMatrix> cross,
      Head head,
      int titleCount,
      Reading reading,
      ItemWeightSettings settings) {
    DenseRatings.Rows weights =
        WeightsOverTitles.train(algebra, gram, cross, (own, bound) -> ridge(settings, own, bound));
    return new ItemWeights(DenseRatings.sparse(weights, head, titleCount), reading);
  }

  private static double ridge(ItemWeightSettings settings, double own, double bound) {
    double perRating = settings.dropout() / (1 - settings.dropout());
    return Math.max(settings.ridge(), LEAST_RIDGE * bound) + perRating * own;
  }
}
