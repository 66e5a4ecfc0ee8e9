package io.takewithott.benchmarks;

/** How a data set's ratings become half stars: some go up to 5, others up to 10. */
public enum RatingScale {
  UP_TO_FIVE(2),
  UP_TO_TEN(1);

  private static final double FIVE = 5;
  private static final double TEN = 10;

  private final double halfStarsPerPoint;

  RatingScale(double halfStarsPerPoint) {
    this.halfStarsPerPoint = halfStarsPerPoint;
  }

  /** The scale of a data set whose largest rating this is. */
  public static RatingScale ofLargest(double rating) {
    if (rating > TEN || rating <= 0) {
      throw new IllegalArgumentException(
          "The largest rating is " + rating + ": only scales up to 5 or up to 10 are known");
    }
    return rating > FIVE ? UP_TO_TEN : UP_TO_FIVE;
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
