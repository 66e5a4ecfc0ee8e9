package io.takewithott.recommender.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.takewithott.recommender.model.PreferenceFactors.Taste;
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
    Taste taste = factors.foldIn(new int[] {0}, new float[] {1});

    assertThat(taste.factors()).containsExactly(new double[] {0.75}, within(1e-9));
    assertThat(taste.preference(0)).isEqualTo(0.75, within(1e-9));
    assertThat(taste.preference(1)).isEqualTo(0.375, within(1e-9));
  }

  @Test
  void aPreferenceIsTheSumOfWhatEachTitleAdds() {
    PreferenceFactors wide =
        new PreferenceFactors(2, 2f, 0.75f, new float[] {1, 0.5f, 0.5f, -0.25f, 0.125f, 0.75f});
    Taste taste = wide.foldIn(new int[] {0, 2}, new float[] {1, 0.5f});

    float[] parts = taste.contributions(1);
    assertThat(parts).hasSize(2);
    assertThat((double) parts[0] + parts[1]).isEqualTo(taste.preference(1), within(1e-6));
  }

  @Test
  void whoHasNothingPrefersNothing() {
    assertThat(factors.foldIn(new int[0], new float[0]).factors()[0]).isZero();
  }
}
