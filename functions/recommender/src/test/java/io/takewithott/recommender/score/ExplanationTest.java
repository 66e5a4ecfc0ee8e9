package io.takewithott.recommender.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.takewithott.core.ranking.RankedTitle;
import io.takewithott.core.ranking.RankedTitle.Shares;
import io.takewithott.recommender.TwoGenres;
import io.takewithott.recommender.TwoTastes;
import io.takewithott.recommender.model.HybridModel;
import io.takewithott.recommender.model.Models;
import io.takewithott.recommender.score.Explanation.StarParts;
import io.takewithott.recommender.score.History.Entry;
import io.takewithott.recommender.snapshot.RatingsSnapshot;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplanationTest {
  private static final RatingsSnapshot RATINGS = TwoTastes.ratings();

  @Test
  void thePartsOfEveryScoreSumToIt() {
    HybridModel model = TwoGenres.model();
    for (int user = 0; user < RATINGS.userCount(); user += 7) {
      Scores scores =
          new Scorer(model)
              .score(History.of(Histories.ratings(RATINGS, user), List.of(105L, 145L, 101L)));
      for (int title = 0; title < model.titleCount(); title++) {
        if (!scores.known(title)) {
          assertThat(scores.explain(title).score()).isEqualTo(scores.score(title), within(1e-4));
        }
      }
    }
  }

  @Test
  void aPickHasItsOwnShare() {
    Explanation why =
        new Explanation(
            new long[] {7, 8},
            new double[] {0.5, 0.25},
            new double[] {0.25, 0.25},
            new boolean[] {true, false},
            new StarParts(0.25, 0.25),
            0.25);

    assertThat(why.score()).isEqualTo(2);
    assertThat(why.shares()).isEqualTo(new Shares(0.25, 0.25, 0.375, 0.125));
    assertThat(why.because()).containsExactly(7L, 8L);
  }

  @Test
  void whatPulledATitleDownIsNoReason() {
    Explanation why =
        new Explanation(
            new long[] {7, 8},
            new double[] {-0.5, 0.25},
            new double[] {0.25, 0},
            new boolean[2],
            new StarParts(0, 0),
            -1);

    assertThat(why.because()).containsExactly(8L);
    assertThat(why.shares().crowd()).isZero();
  }

  /** Title 40 is the crowd's, title 20 comes from 10. */
  @Test
  void theUserMovesBetweenTheCrowdAndTheirOwnTitles() {
    Scores scores = new Scorer(Models.small()).score(new History(List.of(Entry.rated(10, 10, 1))));

    double[] crowd = scores.scores(0);
    double[] own = scores.scores(1);
    assertThat(crowd[3]).isGreaterThan(crowd[1]);
    assertThat(own[1]).isGreaterThan(own[3]);
    assertThat(crowd[1]).as("equally popular").isEqualTo(crowd[2], within(1e-6));
    assertThat(scores.scores(RankedTitle.LEARNED_ALPHA)[1])
        .isEqualTo(scores.score(1), within(1e-6));
    assertThatThrownBy(() -> scores.scores(1.5)).hasMessage("alpha must be 0 to 1, but is 1.5");
  }
}
