package io.takewithott.recommender.stars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.takewithott.recommender.stars.Clues.Traits;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DoubtTrainingTest {
  private static final Traits USUAL = new Traits(0, 0, 0);
  private static final Traits FEW = new Traits(0, -1, 0);
  private static final Traits MANY = new Traits(0, 1, 0);

  /** Predictions that are off by so many stars, now above, now below. */
  private static List<Case> cases(Traits user, Traits title, double stars) {
    List<Case> cases = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      Clues clues = new Clues(0, 0, user, title, false);
      cases.add(new Case(clues, 3, 3 + (i % 2 == 0 ? stars : -stars)));
    }
    return cases;
  }

  private static double deviation(Doubt doubt, Traits user, Traits title) {
    return Math.sqrt(doubt.variance(new Clues(0, 0, user, title, false)));
  }

  @Test
  void predictionsAreSurerOfUsersWithMoreRatings() {
    List<Case> cases = cases(FEW, USUAL, 1.2);
    cases.addAll(cases(MANY, USUAL, 0.4));

    Doubt doubt = DoubtTraining.train(cases, Stack.BASELINE);

    assertThat(deviation(doubt, FEW, USUAL)).isEqualTo(1.2, within(0.05));
    assertThat(deviation(doubt, MANY, USUAL)).isEqualTo(0.4, within(0.05));
  }

  @Test
  void predictionsAreSurerOfTitlesWithMoreRatings() {
    List<Case> cases = cases(USUAL, FEW, 1.2);
    cases.addAll(cases(USUAL, MANY, 0.4));

    Doubt doubt = DoubtTraining.train(cases, Stack.BASELINE);

    assertThat(deviation(doubt, USUAL, FEW)).isEqualTo(1.2, within(0.05));
    assertThat(deviation(doubt, USUAL, MANY)).isEqualTo(0.4, within(0.05));
  }
}
