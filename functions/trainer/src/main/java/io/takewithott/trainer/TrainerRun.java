package io.takewithott.trainer;

import io.takewithott.recommender.Audience.Scope;
import io.takewithott.recommender.Catalogue.Listing;
import io.takewithott.recommender.TrainReport.RankReport;
import io.takewithott.recommender.TrainingDesk;
import io.takewithott.recommender.model.HybridModel;
import io.takewithott.recommender.model.VersionedModel;
import io.takewithott.recommender.ranking.Ranker;
import io.takewithott.recommender.snapshot.PartsPointer;
import io.takewithott.recommender.storage.EditionShelf.Seen;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.apache.spark.api.java.JavaSparkContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Trains, publishes, ranks. Nothing that anybody reads is written before the model is whole, and it
 * becomes the current one by one conditional write: a run that dies leaves the old model serving.
 */
final class TrainerRun {
  private static final Logger LOG = LoggerFactory.getLogger(TrainerRun.class);

  private final JavaSparkContext spark;
  private final SparkTraining training;
  private final InstantSource clock;

  TrainerRun(JavaSparkContext spark, SparkTraining training, InstantSource clock) {
    this.spark = spark;
    this.training = training;
    this.clock = clock;
  }

  /**
   * Answers the version of the model that it published; nothing when another one came first.
   *
   * @throws IllegalStateException when somebody else trains, or there are no parts to train on
   */
  Optional<String> run(JobRequest request) {
    TrainingDesk desk = request.settings().desk();
    Instant begin = clock.instant();
    if (!desk.lease().take(request.lease(), begin.plus(request.longest()), begin)) {
      throw new IllegalStateException("Another training holds the lease; this one ends");
    }
    try {
      return train(desk, request, begin);
    } finally {
      desk.lease().giveBack(request.lease());
    }
  }

  private Optional<String> train(TrainingDesk desk, JobRequest request, Instant begin) {
    Optional<Seen> pointer = desk.models().pointer();
    PartsPointer parts =
        desk.parts()
            .current()
            .orElseThrow(() -> new IllegalStateException("There are no parts of ratings yet"));
    Listing titles = desk.titles();
    PartReader reader = PartReader.ofBucket(request.settings());
    try (SpreadRatings ratings = new SpreadRatings(spark, parts, reader, titles.titleIds())) {
      HybridModel model = training.train(ratings, titles.titleIds(), titles.features());
      long seconds = clock.instant().getEpochSecond() - begin.getEpochSecond();
      Optional<VersionedModel> published =
          desk.models().publish(model, TrainingDesk.carriedAlong(pointer), pointer);
      if (published.isEmpty()) {
        LOG.warn("another model was published meanwhile; nobody is ranked by this one");
        return Optional.empty();
      }
      RankReport ranked = rank(ratings, request.settings(), request.rank());
      desk.finish(new Ranker(published.get()));
      LOG.info(
          "{} ratings of {} titles, trained in {} s: {}, {}",
          parts.ratings(),
          titles.titleIds().length,
          seconds,
          published.get().version(),
          ranked);
      return published.map(VersionedModel::version);
    }
  }

  private static RankReport rank(SpreadRatings ratings, Settings settings, Scope scope) {
    PartRanking ranking = new PartRanking(settings, ratings.pointer(), scope);
    return ratings.packed().mapPartitions(ranking::rank).collect().stream()
        .map(PartRanking.Count::report)
        .reduce(RankReport.NOBODY, RankReport::plus);
  }
}
