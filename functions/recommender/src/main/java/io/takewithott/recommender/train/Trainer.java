package io.takewithott.recommender.train;

import io.takewithott.recommender.algebra.DenseAlgebra;
import io.takewithott.recommender.content.TitleFeatures;
import io.takewithott.recommender.model.HybridModel;
import io.takewithott.recommender.model.RankingParts;
import io.takewithott.recommender.model.Trends;
import io.takewithott.recommender.progress.LoggedPhases;
import io.takewithott.recommender.progress.Phases;
import io.takewithott.recommender.snapshot.RatingsSnapshot;
import io.takewithott.recommender.stars.StarModel;
import io.takewithott.recommender.stars.StarTraining;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Trains the hybrid in two rounds: one on parts of the ratings, to decide on the rest what the data
 * should decide ({@link Validation}), and one on all of them. The same ratings, titles and seed
 * give the same model on the same machine, as long as the time suffices; when it runs out, the
 * factors are left where they are and what was not chosen keeps its default.
 */
public final class Trainer {
  /** When choosing, and then the ranking's factors, have to end; the rest is for the stars. */
  private static final double CHOOSING_ENDS = 0.4;

  private static final double RANKING_ENDS = 0.75;

  private static final Logger LOG = LoggerFactory.getLogger(Trainer.class);

  private final long seed;
  private final InstantSource clock;
  private final Duration longest;
  private final Phases phases;
  private final DenseAlgebra algebra;

  public Trainer(long seed, InstantSource clock, Duration longest) {
    this(seed, clock, longest, new LoggedPhases(clock));
  }

  public Trainer(long seed, InstantSource clock, Duration longest, Phases phases) {
    this.seed = seed;
    this.clock = clock;
    this.longest = longest;
    this.phases = phases;
    this.algebra = DenseAlgebra.fastest();
  }

  /** The same trainer in less time, unless this is more than it has anyway. */
  public Trainer within(Duration shorter) {
    return new Trainer(seed, clock, shorter.compareTo(longest) < 0 ? shorter : longest, phases);
  }

  /** From ratings alone, of titles of which nothing else is known. */
  public HybridModel train(RatingsSnapshot ratings, long[] catalogue) {
    return train(ratings, catalogue, TitleFeatures.none(catalogue.length));
  }

  /**
   * @param catalogue the ids of all titles, ascending; ratings of other titles are left out
   * @param features of these titles
   */
  public HybridModel train(RatingsSnapshot ratings, long[] catalogue, TitleFeatures features) {
    Instant begin = clock.instant();
    RatingsSnapshot known = ratings.over(catalogue);
    PreferenceFitting fitting = PreferenceFitting.here(algebra, seed);
    int mostDense = DenseLimit.titles(Runtime.getRuntime().maxMemory());
    BooleanSupplier choosingEnds = timeIsUp(begin, CHOOSING_ENDS);
    Choice choice =
        new Validation(algebra, seed, mostDense, fitting, choosingEnds, phases)
            .choose(known, features);
    LOG.info("chosen: {}", choice);
    RankingParts ranking =
        new RankingTraining(phases)
            .train(
                new RatingsInMemory(known, algebra, mostDense, fitting),
                choice,
                timeIsUp(begin, RANKING_ENDS));
    StarModel stars = StarTraining.train(known, seed, timeIsUp(begin, 1), phases);
    long[] titleIds = IntStream.range(0, known.titleCount()).mapToLong(known::titleId).toArray();
    Trends trends = new TrendTraining(catalogue.length).add(known).train();
    return new HybridModel(clock.instant(), titleIds, ranking, stars).with(features, trends);
  }

  private BooleanSupplier timeIsUp(Instant begin, double part) {
    Instant end = begin.plusMillis((long) (longest.toMillis() * part));
    return () -> !clock.instant().isBefore(end);
  }
}
