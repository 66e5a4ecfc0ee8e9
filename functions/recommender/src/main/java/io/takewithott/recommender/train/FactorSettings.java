package io.takewithott.recommender.train;

import io.takewithott.recommender.model.LatentFactors.Ridge;

/**
 * How latent factors are trained.
 *
 * @param noise standard deviation of the factors at the start
 * @param iterations rounds over all ratings
 * @param ridge how a user is folded in afterwards
 */
public record FactorSettings(
    int factors,
    double learningRate,
    double regularisation,
    double noise,
    int iterations,
    Ridge ridge) {

  /** Well regularised, as it measured best among what Taste offers. */
  public static final FactorSettings DEFAULT =
      new FactorSettings(64, 0.01, 0.08, 0.05, 50, new Ridge(3f, 0.08f, 1f));
}
