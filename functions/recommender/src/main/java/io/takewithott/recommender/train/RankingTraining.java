package io.takewithott.recommender.train;

import io.takewithott.recommender.model.Crowd;
import io.takewithott.recommender.model.ItemNeighbours;
import io.takewithott.recommender.model.ItemWeights;
import io.takewithott.recommender.model.PreferenceFactors;
import io.takewithott.recommender.model.RankingParts;
import io.takewithott.recommender.model.Reading;
import io.takewithott.recommender.progress.Phases;
import io.takewithott.recommender.train.RankingSource.Wanted;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Trains the ranking half of a model as was chosen, wherever the ratings are. */
public final class RankingTraining {
  /** Coarse factors are drawn to zero so much more strongly than fine ones. */
  private static final double COARSE_TO_FINE = 2;

  /** Average ratings added to a user's own mean. */
  private static final float ADDED_TO_MEAN = 3;

  private final Phases phases;

  public RankingTraining(Phases phases) {
    this.phases = phases;
  }

  public RankingParts train(RankingSource ratings, Choice choice, BooleanSupplier timeIsUp) {
    Crowd crowd = ratings.crowd();
    List<ItemWeights> items = phases.run("item weights", () -> itemWeights(ratings, choice));
    ItemNeighbours walk = phases.run("walk", () -> ratings.walk(choice.beta()));
    PreferenceFactors coarse =
        phases.run(
            "coarse preferences",
            () ->
                ratings.preferences(
                    PreferenceSettings.coarse(choice.ridge(), ratings.size()), timeIsUp));
    PreferenceFactors fine =
        phases.run(
            "fine preferences",
            () ->
                ratings.preferences(
                    PreferenceSettings.fine(choice.ridge() / COARSE_TO_FINE, ratings.size()),
                    timeIsUp));
    return new RankingParts(
        items.get(0), items.get(1), walk, coarse, fine, crowd, choice.weights());
  }

  /** Over levels, and over deviations. */
  private static List<ItemWeights> itemWeights(RankingSource ratings, Choice choice) {
    Reading level = Reading.level((float) choice.learned().inputShift());
    Reading deviation = Reading.deviation(ratings.mean(), ADDED_TO_MEAN);
    return ratings.itemWeights(
        List.of(
            new Wanted(level, choice.learned()),
            new Wanted(deviation, ItemWeightSettings.OPINION)));
  }
}
