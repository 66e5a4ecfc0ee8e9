package io.takewithott.recommender;

import io.takewithott.recommender.Audience.Member;
import io.takewithott.recommender.Audience.Scope;
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
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One training from the database to everybody's ranking: export, train, store, rank. */
final class TrainingRun {
  private static final Logger LOG = LoggerFactory.getLogger(TrainingRun.class);

  private final RatingsExport export;
  private final Catalogue catalogue;
  private final Audience audience;
  private final Trainer trainer;
  private final ModelStore models;
  private final RankingStore rankings;
  private final RankingRun rankingRun;
  private final InstantSource clock;

  TrainingRun(
      RatingsExport export,
      Catalogue catalogue,
      Audience audience,
      Trainer trainer,
      ModelStore models,
      RankingStore rankings,
      RankingRun rankingRun,
      InstantSource clock) {
    this.export = export;
    this.catalogue = catalogue;
    this.audience = audience;
    this.trainer = trainer;
    this.models = models;
    this.rankings = rankings;
    this.rankingRun = rankingRun;
    this.clock = clock;
  }

  TrainReport run(TrainRequest request) {
    PeakHeap.reset();
    long begin = clock.millis();
    Optional<Seen> pointer = models.pointer();
    // Before the ratings: a ranking may know more than its version says, but never less.
    List<Member> members = audience.members(request.rank());
    RatingsSnapshot ratings = export.refresh();
    Listing titles = catalogue.read();
    long exported = clock.millis();
    HybridModel model = trainer.train(ratings, titles.titleIds(), titles.features());
    long trained = clock.millis();
    Optional<VersionedModel> published = models.publish(model, pointer);
    long stored = clock.millis();
    RankReport ranked =
        published
            .map(current -> rankAll(new Ranker(current), request.rank(), members, ratings))
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

  private RankReport rankAll(
      Ranker ranker, Scope scope, List<Member> members, RatingsSnapshot ratings) {
    RankReport report = rankingRun.rank(members, ratings, ranker);
    rankingRun.catchUp(changedSince(members, scope), ranker);
    // Last: that this ranking knows the model says that the training came to its end.
    rankings.write(ranker.everybody(clock.instant()));
    return report;
  }

  private List<Member> changedSince(List<Member> members, Scope scope) {
    Map<Long, Long> versions =
        members.stream().collect(Collectors.toMap(Member::userId, Member::tasteVersion));
    return audience.members(scope).stream()
        .filter(member -> versions.getOrDefault(member.userId(), -1L) < member.tasteVersion())
        .toList();
  }

  private static double seconds(long fromMillis, long toMillis) {
    return (toMillis - fromMillis) / 1000.0;
  }
}
