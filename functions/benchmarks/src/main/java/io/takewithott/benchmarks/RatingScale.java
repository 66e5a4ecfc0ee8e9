package io.takewithott.benchmarks;

/**
 * How a data set's ratings become half stars.
 *
 * @param halfStarsPerPoint what one point of the data set is worth
 */
public record RatingScale(double halfStarsPerPoint) {
  private static final double FIVE = 5;
  private static final double TEN = 10;

  /**
   * Points of up to 5 are stars and points of up to 10 are half stars, so that every rating keeps
   * its exact value.
   */
  public static RatingScale exact(double largest) {
    check(largest);
    return new RatingScale(largest > FIVE ? 1 : 2);
  }

  /** The data set's best rating becomes ten half stars, so that a like is one wherever it ends. */
  public static RatingScale stretched(double largest) {
    check(largest);
    return new RatingScale(TEN / largest);
  }

  private static void check(double largest) {
    if (largest > TEN || largest <= 0) {
      throw new IllegalArgumentException(
          "The largest rating is " + largest + ": only scales up to 5 or up to 10 are known");
    }
  }

  /** The nearest number of half stars, 1 to 10. */
  public int halfStars(double rating) {
    return (int) Math.max(1, Math.min(10, Math.round(rating * halfStarsPerPoint)));
  }

  /** What so many stars are in the data set's own scale. */
  public double points(double stars) {
    return stars * 2 / halfStarsPerPoint;
  }
}
