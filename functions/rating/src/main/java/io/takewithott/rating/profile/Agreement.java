package io.takewithott.rating.profile;

/**
 * How far two tastes agree, from the titles that both rated.
 *
 * <p>Each rating is first taken against what everybody says of the title (its mean, shrunk), so
 * that two who both like what all like have nothing in common by that alone. The correlation r of
 * these deviations over n common titles is pulled towards none, r · n / (n + 8), as if eight more
 * titles showed no agreement at all; from −1 to 1 that becomes 0 to 100 percent. Below five common
 * titles there is no answer.
 */
final class Agreement {
  static final int LEAST_TITLES = 5;

  private static final double DOUBT = 8;
  private static final double HALF = 50;

  private Agreement() {}

  static int percent(double correlation, int titles) {
    return (int) Math.round(HALF + HALF * correlation * titles / (titles + DOUBT));
  }
}
