package io.takewithott.benchmarks;

import io.takewithott.recommender.model.HybridModel;
import io.takewithott.recommender.score.History;
import io.takewithott.recommender.score.Scorer;
import io.takewithott.recommender.score.Scores;
import io.takewithott.recommender.score.TopTitles;
import io.takewithott.recommender.score.TopTitles.Scored;
import java.util.List;

/** The best titles of the whole catalogue that are not in a history: fold-in, scores, top-N. */
public final class TopUnseen {
  private final HybridModel model;
  private final Scorer scorer;

  public TopUnseen(HybridModel model) {
    this.model = model;
    this.scorer = new Scorer(model);
  }

  /** Best first. */
  public List<Scored> of(History history, int howMany) {
    return best(scorer.score(history), howMany);
  }

  /** The history folded in and every title scored. */
  public Scores scores(History history) {
    return scorer.score(history);
  }

  public List<Scored> best(Scores scores, int howMany) {
    return TopTitles.first(
        howMany, model.titleCount(), title -> !scores.known(title), scores::score);
  }
}
