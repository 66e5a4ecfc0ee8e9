package io.takewithott.recommender.stars;

/**
 * How the Bayesian factors are trained.
 *
 * @param factors how many each user and title has
 * @param variance of the factors before anything is known
 * @param noise the variance of a rating, as a part of what biases leave unexplained
 * @param rounds of drawing everything once
 * @param draws how many rounds are kept, the last of them, evenly
 */
record FactorSettings(int factors, double variance, double noise, int rounds, int draws) {
  /** The first rounds are still on their way from where the training began. */
  private static final double BURN_IN = 0.35;

  /** Whether a round, counted from 0, is one of those that are kept. */
  boolean keeps(int round) {
    int from = (int) (rounds * BURN_IN);
    int kept = rounds - from;
    int nth = round - from + 1;
    return nth > 0 && nth * draws / kept != (nth - 1) * draws / kept;
  }
}
