package io.takewithott.recommender.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.takewithott.core.ranking.RankedTitle;
import io.takewithott.core.ranking.Ranking;
import io.takewithott.recommender.TwoTastes;
import io.takewithott.recommender.model.HybridModel;
import io.takewithott.recommender.model.Models;
import io.takewithott.recommender.model.VersionedModel;
import io.takewithott.recommender.score.Histories;
import io.takewithott.recommender.score.History;
import io.takewithott.recommender.score.History.Entry;
import io.takewithott.recommender.score.Scorer;
import io.takewithott.recommender.score.Scores;
import io.takewithott.recommender.score.TopTitles;
import io.takewithott.recommender.score.Viewer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a ranking stores so that a page can lean without the model. */
class EndsOfAlphaTest {
  @Test
  void storedScoresLeanAsTheModelsDo() {
    HybridModel model = TwoTastes.model();
    History history = Histories.of(TwoTastes.ratings(), 5);
    Scores scores = new Scorer(model).score(history);
    Ranking ranking = rank(new Ranker(new VersionedModel("v1", model)), history);

    for (double alpha : new double[] {0, 0.2, 0.5, 0.7, 1}) {
      double[] all = scores.scores(alpha);
      for (RankedTitle title : ranking.titles()) {
        assertThat(title.scoreAt(alpha))
            .as("alpha %s, title %s", alpha, title.titleId())
            .isEqualTo(all[model.titleIndex(title.titleId())], within(1e-6));
      }
    }
  }

  /** Far more titles than a ranking holds. */
  @Test
  void whatComesFirstForAnyAlphaIsStored() {
    HybridModel large = Models.large(2_000);
    Ranker leaning = new Ranker(new VersionedModel("v2", large));
    for (long liked = 1; liked <= 5; liked++) {
      History history = History.of(List.of(Entry.rated(liked + 100, 9, 1)), List.of(liked));
      Scores scores = new Scorer(large).score(history);
      Ranking ranking = rank(leaning, history);

      assertThat(ranking.titles()).hasSizeLessThan(large.titleCount() / 2);
      for (double alpha : new double[] {0, 0.1, 0.25, 0.4, 0.6, 0.8, 1}) {
        double[] all = scores.scores(alpha);
        List<Long> first =
            TopTitles.first(20, all.length, title -> !scores.known(title), title -> all[title])
                .stream()
                .map(scored -> large.titleId(scored.title()))
                .toList();
        assertThat(ids(ranking)).as("alpha %s", alpha).containsAll(first);
      }
    }
  }

  @Test
  void withoutAHistoryThereIsNothingToLeanOn() {
    Ranker byHand = new Ranker(new VersionedModel("v0", Models.small()));
    History one = new History(List.of(Entry.rated(10, 10, 1)));

    assertThat(rank(byHand, History.NONE).titles()).allMatch(title -> title.ends().isEmpty());
    assertThat(rank(byHand, one).titles()).allMatch(title -> title.ends().isPresent());
  }

  private static List<Long> ids(Ranking ranking) {
    return ranking.titles().stream().map(RankedTitle::titleId).toList();
  }

  private static Ranking rank(Ranker ranker, History history) {
    return ranker.rank(1, 1, Viewer.of(history), TwoTastes.NOW);
  }
}
