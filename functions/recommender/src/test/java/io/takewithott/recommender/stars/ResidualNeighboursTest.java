package io.takewithott.recommender.stars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.takewithott.recommender.snapshot.RatingsMatrix;
import org.junit.jupiter.api.Test;

class ResidualNeighboursTest {
  /**
   * From title 0 to title 1 with 0.5 and to title 2 with 0.25, from title 1 to title 2 with 0.5.
   */
  private final ResidualNeighbours neighbours =
      new ResidualNeighbours(
          new int[] {0, 2, 3, 3}, new int[] {1, 2, 2}, new float[] {0.5f, 0.25f, 0.5f});

  /** Title 1: 0.5 · 1 / (0.5 + 0.5). Title 2: (0.25 · 1 - 0.5 · 2) / (0.25 + 0.5 + 0.5). */
  @Test
  void neighboursSayHowMuchBetterThanExpectedATitleShouldBe() {
    float[] found = neighbours.foldIn(new int[] {0, 1}, new float[] {1, -2}, new float[] {1, 1});

    assertThat(found).containsExactly(new float[] {0, 0.5f, -0.6f}, within(1e-6f));
  }

  @Test
  void aRatingOfNoWeightSaysNothing() {
    float[] found = neighbours.foldIn(new int[] {0, 1}, new float[] {1, -2}, new float[] {1, 0});

    assertThat(found).containsExactly(new float[] {0, 0.5f, 1 / 3f}, within(1e-6f));
  }

  @Test
  void aNeighbourOutsideTheCatalogueIsRefused() {
    assertThatThrownBy(
            () -> new ResidualNeighbours(new int[] {0, 1}, new int[] {1}, new float[] {1}))
        .hasMessage("The rows of the neighbours contradict each other");
  }

  /** Six users who agree on 10 and 11 and take 12 the other way round; nobody differs otherwise. */
  @Test
  void titlesLikedAlikeAreNeighboursAndOppositesAreNot() {
    Ratings ratings =
        Ratings.of(
            RatingsMatrix.snapshot(
                """
                    10  11  12
                1    5   5   1
                2    1   1   5
                3    5   5   1
                4    1   1   5
                5    5   5   1
                6    1   1   5
                """),
            Incidence.Part.ALL);

    ResidualNeighbours found = new ResidualNeighbourTraining(ratings, new Biases(ratings)).train();

    assertThat(found.offsets()).containsExactly(0, 1, 2, 2);
    assertThat(found.targets()).containsExactly(1, 0);
    // a correlation of 1 over 6 common raters: 5 / (5 + 50)
    assertThat(found.similarities()).containsExactly(new float[] {1 / 11f, 1 / 11f}, within(1e-3f));
  }
}
