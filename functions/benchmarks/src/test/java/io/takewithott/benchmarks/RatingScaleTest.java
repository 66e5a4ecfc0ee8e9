package io.takewithott.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RatingScaleTest {
  @Test
  void starsUpToFiveAreDoubled() {
    RatingScale scale = RatingScale.exact(5);

    assertThat(scale.halfStars(0.5)).isEqualTo(1);
    assertThat(scale.halfStars(3.5)).isEqualTo(7);
    assertThat(scale.halfStars(5)).isEqualTo(10);
  }

  @Test
  void pointsUpToTenAreHalfStarsAndNoughtIsTheLeast() {
    RatingScale scale = RatingScale.exact(10);

    assertThat(scale.halfStars(0)).isEqualTo(1);
    assertThat(scale.halfStars(7)).isEqualTo(7);
    assertThat(scale.halfStars(10)).isEqualTo(10);
  }

  @Test
  void aScaleThatEndsAtFourIsStretchedForRankingsOnly() {
    assertThat(RatingScale.stretched(4).halfStars(4)).isEqualTo(10);
    assertThat(RatingScale.stretched(4).halfStars(3)).isEqualTo(8);
    assertThat(RatingScale.exact(4).halfStars(4)).isEqualTo(8);
    assertThat(RatingScale.exact(4).points(3.5)).isEqualTo(3.5);
  }

  @Test
  void otherScalesAreRefused() {
    assertThatThrownBy(() -> RatingScale.exact(100))
        .hasMessage("The largest rating is 100.0: only scales up to 5 or up to 10 are known");
  }
}
