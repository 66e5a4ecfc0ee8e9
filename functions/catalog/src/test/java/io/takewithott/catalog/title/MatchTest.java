package io.takewithott.catalog.title;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchTest {
  @ParameterizedTest
  @CsvSource({"0.5, 0", "2.75, 50", "4.55, 90", "5, 100", "5.4, 100", "0, 0"})
  void starsArePerCent(double stars, int match) {
    assertThat(Match.percent(stars)).isEqualTo(match);
  }
}
