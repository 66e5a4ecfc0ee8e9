package io.takewithott.recommender;

import static org.assertj.core.api.Assertions.assertThat;

import io.takewithott.recommender.content.AgeRating;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgeBandTest {
  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "none, FROM_19",
        "'', FROM_19",
        "14, FROM_12",
        "15-18, FROM_15",
        "19-29, FROM_19",
        "60+, FROM_19",
        "11, ALL",
        "adult, ALL",
        "1e3x, ALL",
        "99999, ALL"
      })
  void theLowestAgeOfABandCounts(String band, AgeRating highest) {
    assertThat(AgeBand.highest(band)).isEqualTo(highest);
  }
}
