package io.takewithott.recommender.train;

import io.takewithott.recommender.model.Crowd;
import io.takewithott.recommender.model.ItemNeighbours;
import io.takewithott.recommender.model.ItemWeights;
import io.takewithott.recommender.model.PreferenceFactors;
import io.takewithott.recommender.model.Reading;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Ratings as the ranking half of a model is trained on them: in this machine's memory, or spread
 * over many machines. All parts know the titles of the catalogue.
 */
public interface RankingSource {
  /** How many ratings there are. */
  long size();

  /** The mean of all half stars; the middle of the scale where there are none. */
  float mean();

  Crowd crowd();

  /** Weights as each of these says. */
  List<ItemWeights> itemWeights(List<Wanted> wanted);

  /**
   * @param beta the penalty on popularity
   */
  ItemNeighbours walk(double beta);

  PreferenceFactors preferences(PreferenceSettings settings, BooleanSupplier timeIsUp);

  /** Which item weights are wanted. */
  record Wanted(Reading reading, ItemWeightSettings settings) {}
}
