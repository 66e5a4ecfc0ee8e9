package io.takewithott.recommender.train;

import io.takewithott.recommender.algebra.DenseAlgebra;
import io.takewithott.recommender.algebra.SquareMatrix;
import io.takewithott.recommender.model.Reading;
import io.takewithott.recommender.snapshot.RatingsByTitle;
import io.takewithott.recommender.snapshot.RatingsSnapshot;

/**
 * What item weights are solved from ({@link ItemWeightTraining}), summed over some users: those of
 * all users are the sums of these.
 */
public final class ItemWeightSums {
  private final DenseAlgebra algebra;
  private final DenseRatings ratings;
  private final float[] inputs;
  private final float[] targets;

  ItemWeightSums(
      DenseAlgebra algebra,
      DenseRatings ratings,
      Head head,
      Reading reading,
      ItemWeightSettings settings) {
    this.algebra = algebra;
    this.ratings = ratings;
    this.inputs = ratings.read(reading);
    this.targets = ratings.read(Reading.level((float) settings.targetShift()));
    ratings.divide(inputs, targets, head.divisors(), settings.userPower());
  }

  /**
   * @param users some users, over all titles
   * @param counts of all users
   */
  public static ItemWeightSums of(
      DenseAlgebra algebra,
      RatingsSnapshot users,
      TitleCounts counts,
      Head head,
      Reading reading,
      ItemWeightSettings settings) {
    DenseRatings dense = new DenseRatings(users, RatingsByTitle.of(users), counts, head.titles());
    return new ItemWeightSums(algebra, dense, head, reading, settings);
  }

  /** XᵀX. */
  public SquareMatrix gram() {
    return algebra.gram(ratings.pattern(), inputs);
  }

  /** XᵀY. */
  public SquareMatrix cross() {
    return algebra.cross(ratings.pattern(), inputs, targets);
  }

  float[] inputs() {
    return inputs;
  }

  float[] targets() {
    return targets;
  }
}
