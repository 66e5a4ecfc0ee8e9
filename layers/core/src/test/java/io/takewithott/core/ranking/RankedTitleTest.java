package io.takewithott.core.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.takewithott.core.ranking.RankedTitle.Ends;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RankedTitleTest {
  private static final RankedTitle.Shares SHARES = new RankedTitle.Shares(0.2, 0.5, 0.1, 0.2);

  @ParameterizedTest
  @CsvSource({"0, 3", "0.25, 2", "0.5, 1", "0.75, 0.75", "1, 0.5"})
  void theScoreGoesStraightFromTheMiddleToEitherEnd(double alpha, double score) {
    RankedTitle title =
        new RankedTitle(5, 1, 4.5, List.of(), SHARES, Optional.of(new Ends(3, 0.5f)));

    assertThat(title.scoreAt(alpha)).isEqualTo(score, within(1e-9));
  }

  @Test
  void withoutEndsTheScoreStays() {
    RankedTitle title = new RankedTitle(5, 0.9, 4.5, List.of(), SHARES);

    assertThat(title.scoreAt(0)).isEqualTo(0.9);
    assertThat(title.scoreAt(1)).isEqualTo(0.9);
  }
}
