package io.takewithott.recommender.model;

/**
 * Learned item-item weights: a title's signal is the sum over the user's titles of what each is
 * read as times its weight towards the title. Weights may be negative.
 */
public record ItemWeights(ItemNeighbours weights, Reading reading) {

  /** The signal of every title for a history. */
  public float[] signal(int[] titles, float[] halfStars) {
    float[] signal = new float[weights.titleCount()];
    float[] inputs = reading.inputs(halfStars);
    for (int k = 0; k < titles.length; k++) {
      weights.spread(titles[k], inputs[k], signal);
    }
    return signal;
  }

  /** What each title of a history adds to one title's signal; they sum to it. */
  public float[] contributions(int[] titles, float[] halfStars, int title) {
    float[] parts = reading.inputs(halfStars);
    for (int k = 0; k < titles.length; k++) {
      parts[k] *= weights.weight(titles[k], title);
    }
    return parts;
  }
}
