package io.takewithott.recommender.stars;

import java.util.Arrays;

/** Small models of stars by hand. */
public final class StarModels {
  private StarModels() {}

  /** Mean 3, these biases of the titles, a user's bias with ridge 1, and nothing more. */
  public static StarModel ofBiases(float... titleBias) {
    StarModel nothing = StarModel.unknowing(titleBias.length);
    float[] reliable = new float[titleBias.length];
    Arrays.fill(reliable, 1f);
    return new StarModel(
        new Baseline(3f, titleBias, 1f, 1f, reliable),
        nothing.factors(),
        nothing.neighbours(),
        nothing.stack(),
        nothing.doubt(),
        nothing.raters(),
        nothing.titleCounts());
  }
}
