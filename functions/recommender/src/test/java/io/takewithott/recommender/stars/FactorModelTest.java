package io.takewithott.recommender.stars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** One draw of a bias and one factor; title 0 has bias 0.5 and factor 1, title 1 has 0 and -1. */
class FactorModelTest {
  private static final float[] TITLES = {0.5f, 1, 0, -1};

  private static FactorModel model(float... link) {
    return new FactorModel(
        2,
        3f,
        new CountFeatures(0, 1),
        TITLES,
        TITLES,
        link,
        new float[] {0, 0},
        new float[] {1, 1},
        new float[] {1});
  }

  /**
   * Five stars for title 0 are 1.5 above its bias. Bias b and factor p of the user minimise (1.5 -
   * b - p)² + b² + p²: both 0.5. Title 0 gets 3 + 0.5 + 0.5 + 0.5, title 1 3 + 0.5 - 0.5.
   */
  @Test
  void aUserIsTheRidgeRegressionOfTheirStars() {
    FactorModel model = model(new float[8]);

    float[] own = model.foldIn(new int[] {0}, new float[] {5}, new float[] {1});

    assertThat(own).containsExactly(new float[] {0.5f, 0.5f}, within(1e-6f));
    assertThat(model.stars(own, 0)).isEqualTo(4.5, within(1e-6));
    assertThat(model.stars(own, 1)).isEqualTo(3, within(1e-6));
  }

  /** With weight 2 they minimise 2 (1.5 - b - p)² + b² + p²: both 0.6. */
  @Test
  void aHeavierRatingPullsHarder() {
    float[] own = model(new float[8]).foldIn(new int[] {0}, new float[] {5}, new float[] {2});

    assertThat(own).containsExactly(new float[] {0.6f, 0.6f}, within(1e-6f));
  }

  /** Having rated title 1 says 0.2 of the bias and -0.3 of the factor, whatever the stars. */
  @Test
  void whatWasRatedSaysSomethingHoweverItWasRated() {
    FactorModel model = model(0, 0, 0.2f, -0.3f, 0, 0, 0, 0);

    float[] own = model.foldIn(new int[] {1}, new float[] {3}, new float[] {0});

    assertThat(own).containsExactly(new float[] {0.2f, -0.3f}, within(1e-6f));
  }

  @Test
  void drawsOfDifferentSizesAreRefused() {
    assertThatThrownBy(() -> model(new float[7]))
        .hasMessage("The draws of the factors are not of one size");
  }
}
