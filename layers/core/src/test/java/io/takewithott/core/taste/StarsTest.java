package io.takewithott.core.taste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StarsTest {
  @Test
  void halfStarsAreTheUnit() {
    assertThat(Stars.of(0.5)).isEqualTo(new Stars(1));
    assertThat(Stars.of(5.0)).isEqualTo(new Stars(10));
    assertThat(Stars.of(3.5)).isEqualTo(new Stars(7));
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {0, -1, 0.25, 0.4999999, 5.5, 3.3, Double.NaN, Double.POSITIVE_INFINITY, 1e300})
  void anythingElseIsRefused(double stars) {
    assertThatThrownBy(() -> Stars.of(stars))
        .hasMessage("Stars go from 0.5 to 5.0 in half stars, not " + stars);
  }
}
