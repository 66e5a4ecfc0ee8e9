package io.takewithott.catalog.title;

/**
 * Predicted stars as a percentage, for those who read one faster: half a star is 0 and five are
 * 100.
 */
public final class Match {
  private static final double LEAST = 0.5;
  private static final double MOST = 5.0;

  private Match() {}

  public static int percent(double stars) {
    return (int) Math.round(100 * (Math.min(MOST, Math.max(LEAST, stars)) - LEAST) / (MOST - LEAST));
  }
}
