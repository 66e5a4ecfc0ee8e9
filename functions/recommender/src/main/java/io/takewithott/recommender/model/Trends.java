package io.takewithott.recommender.model;

/**
 * How much more is going on about each title lately than is usual for it, in standard deviations: 0
 * is as always, 3 is hardly by chance.
 */
public final class Trends {
  private final float[] velocity;

  public Trends(float[] velocity) {
    this.velocity = velocity.clone();
  }

  /** Nothing is going on. */
  public static Trends none(int titleCount) {
    return new Trends(new float[titleCount]);
  }

  public int titleCount() {
    return velocity.length;
  }

  public float velocity(int title) {
    return velocity[title];
  }

  float[] velocity() {
    return velocity;
  }
}
