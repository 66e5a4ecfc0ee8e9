package io.takewithott.recommender;

import io.takewithott.recommender.Audience.Member;
import io.takewithott.recommender.Catalogue.Listing;
import io.takewithott.recommender.TrainReport.RankReport;
import io.takewithott.recommender.TrainReport.Seconds;
import io.takewithott.recommender.model.HybridModel;
import io.takewithott.recommender.model.ModelStore;
import io.takewithott.recommender.model.VersionedModel;
import io.takewithott.recommender.ranking.Ranker;
import io.takewithott.recommender.snapshot.RatingsExport;
import io.takewithott.recommender.snapshot.RatingsSnapshot;
import io.takewithott.recommender.storage.EditionShelf.Seen;
import io.takewithott.recommender.train.Trainer;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One training from the database to everybody's ranking: export, train, store, rank. */
final class TrainingRun {
  private static final Logger LOG = LoggerFactory.getLogger(TrainingRun.class);

  private final RatingsExport export;
  private final Catalogue catalogue;
  private final Trainer trainer;
  private final ModelStore models;
  private final RankingStage stage;
  private final InstantSource clock;

  TrainingRun(
      RatingsExport export,
      Catalogue catalogue,
      Trainer trainer,
      ModelStore models,
      RankingStage stage,
      InstantSource clock) {
    this.export = export;
    this.catalogue = catalogue;
    this.trainer = trainer;
    this.models = models;
    this.stage = stage;
    this.clock = clock;
  }

  TrainReport run(TrainRequest request) {
    PeakHeap.reset();
    long begin = clock.millis();
    Optional<Seen> pointer = models.pointer();
    List<Member> members = stage.members(request.rank());
    RatingsSnapshot ratings = export.refresh();
    Listing titles = catalogue.read();
    long exported = clock.millis();
    HybridModel model =
        request
            .longest()
            .map(trainer::within)
            .orElse(trainer)
            .train(ratings, titles.titleIds(), titles.features());
    long trained = clock.millis();
    Map<String, Long> notes =
        Map.of(
            EngineRule.SECONDS,
            (trained - begin) / 1000,
            EngineRule.RATINGS,
            (long) ratings.size());
    Optional<VersionedModel> published = models.publish(model, notes, pointer);
    long stored = clock.millis();
    RankReport ranked =
        published
            .map(current -> stage.rank(new Ranker(current), request.rank(), members, ratings))
            .orElse(RankReport.NOBODY);
    Seconds seconds =
        new Seconds(
            seconds(begin, exported),
            seconds(exported, trained),
            seconds(trained, stored),
            seconds(stored, clock.millis()));
    TrainReport report =
        new TrainReport(
            ratings.size(),
            ratings.userCount(),
            model.titleCount(),
            published.map(VersionedModel::version).orElse(""),
            published.isPresent(),
            seconds,
            PeakHeap.bytes(),
            ranked);
    LOG.info("training: {}", report);
    return report;
  }

  private static double seconds(long fromMillis, long toMillis) {
    return (toMillis - fromMillis) / 1000.0;
  }
}
