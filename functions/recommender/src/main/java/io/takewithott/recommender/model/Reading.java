package io.takewithott.recommender.model;

/**
 * How item weights read the ratings of a history: as a level, linear in the half stars so that the
 * best rating is 1 and low ones may count against; or as the deviation from the user's own mean,
 * that mean drawn towards everybody's.
 *
 * @param first of a level the share below zero c in (1 + c) h / 10 − c; of a deviation everybody's
 *     mean in half stars
 * @param second of a deviation the number of average ratings added to the user's own
 */
public record Reading(Kind kind, float first, float second) {
  public Reading {
    if (!Float.isFinite(first) || !(second >= 0)) {
      throw new IllegalArgumentException("ratings read by " + first + " and " + second);
    }
  }

  private static final float MOST_HALF_STARS = 10;
  private static final float HALF_OF_SCALE = 5;

  /** What a rating is read as. */
  public enum Kind {
    LEVEL,
    DEVIATION
  }

  public static Reading level(float shareBelowZero) {
    return new Reading(Kind.LEVEL, shareBelowZero, 0);
  }

  public static Reading deviation(float mean, float addedRatings) {
    return new Reading(Kind.DEVIATION, mean, addedRatings);
  }

  /** The inputs of a whole history, in its order. */
  public float[] inputs(float[] halfStars) {
    float[] inputs = new float[halfStars.length];
    float mean = kind == Kind.DEVIATION ? mean(halfStars) : 0;
    for (int k = 0; k < inputs.length; k++) {
      inputs[k] =
          kind == Kind.DEVIATION
              ? (halfStars[k] - mean) / HALF_OF_SCALE
              : (1 + first) * halfStars[k] / MOST_HALF_STARS - first;
    }
    return inputs;
  }

  private float mean(float[] halfStars) {
    double sum = second * first;
    for (float each : halfStars) {
      sum += each;
    }
    return (float) (sum / (halfStars.length + second));
  }
}
