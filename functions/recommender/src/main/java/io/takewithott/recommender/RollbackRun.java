package io.takewithott.recommender;

import io.takewithott.recommender.Audience.Member;
import io.takewithott.recommender.Audience.Scope;
import io.takewithott.recommender.TrainReport.RankReport;
import io.takewithott.recommender.model.ModelStore;
import io.takewithott.recommender.model.ModelStore.RolledBack;
import io.takewithott.recommender.ranking.Ranker;
import io.takewithott.recommender.snapshot.RatingsExport;
import io.takewithott.recommender.snapshot.RatingsSnapshot;
import io.takewithott.recommender.storage.EditionShelf.Seen;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts an earlier model back in force without training, and ranks with it. It may be repeated,
 * after a failure at any moment or without one: the model stays the one that it was rolled back to,
 * under the same version, and whoever has a ranking by it already is passed over.
 */
final class RollbackRun {
  private static final Logger LOG = LoggerFactory.getLogger(RollbackRun.class);

  private final ModelStore models;
  private final RatingsExport export;
  private final RankingStage stage;
  private final InstantSource clock;

  RollbackRun(ModelStore models, RatingsExport export, RankingStage stage, InstantSource clock) {
    this.models = models;
    this.export = export;
    this.stage = stage;
    this.clock = clock;
  }

  /**
   * @param to {@link ModelStore#PREVIOUS} or a model's name
   */
  RollbackReport run(String to, Scope scope) {
    Seen pointer =
        models
            .pointer()
            .orElseThrow(() -> new IllegalStateException("There is no model to roll back from"));
    RolledBack done = models.rollBack(pointer, to, clock.instant());
    LOG.warn("rolled back from {} to {}, now called {}", done.from(), to, done.model().version());
    List<Member> members = stage.members(scope);
    RatingsSnapshot ratings = export.refresh();
    RankReport ranked = stage.rank(new Ranker(done.model()), scope, members, ratings);
    RollbackReport report = new RollbackReport(done.from(), done.model().version(), ranked);
    LOG.info("rollback: {}", report);
    return report;
  }
}
