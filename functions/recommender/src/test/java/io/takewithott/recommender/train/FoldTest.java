package io.takewithott.recommender.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.takewithott.recommender.TwoTastes;
import io.takewithott.recommender.score.History.Entry;
import io.takewithott.recommender.snapshot.RatingsSnapshot;
import org.junit.jupiter.api.Test;

class FoldTest {
  private final RatingsSnapshot all = TwoTastes.ratings().over(TwoTastes.catalogue());

  @Test
  void trainingSeesNothingOfWhatIsHeldOut() {
    Fold fold = Fold.of(all, 0, 1000, 1000, 7);

    assertThat(fold.raters()).isNotEmpty();
    for (HeldOut user : fold.raters()) {
      assertThat(user.liked()).isNotEmpty();
      for (int title : user.titles()) {
        assertThat(user.liked()).doesNotContain(title);
      }
    }
    assertThat(fold.seen().size()).isBetween(all.size() / 2, all.size() * 9 / 10);
  }

  @Test
  void newcomersAreUnknownAndHaveThreeFavourites() {
    Fold fold = Fold.of(all, 1, 1000, 1000, 7);

    assertThat(fold.newcomers()).hasSize(8);
    assertThat(fold.seen().userCount()).isEqualTo(all.userCount() - 8);
    for (HeldOut user : fold.newcomers()) {
      assertThat(user.history().entries()).hasSize(3).allMatch(Entry::picked);
      assertThat(user.liked()).isNotEmpty();
      for (int title : user.titles()) {
        assertThat(user.liked()).doesNotContain(title);
      }
    }
  }

  @Test
  void everyRatingIsHeldOutInOneFold() {
    int held = 0;
    for (int part = 0; part < Fold.DEAL; part++) {
      held += all.size() - Fold.of(all, part, 1000, 0, 7).seen().size();
    }
    assertThat(held).isEqualTo(all.size());
  }

  @Test
  void ofManyRatersAsManyAsAreWantedJudge() {
    int everybody = Fold.of(all, 0, 1000, 0, 7).raters().size();

    assertThat(Fold.of(all, 0, 10, 0, 7).raters()).hasSize(10);
    assertThat(Fold.of(all, 0, everybody - 1, 0, 7).raters()).hasSize(everybody - 1);
  }
}
