package io.takewithott.catalog.value;

import java.util.Arrays;

/**
 * What a collection of titles is worth to one viewer, in stars above their own mean. A title gives
 * the stars that it is predicted above what they give on average, or nothing. The best counts in
 * full and every next one by {@link #NEXT} of the one before: who has twenty great films to see
 * does not wait for the ten-thousandth good one. So nothing is worth more than twenty of its best
 * titles, and ten thousand that are a tenth of a star above the mean are worth 2, but twenty that are one and
 * a half stars above it 19.2.
 */
public final class Enjoyment {
  /** What is left of a title's worth for each that is better. */
  static final double NEXT = 0.95;

  /** So many average ratings count along, that one rating makes no mean. */
  private static final double USUAL_RATINGS = 5;

  private static final double USUAL_STARS = 3.25;

  private Enjoyment() {}

  /** What somebody gives on average, who has given so many ratings of so many stars together. */
  static double mean(int ratings, double stars) {
    return (stars + USUAL_RATINGS * USUAL_STARS) / (ratings + USUAL_RATINGS);
  }

  static double of(double[] predictedStars, double mean) {
    double[] above =
        Arrays.stream(predictedStars).map(stars -> Math.max(0, stars - mean)).sorted().toArray();
    double sum = 0;
    for (double one : above) {
      // From the least up: each is worth itself, and what follows it is cut once more.
      sum = one + NEXT * sum;
    }
    return sum;
  }
}
