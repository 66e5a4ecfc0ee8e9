package io.takewithott.trainer;

import io.takewithott.recommender.algebra.DenseAlgebra;
import io.takewithott.recommender.content.TitleFeatures;
import io.takewithott.recommender.model.HybridModel;
import io.takewithott.recommender.model.RankingParts;
import io.takewithott.recommender.model.Trends;
import io.takewithott.recommender.progress.Phases;
import io.takewithott.recommender.snapshot.RatingsSnapshot;
import io.takewithott.recommender.stars.StarModel;
import io.takewithott.recommender.train.Choice;
import io.takewithott.recommender.train.DenseLimit;
import io.takewithott.recommender.train.RankingTraining;
import io.takewithott.recommender.train.Validation;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The recommender's training in the same order and by the same rules as on one machine: what is
 * chosen is chosen on a part of the users that fits into the driver, what is trained on all ratings
 * is summed up where these are.
 */
final class SparkTraining {
  /** The parts of the time after which choosing and the ranking have to end. */
  private static final double CHOOSING_ENDS = 0.4;

  private static final double RANKING_ENDS = 0.75;

  private static final Logger LOG = LoggerFactory.getLogger(SparkTraining.class);

  private final long seed;
  private final InstantSource clock;
  private final Duration longest;
  private final Phases phases;
  private final DenseAlgebra algebra = DenseAlgebra.fastest();

  SparkTraining(long seed, InstantSource clock, Duration longest, Phases phases) {
    this.seed = seed;
    this.clock = clock;
    this.longest = longest;
    this.phases = phases;
  }

  /**
   * @param catalogue the ids of all titles, ascending
   * @param features of these titles
   */
  HybridModel train(SpreadRatings ratings, long[] catalogue, TitleFeatures features) {
    Instant begin = clock.instant();
    int mostDense = DenseLimit.titles(Runtime.getRuntime().maxMemory());
    TitleSums sums = phases.run("titles", () -> TitleSums.of(ratings));
    RatingsSnapshot sample = phases.run("sample", ratings::sample);
    ImplicitAls als = new ImplicitAls(ratings.spark(), seed);
    Choice choice =
        new Validation(algebra, seed, mostDense, als, timeIsUp(begin, CHOOSING_ENDS), phases)
            .choose(sample, features);
    LOG.info("chosen: {}", choice);
    RankingParts ranking =
        new RankingTraining(phases)
            .train(
                new RatingsOnSpark(ratings, sums, algebra, mostDense, als),
                choice,
                timeIsUp(begin, RANKING_ENDS));
    StarModel stars =
        phases.run("stars", () -> new ExplicitAls(ratings, sample, seed).train(timeIsUp(begin, 1)));
    Trends trends = phases.run("trends", () -> sums.trends(ratings));
    return new HybridModel(clock.instant(), catalogue, ranking, stars).with(features, trends);
  }

  private BooleanSupplier timeIsUp(Instant begin, double part) {
    Instant end = begin.plusMillis((long) (longest.toMillis() * part));
    return () -> !clock.instant().isBefore(end);
  }
}
