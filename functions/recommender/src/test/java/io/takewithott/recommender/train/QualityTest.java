package io.takewithott.recommender.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.takewithott.recommender.score.History;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QualityTest {
  private static final double SECOND = Math.log(2) / Math.log(3);
  private static final double THIRD = Math.log(2) / Math.log(4);
  private static final double FOURTH = Math.log(2) / Math.log(5);

  /** Titles 1, 2, 3, 4 in this order; liked are the second and the fourth of them. */
  @Test
  void gainsAreDiscountedByPlace() {
    Quality quality = of(user(Set.of(2, 4), 0), 0, 0.9f, 0.8f, 0.7f, 0.6f);

    assertThat(quality.ndcg()).isEqualTo((SECOND + FOURTH) / (1 + SECOND), within(1e-9));
    assertThat(quality.recall()).isEqualTo(1);
  }

  @Test
  void whatTheUserHasTakesNoPlace() {
    Quality without = of(user(Set.of(2), 0), 0, 0.9f, 0.8f);
    Quality with = of(user(Set.of(2), 0), 99, 0.9f, 0.8f);

    assertThat(without.ndcg()).isEqualTo(SECOND, within(1e-9));
    assertThat(with).isEqualTo(without);
  }

  @Test
  void theLikedFirstIsTheBestThereIs() {
    Quality best = of(user(Set.of(1, 2, 3), 0), 0, 0.9f, 0.8f, 0.7f, 0.6f);

    assertThat(best).isEqualTo(new Quality(1, 1));
    assertThat(best.sum()).isEqualTo(1.25);
  }

  /** Thirty titles, the lower the better; the 10th counts for both, the 15th only for recall. */
  @Test
  void tenPlacesAreJudgedAndTwentyRecalled() {
    float[] scores = new float[31];
    for (int title = 1; title <= 30; title++) {
      scores[title] = -title;
    }
    double tenth = Math.log(2) / Math.log(11);

    Quality quality = of(user(Set.of(10, 15, 25), 0), scores);

    assertThat(quality.ndcg()).isEqualTo(tenth / (1 + SECOND + THIRD), within(1e-9));
    assertThat(quality.recall()).isEqualTo(2 / 3.0, within(1e-9));
  }

  @Test
  void theMeanIsOverUsers() {
    HeldOut happy = user(Set.of(1), 0);
    HeldOut unhappy = user(Set.of(2), 0);

    Quality quality =
        Quality.of(List.of(happy, unhappy), user -> new float[] {0, 0.9f, 0.8f, 0.7f});

    assertThat(quality.ndcg()).isEqualTo((1 + SECOND) / 2, within(1e-9));
    assertThat(quality.recall()).isEqualTo(1, within(1e-9));
  }

  @Test
  void scoresAreLeftAsTheyWere() {
    float[] scores = {5, 0.9f, 0.8f};

    of(user(Set.of(2), 0), scores);

    assertThat(scores).containsExactly(5, 0.9f, 0.8f);
  }

  private static Quality of(HeldOut user, float... scores) {
    return Quality.of(List.of(user), any -> scores);
  }

  private static HeldOut user(Set<Integer> liked, int... titles) {
    float[] halfStars = new float[titles.length];
    Arrays.fill(halfStars, 10);
    return new HeldOut(History.NONE, titles, halfStars, liked);
  }
}
