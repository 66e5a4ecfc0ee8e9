package io.takewithott.benchmarks;

import io.takewithott.recommender.model.HybridModel;
import io.takewithott.recommender.snapshot.RatingsSnapshot;

/** What is measured: a training, wherever it runs. */
public interface ModelTraining {
  /**
   * @param catalogue the numbers of all titles, ascending
   */
  HybridModel train(RatingsSnapshot ratings, long[] catalogue);
}
