package io.takewithott.catalog.home;

import static io.takewithott.catalog.home.Leaning.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.takewithott.core.ranking.RankedRow;
import io.takewithott.core.ranking.RankedRow.Kind;
import io.takewithott.core.ranking.RankedTitle;
import io.takewithott.core.ranking.Ranking;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeaningPageTest {
  private static final Ranking RANKING = Leaning.ranking(7, 2);

  @Test
  void towardsTheCrowdTheFirstRowIsWhatEverybodyLikes() {
    assertThat(LeaningPage.rows(RANKING, 0))
        .containsExactly(
            row(Kind.FOR_YOU, 9L, 6L, 5L), row(Kind.GENRE, 8L), row(Kind.TRENDING, 4L));
  }

  /** The genre's row is put in order too; the trending one has lost its only title. */
  @Test
  void towardsOnesOwnTitlesTheFirstRowIsWhatTheySay() {
    assertThat(LeaningPage.rows(RANKING, 1))
        .containsExactly(
            row(Kind.FOR_YOU, 4L, 3L, 5L), row(Kind.GENRE, 8L, 9L), row(Kind.TRENDING));
  }

  /** Half-way to the crowd: 5 has 0.6, 3 has 0.5, 6 and 9 have 0.75. */
  @Test
  void inBetweenScoresAreMixed() {
    assertThat(LeaningPage.rows(RANKING, 0.25).get(0)).isEqualTo(row(Kind.FOR_YOU, 6L, 9L, 5L));
  }

  @Test
  void inTheMiddleThePageIsAsStored() {
    assertThat(LeaningPage.rows(RANKING, RankedTitle.LEARNED_ALPHA)).isEqualTo(RANKING.rows());
  }

  @Test
  void noTitleIsOnAPageTwiceWhateverAlphaIs() {
    for (int hundredths = 0; hundredths <= 100; hundredths++) {
      List<RankedRow> page = LeaningPage.rows(RANKING, hundredths / 100.0);

      assertThat(page.stream().flatMap(each -> each.titleIds().stream()))
          .as("alpha %s", hundredths / 100.0)
          .doesNotHaveDuplicates();
      assertThat(page.get(0).titleIds()).hasSize(3);
    }
  }

  @Test
  void aPageWithoutAFirstRowIsOnlyPutInOrder() {
    Ranking rest =
        new Ranking(
            7,
            2,
            "m1",
            RANKING.rankedAt(),
            RANKING.titles(),
            List.of(row(Kind.SEASON, 5L, 9L), row(Kind.POPULAR, 3L, 4L)));

    assertThat(LeaningPage.rows(rest, 0))
        .containsExactly(row(Kind.SEASON, 9L, 5L), row(Kind.POPULAR, 3L, 4L));
  }

  @Test
  void withoutEndsNothingCanLean() {
    assertThat(LeaningPage.isPossible(RANKING)).isTrue();
    assertThat(
            LeaningPage.isPossible(
                new Ranking(0, 0, "m1", RANKING.rankedAt(), List.of(), List.of())))
        .isFalse();
  }
}
