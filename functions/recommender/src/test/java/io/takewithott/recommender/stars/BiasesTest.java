package io.takewithott.recommender.stars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.takewithott.recommender.snapshot.RatingsMatrix;
import org.junit.jupiter.api.Test;

class BiasesTest {
  /** Mean 3, users ± 1, titles 10 and 11 one above, 12 and 13 one below. */
  private final Ratings ratings =
      Ratings.of(
          RatingsMatrix.snapshot(
              """
                  10  11  12  13
              1    5   5   3   3
              2    5   5   3   3
              3    3   3   1   1
              4    3   3   1   1
              """),
          Incidence.Part.ALL);

  @Test
  void biasesAreWhatUsersAndTitlesAddToTheMean() {
    Biases biases = new Biases(ratings);

    assertThat(ratings.mean()).isEqualTo(3f);
    assertThat(biases.ofUsers()).containsExactly(new float[] {1, 1, -1, -1}, within(0.01f));
    assertThat(biases.ofTitles()).containsExactly(new float[] {1, 1, -1, -1}, within(0.01f));
  }

  @Test
  void whereUsersDoNotDifferTheirBiasesAreDrawnTowardsZero() {
    Biases biases =
        new Biases(
            Ratings.of(
                RatingsMatrix.snapshot(
                    """
                        10  11  12  13
                    1    5   1   4   2
                    2    1   5   2   4
                    3    4   2   4   2
                    4    2   4   2   4
                    """),
                Incidence.Part.ALL));

    assertThat(biases.userRidge()).isGreaterThan(5f);
  }

  /** Of three ratings each half a star above the title's mean, with a ridge of 3: 1.5 / 6. */
  @Test
  void aUserIsFoldedInByTheRidge() {
    Baseline baseline = new Baseline(3f, new float[] {0, 1, -1}, 3f, 1f, new float[] {1, 1, 1});

    double bias =
        baseline.userBias(
            new int[] {0, 1, 2}, new float[] {3.5f, 4.5f, 2.5f}, new float[] {1, 1, 1});

    assertThat(bias).isEqualTo(0.25, within(1e-6));
  }

  /** Ten average ratings are added: (10 + 2) / (10 + 2 · 4). */
  @Test
  void whoRatesErraticallyIsLessReliable() {
    Baseline baseline = new Baseline(3f, new float[2], 3f, 1f, new float[] {1, 0.5f});

    double steadiness = baseline.userSteadiness(new float[] {2, -2}, new float[] {1, 1});

    assertThat(steadiness).isEqualTo(12 / 18.0, within(1e-6));
    assertThat(baseline.reliable(new int[] {0, 1}, new float[] {1, 1}, 0.8))
        .containsExactly(new float[] {0.8f, 0.4f}, within(1e-6f));
  }
}
