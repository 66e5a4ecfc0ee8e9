package io.takewithott.recommender.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.takewithott.recommender.model.LatentFactors.Viewer;
import org.junit.jupiter.api.Test;

class LatentFactorsTest {
  private final LatentFactors factors = Models.factors();

  @Test
  void aUserWithoutRatingsIsAverage() {
    Viewer viewer = factors.foldIn(new int[0], new float[0], new float[0]);

    assertThat(viewer.bias()).isZero();
    assertThat(factors.stars(viewer, 0)).isEqualTo(3.5);
    assertThat(factors.stars(viewer, 3)).isEqualTo(3);
  }

  /**
   * Title 10 with 5 stars is 1.5 above its 3.5. With p for the factor and b for the bias the least
   * of (1.5 - p - b)² + 1 p² + 1 b² lies at p = b = 0.5.
   */
  @Test
  void oneRatingIsSharedBetweenBiasAndFactor() {
    Viewer viewer = factors.foldIn(new int[] {0}, new float[] {5}, new float[] {1});

    assertThat(viewer.bias()).isEqualTo(0.5, within(1e-9));
    assertThat(viewer.factors()[0]).isEqualTo(0.5, within(1e-9));
    assertThat(factors.stars(viewer, 1)).isEqualTo(4, within(1e-9));
    assertThat(factors.stars(viewer, 2)).isEqualTo(3, within(1e-9));
  }

  /** With weight 2 it is the least of 2 (1.5 - p - b)² + p² + b²: p = b = 0.6. */
  @Test
  void aHeavierRatingPullsHarder() {
    Viewer viewer = factors.foldIn(new int[] {0}, new float[] {5}, new float[] {2});

    assertThat(viewer.bias()).isEqualTo(0.6, within(1e-9));
    assertThat(viewer.factors()[0]).isEqualTo(0.6, within(1e-9));
  }

  @Test
  void starsStayWithinTheScale() {
    Viewer enthusiast = new Viewer(9, new double[] {0});
    Viewer grump = new Viewer(-9, new double[] {0});

    assertThat(factors.stars(enthusiast, 0)).isEqualTo(5);
    assertThat(factors.stars(grump, 0)).isEqualTo(0.5);
  }
}
