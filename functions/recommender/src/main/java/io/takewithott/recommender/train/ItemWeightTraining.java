package io.takewithott.recommender.train;

import io.takewithott.recommender.algebra.DenseAlgebra;
import io.takewithott.recommender.algebra.SparsePattern;
import io.takewithott.recommender.model.ItemWeights;
import io.takewithott.recommender.model.Reading;

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
    float[] inputs = ratings.read(reading);
    float[] targets = ratings.read(Reading.level((float) settings.targetShift()));
    double[] divisors = ratings.titleNorms((float) settings.inputShift());
    double[] back = new double[divisors.length];
    for (int title = 0; title < divisors.length; title++) {
      divisors[title] = Math.pow(divisors[title], settings.titlePower());
      back[title] = Math.pow(divisors[title], settings.backPower());
    }
    ratings.divide(inputs, targets, divisors, settings.userPower());
    SparsePattern pattern = ratings.pattern();
    RidgeRule ridges = (own, bound) -> ridge(settings, own, bound);
    DenseRatings.Rows weights =
        WeightsOverUsers.pays(pattern)
            ? WeightsOverUsers.train(algebra, pattern, inputs, targets, ridges)
            : WeightsOverTitles.train(algebra, pattern, inputs, targets, ridges);
    return new ItemWeights(ratings.sparse(weights, divisors, back), reading);
  }

  private static double ridge(ItemWeightSettings settings, double own, double bound) {
    double perRating = settings.dropout() / (1 - settings.dropout());
    return Math.max(settings.ridge(), LEAST_RIDGE * bound) + perRating * own;
  }
}
