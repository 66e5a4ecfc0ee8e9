package io.takewithott.recommender.train;

import io.takewithott.recommender.algebra.DenseAlgebra;
import io.takewithott.recommender.model.Crowd;
import io.takewithott.recommender.model.ItemNeighbours;
import io.takewithott.recommender.model.ItemWeights;
import io.takewithott.recommender.model.RankingParts;
import io.takewithott.recommender.model.Reading;
import io.takewithott.recommender.progress.Phases;
import io.takewithott.recommender.snapshot.RatingsByTitle;
import io.takewithott.recommender.snapshot.RatingsSnapshot;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Trains the ranking half of a model as was chosen. */
final class RankingTraining {
  /** Coarse factors are drawn to zero so much more strongly than fine ones. */
  private static final double COARSE_TO_FINE = 2;

  /** Average ratings added to a user's own mean. */
  private static final float ADDED_TO_MEAN = 3;

  private static final float MIDDLE_HALF_STARS = 6;

  private final DenseAlgebra algebra;
  private final long seed;
  private final int mostDense;
  private final Phases phases;

  /**
   * @param mostDense titles in the dense matrices
   */
  RankingTraining(DenseAlgebra algebra, long seed, int mostDense, Phases phases) {
    this.algebra = algebra;
    this.seed = seed;
    this.mostDense = mostDense;
    this.phases = phases;
  }

  RankingParts train(RatingsSnapshot ratings, Choice choice, BooleanSupplier timeIsUp) {
    RatingsByTitle byTitle = RatingsByTitle.of(ratings);
    Crowd crowd = CrowdTraining.of(byTitle);
    List<ItemWeights> items =
        phases.run("item weights", () -> itemWeights(ratings, byTitle, choice));
    ItemNeighbours walk =
        phases.run("walk", () -> new NeighbourTraining(ratings, byTitle).train(choice.beta()));
    PreferenceTraining preferences = new PreferenceTraining(algebra, ratings, byTitle, seed);
    return new RankingParts(
        items.get(0),
        items.get(1),
        walk,
        phases.run(
            "coarse preferences",
            () ->
                preferences.train(
                    PreferenceSettings.coarse(choice.ridge(), ratings.size()), timeIsUp)),
        phases.run(
            "fine preferences",
            () ->
                preferences.train(
                    PreferenceSettings.fine(choice.ridge() / COARSE_TO_FINE, ratings.size()),
                    timeIsUp)),
        crowd,
        choice.weights());
  }

  /** Over levels, and over deviations. */
  private List<ItemWeights> itemWeights(
      RatingsSnapshot ratings, RatingsByTitle byTitle, Choice choice) {
    ItemWeightTraining items =
        new ItemWeightTraining(algebra, new DenseRatings(ratings, byTitle, mostDense));
    Reading deviation = Reading.deviation(mean(ratings), ADDED_TO_MEAN);
    return List.of(
        items.learned(choice.learned()), items.opinion(ItemWeightSettings.OPINION, deviation));
  }

  private static float mean(RatingsSnapshot ratings) {
    long sum = 0;
    for (int k = 0; k < ratings.size(); k++) {
      sum += ratings.halfStars(k);
    }
    return ratings.size() == 0 ? MIDDLE_HALF_STARS : (float) ((double) sum / ratings.size());
  }
}
