package io.takewithott.recommender.model;

import java.util.List;

/**
 * How the parts of the hybrid are weighed in a ranking, by the length of the user's history. The
 * steps ascend; the last holds for every longer history.
 */
public record Blend(List<Step> steps) {
  public Blend {
    steps = List.copyOf(steps);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("A blend has at least one step");
    }
  }

  /** The weights for histories of up to so many titles. */
  public record Step(int upTo, Weights weights) {}

  /** What each part, scaled to 0 to 1 over the titles, contributes to the score. */
  public record Weights(float knn, float svd, float crowd) {}

  /** For a user without any history only the crowd speaks. */
  private static final Weights CROWD_ONLY = new Weights(0, 0, 1);

  public Weights weights(int historyLength) {
    if (historyLength == 0) {
      return CROWD_ONLY;
    }
    for (Step step : steps) {
      if (historyLength <= step.upTo()) {
        return step.weights();
      }
    }
    return steps.get(steps.size() - 1).weights();
  }
}
