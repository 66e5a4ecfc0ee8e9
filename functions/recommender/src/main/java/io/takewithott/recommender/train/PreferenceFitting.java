package io.takewithott.recommender.train;

import io.takewithott.recommender.algebra.DenseAlgebra;
import io.takewithott.recommender.model.PreferenceFactors;
import io.takewithott.recommender.snapshot.RatingsByTitle;
import io.takewithott.recommender.snapshot.RatingsSnapshot;
import java.util.function.BooleanSupplier;

/** Trains factors of preference on ratings that fit into memory, here or elsewhere. */
public interface PreferenceFitting {
  PreferenceFactors train(
      RatingsSnapshot ratings,
      RatingsByTitle byTitle,
      PreferenceSettings settings,
      BooleanSupplier timeIsUp);

  /** On all cores of this machine. */
  static PreferenceFitting here(DenseAlgebra algebra, long seed) {
    return (ratings, byTitle, settings, timeIsUp) ->
        new PreferenceTraining(algebra, ratings, byTitle, seed).train(settings, timeIsUp);
  }
}
