package io.takewithott.recommender.score;

import io.takewithott.core.ranking.RankedTitle;
import io.takewithott.core.ranking.Ranking;
import io.takewithott.recommender.model.HybridModel;
import io.takewithott.recommender.model.VersionedModel;
import io.takewithott.recommender.score.TopTitles.Scored;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Makes rankings with one model. */
public final class Ranker {
  /** The version of a user without any history. */
  private static final long NO_TASTE = 0;

  private final VersionedModel versioned;
  private final Scorer scorer;
  private final HomeRows rows;

  public Ranker(VersionedModel versioned) {
    this.versioned = versioned;
    this.scorer = new Scorer(versioned.model());
    this.rows = new HomeRows(versioned.model());
  }

  public String modelVersion() {
    return versioned.version();
  }

  /** The ranking of one user; by popularity if there is no history. */
  public Ranking rank(long userId, long tasteVersion, History history, Instant now) {
    Scores scores = scorer.score(history);
    List<RankedTitle> titles = titles(scores);
    return new Ranking(
        userId, tasteVersion, versioned.version(), now, titles, rows.of(titles, history));
  }

  /** The ranking for those who have none of their own. */
  public Ranking everybody(Instant now) {
    return rank(Ranking.EVERYBODY, NO_TASTE, History.NONE, now);
  }

  private List<RankedTitle> titles(Scores scores) {
    HybridModel model = versioned.model();
    TopTitles top = new TopTitles(Ranking.LONGEST);
    for (int title = 0; title < model.titleCount(); title++) {
      if (!scores.known(title)) {
        top.offer(title, scores.score(title));
      }
    }
    List<RankedTitle> titles = new ArrayList<>();
    double above = Double.POSITIVE_INFINITY;
    for (Scored scored : top.bestFirst()) {
      int title = scored.title();
      double score = Math.min(scored.score(), Math.nextDown(above));
      double stars = Math.round(scores.stars(title) * 100) / 100.0;
      Explanation why = scores.explain(title);
      titles.add(
          new RankedTitle(model.titleId(title), score, stars, why.because(), why.shares()));
      above = score;
    }
    return titles;
  }
}
