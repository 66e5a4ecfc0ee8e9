package io.takewithott.recommender.train;

import io.takewithott.recommender.model.LatentFactors;
import io.takewithott.recommender.snapshot.RatingsSnapshot;
import io.takewithott.recommender.taste.SnapshotDataModel;
import java.util.function.BooleanSupplier;
import org.apache.mahout.cf.taste.common.TasteException;

/** Trains the latent factors and keeps the titles' half of them. */
final class FactorTraining {
  /** What titles nobody rated are worth before anybody rated anything. */
  private static final float MIDDLE_STARS = 3f;

  private final FactorSettings settings;
  private final long seed;

  FactorTraining(FactorSettings settings, long seed) {
    this.settings = settings;
    this.seed = seed;
  }

  /** Factors that know nothing, for where no stars are predicted. */
  static LatentFactors none(int titles) {
    return new LatentFactors(
        1, MIDDLE_STARS, new float[titles], new float[titles], FactorSettings.DEFAULT.ridge());
  }

  LatentFactors train(RatingsSnapshot ratings, BooleanSupplier timeIsUp) {
    int titles = ratings.titleCount();
    int width = settings.factors();
    float[] bias = new float[titles];
    float[] factors = new float[Math.multiplyExact(titles, width)];
    if (ratings.size() == 0) {
      return new LatentFactors(width, MIDDLE_STARS, bias, factors, settings.ridge());
    }
    int[] raters = new int[titles];
    for (int k = 0; k < ratings.size(); k++) {
      raters[ratings.title(k)]++;
    }
    try {
      SeededFactorizer factorizer =
          new SeededFactorizer(ratings, new SnapshotDataModel(ratings), settings, seed, timeIsUp);
      double[][] vectors = factorizer.factorize().allItemFeatures();
      for (int title = 0; title < titles; title++) {
        // Without ratings the vector is still the noise it started with.
        if (raters[title] > 0) {
          bias[title] = SeededFactorizer.bias(vectors[title]);
          for (int f = 0; f < width; f++) {
            factors[title * width + f] = SeededFactorizer.factor(vectors[title], f);
          }
        }
      }
      return new LatentFactors(width, (float) factorizer.mean(), bias, factors, settings.ridge());
    } catch (TasteException impossible) {
      throw new IllegalStateException("A snapshot in memory cannot be unreadable", impossible);
    }
  }
}
