package io.takewithott.recommender.ranking;

import io.takewithott.core.ranking.RankedRow;
import io.takewithott.core.ranking.RankedTitle;
import io.takewithott.core.ranking.Ranking;
import io.takewithott.recommender.model.HybridModel;
import io.takewithott.recommender.model.VersionedModel;
import io.takewithott.recommender.rows.HomeRows;
import io.takewithott.recommender.rows.Viewing;
import io.takewithott.recommender.score.Candidates;
import io.takewithott.recommender.score.History;
import io.takewithott.recommender.score.Scorer;
import io.takewithott.recommender.score.TopTitles.Scored;
import io.takewithott.recommender.score.Viewer;
import io.takewithott.recommender.score.ViewerRescorer;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Makes rankings with one model. */
public final class Ranker {
  /** Where the viewers are: what day it is, for the season's row. */
  private static final ZoneId ZONE = ZoneId.of("Asia/Seoul");

  /** The version of a user without any history. */
  private static final long NO_TASTE = 0;

  private final VersionedModel versioned;
  private final HybridModel model;
  private final Scorer scorer;
  private final HomeRows rows;

  public Ranker(VersionedModel versioned) {
    this.versioned = versioned;
    this.model = versioned.model();
    this.scorer = new Scorer(model);
    this.rows = new HomeRows(model, model.content());
  }

  public VersionedModel versioned() {
    return versioned;
  }

  public String modelVersion() {
    return versioned.version();
  }

  /** The ranking of one user; by popularity if there is no history. */
  public Ranking rank(long userId, long tasteVersion, Viewer viewer, Instant now) {
    Candidates candidates =
        Candidates.of(model, scorer.score(viewer.history()), new ViewerRescorer(viewer, model));
    RankedTitles titles = new RankedTitles(model, candidates);
    List<Scored> best = candidates.best(Ranking.BEST);
    Viewing viewing =
        new Viewing(viewer.history(), candidates, titles.of(best), now.atZone(ZONE).toLocalDate());
    List<RankedRow> page = rows.of(viewing);
    return new Ranking(
        userId, tasteVersion, versioned.version(), now, withShown(viewing, page, titles), page);
  }

  /** The ranking for those who have none of their own. */
  public Ranking everybody(Instant now) {
    return rank(Ranking.EVERYBODY, NO_TASTE, Viewer.of(History.NONE), now);
  }

  /**
   * The best, and after them what else the page shows or may show for another alpha, all by falling
   * score.
   */
  private List<RankedTitle> withShown(Viewing viewing, List<RankedRow> page, RankedTitles titles) {
    Set<Long> others = new LinkedHashSet<>();
    page.forEach(row -> others.addAll(row.titleIds()));
    others.addAll(titles.firstAtEnds(Ranking.FIRST_AT_ENDS));
    return titles.followedBy(viewing.best(), others);
  }
}
