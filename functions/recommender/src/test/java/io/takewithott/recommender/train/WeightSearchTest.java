package io.takewithott.recommender.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.takewithott.recommender.TwoTastes;
import io.takewithott.recommender.algebra.DenseAlgebra;
import io.takewithott.recommender.model.ItemWeights;
import io.takewithott.recommender.snapshot.RatingsSnapshot;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeightSearchTest {
  private static final RatingsSnapshot RATINGS = TwoTastes.ratings().over(TwoTastes.catalogue());

  /** Nearly nothing but ridge, and a reading under which low ratings count for a title. */
  private static final ItemWeightSettings POOR =
      new ItemWeightSettings(640, 0.75, 0.6, 0.7, 1, -0.4, 0);

  private final DenseAlgebra algebra = DenseAlgebra.pureJava();
  private final List<Fold> folds =
      List.of(Fold.of(RATINGS, 0, 1000, 0, 7), Fold.of(RATINGS, 1, 1000, 0, 7));

  @Test
  void whatIsFoundRanksBetterThanAPoorStart() {
    ItemWeightSettings found = search(POOR);

    assertThat(quality(found)).isGreaterThan(quality(POOR));
  }

  @Test
  void whatIsFoundIsNeverWorseThanTheStart() {
    ItemWeightSettings found = search(ItemWeightSettings.DEFAULT);

    assertThat(quality(found)).isGreaterThanOrEqualTo(quality(ItemWeightSettings.DEFAULT));
  }

  @Test
  void settingsStayWhereTheyMeanSomething() {
    for (ItemWeightSettings start : List.of(POOR, ItemWeightSettings.DEFAULT)) {
      ItemWeightSettings found = search(start);

      assertThat(found.ridge()).isBetween(2.5, 640.0);
      assertThat(found.dropout()).isBetween(0.0, 0.75);
      assertThat(found.userPower()).isBetween(0.0, 0.6);
      assertThat(found.titlePower()).isBetween(0.0, 0.7);
      assertThat(found.backPower()).isBetween(0.0, 1.0);
      assertThat(found.inputShift()).isBetween(-0.4, 0.5);
      assertThat(found.targetShift()).isBetween(0.0, 2.0);
    }
  }

  @Test
  void theSameFoldsGiveTheSameSettings() {
    assertThat(search(POOR)).isEqualTo(search(POOR));
  }

  @Test
  void withoutTimeTheStartIsTheAnswer() {
    assertThat(new WeightSearch(algebra, folds, 1000).search(POOR, () -> true)).isEqualTo(POOR);
  }

  private ItemWeightSettings search(ItemWeightSettings start) {
    return new WeightSearch(algebra, folds, 1000).search(start, () -> false);
  }

  private double quality(ItemWeightSettings settings) {
    double sum = 0;
    for (Fold fold : folds) {
      ItemWeights weights =
          new ItemWeightTraining(algebra, new DenseRatings(fold.seen(), 1000)).learned(settings);
      sum +=
          Quality.of(fold.raters(), user -> weights.signal(user.titles(), user.halfStars())).sum();
    }
    return sum / folds.size();
  }
}
