package io.takewithott.recommender.stars;

import java.util.List;

/**
 * How the Bayesian factors are trained.
 *
 * @param factors how many each user and title has
 * @param variance of the factors before anything is known
 * @param rounds of drawing everything once
 * @param draws how many rounds are kept, the last of them, evenly
 */
record FactorSettings(int factors, double variance, int rounds, int draws) {
  /** The first rounds are still on their way from where the training began. */
  private static final double BURN_IN = 0.35;

  /** A choice between widths trains twice; from here on the time goes into one. */
  private static final int MOST_CHOSEN = 3_000_000;

  /** From here on rounds are dear, and as so many ratings decide, fewer of them suffice. */
  private static final int MANY_RATINGS = 6_000_000;

  /** A model's size is the titles times the draws. */
  private static final int MANY_TITLES = 16_000;

  private static final int ROUNDS = 70;
  private static final int FEW_ROUNDS = 30;
  private static final int DRAWS = 16;
  private static final int FEW_DRAWS = 8;

  /** What comes into question for so much data; validation chooses if it is more than one. */
  static List<FactorSettings> candidates(int ratings, int titles) {
    int draws = titles > MANY_TITLES ? FEW_DRAWS : DRAWS;
    int rounds = ratings > MANY_RATINGS ? FEW_ROUNDS : ROUNDS;
    FactorSettings narrow = new FactorSettings(16, 0.08, rounds, draws);
    return ratings > MOST_CHOSEN
        ? List.of(narrow)
        : List.of(narrow, new FactorSettings(32, 0.06, rounds, draws / 2));
  }

  /** Whether a round, counted from 0, is one of those that are kept. */
  boolean keeps(int round) {
    int from = (int) (rounds * BURN_IN);
    int kept = rounds - from;
    int nth = round - from + 1;
    return nth > 0 && nth * draws / kept != (nth - 1) * draws / kept;
  }
}
