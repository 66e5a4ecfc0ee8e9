package io.takewithott.recommender.train;

/**
 * How factors of preference are trained.
 *
 * @param certainty how much surer than a title without a rating one with five stars is
 * @param rounds in which users and titles take turns
 */
public record PreferenceSettings(int width, double certainty, double ridge, int rounds) {
  private static final int COARSE_WIDTH = 16;
  private static final int FINE_WIDTH = 32;
  private static final double CERTAINTY = 8;
  private static final int ROUNDS = 10;

  /** With so many ratings each round teaches more, and fewer are enough. */
  private static final int MANY_RATINGS = 5_000_000;

  private static final int ROUNDS_OF_MANY = 6;

  static PreferenceSettings coarse(double ridge, long ratings) {
    return new PreferenceSettings(COARSE_WIDTH, CERTAINTY, ridge, rounds(ratings));
  }

  static PreferenceSettings fine(double ridge, long ratings) {
    return new PreferenceSettings(FINE_WIDTH, CERTAINTY, ridge, rounds(ratings));
  }

  private static int rounds(long ratings) {
    return ratings > MANY_RATINGS ? ROUNDS_OF_MANY : ROUNDS;
  }
}
