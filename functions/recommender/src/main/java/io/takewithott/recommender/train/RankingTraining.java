package io.takewithott.recommender.train;

import io.takewithott.recommender.algebra.DenseAlgebra;
import io.takewithott.recommender.model.Crowd;
import io.takewithott.recommender.model.ItemWeights;
import io.takewithott.recommender.model.RankingParts;
import io.takewithott.recommender.model.Reading;
import io.takewithott.recommender.snapshot.RatingsSnapshot;
import java.util.function.BooleanSupplier;

/** Trains the ranking half of a model as was chosen. */
final class RankingTraining {
  /** Average ratings added to a user's own mean. */
  private static final float ADDED_TO_MEAN = 3;

  private static final float MIDDLE_HALF_STARS = 6;

  private final DenseAlgebra algebra;
  private final long seed;
  private final int mostDense;

  /**
   * @param mostDense titles in the dense matrices
   */
  RankingTraining(DenseAlgebra algebra, long seed, int mostDense) {
    this.algebra = algebra;
    this.seed = seed;
    this.mostDense = mostDense;
  }

  RankingParts train(RatingsSnapshot ratings, Choice choice, BooleanSupplier timeIsUp) {
    DenseRatings dense = new DenseRatings(ratings, mostDense);
    ItemWeightTraining items = new ItemWeightTraining(algebra, dense);
    Crowd crowd = CrowdTraining.of(ratings);
    Reading deviation = Reading.deviation(mean(ratings), ADDED_TO_MEAN);
    ItemWeights learned = items.learned(choice.learned());
    ItemWeights opinion = items.opinion(ItemWeightSettings.OPINION, deviation);
    PreferenceTraining preferences = new PreferenceTraining(ratings, seed);
    return new RankingParts(
        learned,
        opinion,
        new NeighbourTraining(ratings).train(choice.beta()),
        preferences.train(
            PreferenceSettings.coarse(choice.coarseRidge(), ratings.size()), timeIsUp),
        preferences.train(PreferenceSettings.fine(choice.fineRidge(), ratings.size()), timeIsUp),
        crowd,
        choice.weights());
  }

  private static float mean(RatingsSnapshot ratings) {
    long sum = 0;
    for (int k = 0; k < ratings.size(); k++) {
      sum += ratings.halfStars(k);
    }
    return ratings.size() == 0 ? MIDDLE_HALF_STARS : (float) ((double) sum / ratings.size());
  }
}
