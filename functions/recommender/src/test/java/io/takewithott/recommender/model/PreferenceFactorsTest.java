package io.takewithott.recommender.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PreferenceFactorsTest {
  /** One factor, of two titles: 1 and 0.5. */
  private final PreferenceFactors factors =
      new PreferenceFactors(1, 2f, 0.75f, new float[] {1, 0.5f});

  /**
   * The sum of squares is 1.25, the ridge 0.75. The first title with affinity 1 has certainty 1 +
   * 2: the least of the weighted squares lies at 3 / (1.25 + 0.75 + 2) = 0.75.
   */
  @Test
  void oneTitleIsFoldedInByHand() {
    double[] own = factors.foldIn(new int[] {0}, new float[] {1});

    assertThat(own[0]).isEqualTo(0.75, within(1e-9));
    assertThat(factors.preference(own, 0)).isEqualTo(0.75, within(1e-9));
    assertThat(factors.preference(own, 1)).isEqualTo(0.375, within(1e-9));
  }

  @Test
  void whoHasNothingPrefersNothing() {
    assertThat(factors.foldIn(new int[0], new float[0])[0]).isZero();
  }
}
