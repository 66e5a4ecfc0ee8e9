package io.takewithott.recommender.train;

import io.takewithott.recommender.model.RankingWeights;

/**
 * What validation decided.
 *
 * @param beta the walk's penalty on popularity
 * @param coarseRidge of the coarse factors of preference
 * @param fineRidge of the fine ones
 */
record Choice(
    ItemWeightSettings learned,
    double beta,
    double coarseRidge,
    double fineRidge,
    RankingWeights weights) {
  /** Near the best wherever it was measured. */
  static final Choice DEFAULT =
      new Choice(ItemWeightSettings.DEFAULT, 0.3, 60, 30, RankingFit.DEFAULT);

  Choice with(RankingWeights other) {
    return new Choice(learned, beta, coarseRidge, fineRidge, other);
  }
}
