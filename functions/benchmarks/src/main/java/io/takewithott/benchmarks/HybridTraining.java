package io.takewithott.benchmarks;

import io.takewithott.recommender.model.HybridModel;
import io.takewithott.recommender.progress.Phases;
import io.takewithott.recommender.snapshot.RatingsSnapshot;
import io.takewithott.recommender.train.Trainer;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Trains the hybrid as production does, for every measurement alike: one procedure for all data
 * sets, which chooses what it has to choose on a part of the ratings that it is given.
 */
public final class HybridTraining implements ModelTraining {
  private static final long SEED = 20261101;
  private static final Duration LONGEST = Duration.ofHours(1);

  private final InstantSource clock;

  public HybridTraining(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public HybridModel train(RatingsSnapshot ratings, long[] catalogue) {
    return train(ratings, catalogue, Phases.SILENT);
  }

  /** The same, phase by phase. */
  public HybridModel train(RatingsSnapshot ratings, long[] catalogue, Phases phases) {
    return new Trainer(SEED, clock, LONGEST, phases).train(ratings, catalogue);
  }
}
