package io.takewithott.local.world.files;

/** The ratings a publisher's form allows. */
enum Scale {
  /** Five stars, whole or half, none of them none. */
  FIVE_STARS(0.5, 5),
  TEN_POINTS(1, 10),
  TEN_POINTS_FROM_ZERO(0, 10);

  private static final int MOST_HALF_STARS = 10;

  private final double least;
  private final int most;

  Scale(double least, int most) {
    this.least = least;
    this.most = most;
  }

  /** The rating in half stars, 1 to 10; the zero of a scale that has one is half a star. */
  int halfStars(String field) {
    double value = Fields.decimal(field);
    if (value < least || value > most) {
      throw new RejectedLine(Fields.quoted(field) + " is not on the scale of " + this);
    }
    double halves = value * MOST_HALF_STARS / most;
    if (halves != Math.rint(halves)) {
      throw new RejectedLine(Fields.quoted(field) + " is between two half stars");
    }
    return Math.max(1, (int) halves);
  }

  @Override
  public String toString() {
    return (least == Math.rint(least) ? String.valueOf((int) least) : String.valueOf(least))
        + " to "
        + most;
  }
}
