package io.takewithott.benchmarks.synthetic;

/**
 * How large a world is. With fewer ratings than MovieLens 20M it has fewer users in proportion, so
 * that histories stay as long, and fewer titles by the square root, about as the smaller MovieLens
 * sets do.
 */
public record WorldShape(int users, int titles, int ratings) {
  private static final double MOVIELENS_USERS = 138_493;
  private static final double MOVIELENS_TITLES = 26_744;
  private static final double MOVIELENS_RATINGS = 20_000_263;

  public WorldShape {
    if (users < 1 || titles < 1 || ratings < users) {
      throw new IllegalArgumentException(
          "A world of " + users + " users, " + titles + " titles, " + ratings + " ratings");
    }
  }

  public static WorldShape ofRatings(int ratings) {
    double part = ratings / MOVIELENS_RATINGS;
    return new WorldShape(
        (int) Math.max(1, Math.round(MOVIELENS_USERS * part)),
        (int) Math.max(1, Math.round(MOVIELENS_TITLES * Math.sqrt(part))),
        ratings);
  }

  public WorldShape withTitles(int otherTitles) {
    return new WorldShape(users, otherTitles, ratings);
  }
}
