package io.takewithott.recommender.model;

import io.takewithott.recommender.model.Blend.Step;
import io.takewithott.recommender.model.Blend.Weights;
import io.takewithott.recommender.stars.StarModels;
import java.time.Instant;
import java.util.List;

/** Small models by hand. */
public final class Models {
  private Models() {}

  /**
   * Titles 10, 20, 30, 40. From 10 one comes to 20 (0.8) and 30 (0.4), from 20 to 10 (0.5); 40 has
   * no neighbours. One factor of preference, 1 of 10, 0.5 of 20, 0.25 of 40. Stars are 3 and 0.5,
   * 0.25, -0.25, 0 more. The crowd prefers 40.
   */
  public static HybridModel small() {
    return new HybridModel(
        Instant.parse("2026-11-01T19:00:00Z"),
        new long[] {10, 20, 30, 40},
        new float[] {0.5f, 0.25f, 0.25f, 1f},
        StarModels.ofBiases(0.5f, 0.25f, -0.25f, 0),
        new PreferenceFactors(1, 1f, 1f, new float[] {1, 0.5f, 0, 0.25f}),
        new ItemNeighbours(
            new int[] {0, 2, 3, 3, 3}, new int[] {1, 2, 0}, new float[] {0.8f, 0.4f, 0.5f}),
        new Blend(
            List.of(
                new Step(1, new Weights(1f, 0.5f, 0.25f)),
                new Step(Integer.MAX_VALUE, new Weights(1f, 1f, 0f)))));
  }
}
