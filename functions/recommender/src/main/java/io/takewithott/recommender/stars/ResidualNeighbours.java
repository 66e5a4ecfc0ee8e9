package io.takewithott.recommender.stars;

/**
 * For each title those titles whose neighbour it is, with their similarity: what a rating of it
 * says about them. Neighbours speak about how much better or worse than expected somebody liked a
 * title (Koren: Factor in the Neighbors, TKDD 2010).
 */
record ResidualNeighbours(int[] offsets, int[] targets, float[] similarities) {
  /** As if a neighbour of this similarity had been liked exactly as expected. */
  private static final float DOUBT = 0.5f;

  ResidualNeighbours {
    boolean consistent =
        offsets.length > 0
            && offsets[offsets.length - 1] == targets.length
            && similarities.length == targets.length
            && ascending(offsets)
            && within(targets, offsets.length - 1);
    if (!consistent) {
      throw new IllegalArgumentException("The rows of the neighbours contradict each other");
    }
  }

  private static boolean ascending(int[] offsets) {
    for (int i = 1; i < offsets.length; i++) {
      if (offsets[i] < offsets[i - 1]) {
        return false;
      }
    }
    return offsets[0] == 0;
  }

  private static boolean within(int[] targets, int titles) {
    for (int target : targets) {
      if (target < 0 || target >= titles) {
        return false;
      }
    }
    return true;
  }

  /**
   * How much better than expected each title should be liked.
   *
   * @param residuals how much better than expected each rated title was
   */
  float[] foldIn(int[] titles, float[] residuals, float[] weights) {
    int count = offsets.length - 1;
    float[] sums = new float[count];
    float[] mass = new float[count];
    for (int k = 0; k < titles.length; k++) {
      float weight = weights[k];
      float residual = residuals[k];
      for (int n = offsets[titles[k]]; n < offsets[titles[k] + 1]; n++) {
        float strength = weight * similarities[n];
        sums[targets[n]] += strength * residual;
        mass[targets[n]] += strength;
      }
    }
    for (int title = 0; title < count; title++) {
      sums[title] /= DOUBT + mass[title];
    }
    return sums;
  }
}
