package io.takewithott.recommender.train;

/**
 * How item weights are trained.
 *
 * @param ridge on every weight
 * @param dropout the share of a user's titles that training leaves out at random, in expectation
 * @param userPower of the norm of a user's ratings, by which they are divided
 * @param titlePower of the norm of a title's ratings, by which they are divided
 * @param backPower the part of the title's division that is undone on the way out
 * @param inputShift the share below zero of the levels that weights are applied to
 * @param targetShift the share below zero of the levels that they are to give
 */
public record ItemWeightSettings(
    double ridge,
    double dropout,
    double userPower,
    double titlePower,
    double backPower,
    double inputShift,
    double targetShift) {

  /** Near the best wherever it was measured; where a search begins. */
  static final ItemWeightSettings DEFAULT =
      new ItemWeightSettings(20, 0.3, 0.2, 0.3, 0.5, 0.2, 0.5);

  /** For the weights over deviations. */
  static final ItemWeightSettings OPINION = new ItemWeightSettings(20, 0.3, 0.3, 0.3, 0.5, 0.2, 2);
}
