package io.takewithott.recommender.model;

import io.takewithott.recommender.stars.StarModels;
import java.time.Instant;
import java.util.Random;
import java.util.stream.LongStream;

/** Small models by hand. */
public final class Models {
  private Models() {}

  /**
   * Titles 10, 20, 30, 40. The walk comes from 10 to 20 (0.8) and 30 (0.4), from 20 to 10 (0.5); 40
   * has no neighbours. One fine factor of preference, 1 of 10, 0.5 of 20, 0.25 of 40. Stars are 3
   * and 0.5, 0.25, -0.25, 0 more. The crowd likes 40. The walk weighs 1, the fine factors 0.5, the
   * crowd 0.25, nothing else anything.
   */
  public static HybridModel small() {
    return new HybridModel(
        Instant.parse("2026-11-01T19:00:00Z"),
        new long[] {10, 20, 30, 40},
        ranking(),
        StarModels.ofBiases(0.5f, 0.25f, -0.25f, 0));
  }

  /**
   * Titles from 1 up, the first the most popular. Each has 100 neighbours in the walk and four
   * factors, all by chance, so that what is personal and what is popular have nothing in common.
   */
  public static HybridModel large(int titles) {
    Random random = new Random(4);
    int[][] neighbours = new int[titles][];
    float[][] weights = new float[titles][100];
    float[] factors = new float[4 * titles];
    float[] popularity = new float[titles];
    for (int title = 0; title < titles; title++) {
      neighbours[title] = random.ints(0, titles).distinct().limit(100).sorted().toArray();
      for (int k = 0; k < 100; k++) {
        weights[title][k] = random.nextFloat();
      }
      for (int k = 0; k < 4; k++) {
        factors[4 * title + k] = (float) random.nextGaussian();
      }
      popularity[title] = (float) (Math.log(titles) - Math.log(title + 1.0));
    }
    ItemNeighbours none = new ItemNeighbours(new int[titles + 1], new int[0], new float[0]);
    float[] each = {0, 0, 1, 0, 0.8f, 0.4f, 0, 0, 0, 0};
    return new HybridModel(
        Instant.parse("2026-11-01T19:00:00Z"),
        LongStream.rangeClosed(1, titles).toArray(),
        new RankingParts(
            new ItemWeights(none, Reading.level(0.2f)),
            new ItemWeights(none, Reading.deviation(6, 3)),
            ItemNeighbours.ofRows(neighbours, weights),
            new PreferenceFactors(1, 1f, 1f, new float[titles]),
            new PreferenceFactors(4, 1f, 1f, factors),
            new Crowd(popularity, new float[titles], new float[titles]),
            new RankingWeights(each, new float[each.length], each, 1, 1)),
        StarModels.ofBiases(new float[titles]));
  }

  private static RankingParts ranking() {
    ItemNeighbours walk =
        new ItemNeighbours(
            new int[] {0, 2, 3, 3, 3}, new int[] {1, 2, 0}, new float[] {0.8f, 0.4f, 0.5f});
    ItemNeighbours none = new ItemNeighbours(new int[5], new int[0], new float[0]);
    float[] weights = {0, 0, 1, 0, 0.5f, 0.25f, 0, 0, 0, 0};
    return new RankingParts(
        new ItemWeights(none, Reading.level(0.2f)),
        new ItemWeights(none, Reading.deviation(6, 3)),
        walk,
        new PreferenceFactors(1, 1f, 1f, new float[4]),
        new PreferenceFactors(1, 1f, 1f, new float[] {1, 0.5f, 0, 0.25f}),
        new Crowd(new float[] {0.5f, 0.25f, 0.25f, 1f}, new float[4], new float[4]),
        new RankingWeights(weights, new float[weights.length], weights, 1, 1));
  }
}
