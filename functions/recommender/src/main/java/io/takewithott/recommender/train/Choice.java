package io.takewithott.recommender.train;

import io.takewithott.recommender.model.RankingWeights;

/**
 * What validation decided.
 *
 * @param beta the walk's penalty on popularity
 * @param ridge of the coarse factors of preference
 */
public record Choice(
    ItemWeightSettings learned, double beta, double ridge, RankingWeights weights) {
  /** Near the best wherever it was measured. */
  static final Choice DEFAULT = new Choice(ItemWeightSettings.DEFAULT, 0.3, 60, RankingFit.DEFAULT);

  Choice with(RankingWeights other) {
    return new Choice(learned, beta, ridge, other);
  }
}
