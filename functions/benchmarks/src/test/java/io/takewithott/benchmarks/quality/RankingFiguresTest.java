package io.takewithott.benchmarks.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.takewithott.benchmarks.quality.PairedBootstrap.Interval;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RankingFiguresTest {
  /**
   * Of user 1 the second and the third place hit, with 0.6309 and 0.5, where the ideal has 1 and
   * 0.6309; user 2 has no hit; user 3 has no list.
   */
  @Test
  void gainIsDiscountedByPlace() {
    RankingFigures figures =
        RankingFigures.of(
            Map.of("1", List.of("a", "b", "c"), "2", List.of("a", "d", "e")),
            Map.of("1", Set.of("b", "c"), "2", Set.of("z"), "3", Set.of("a")),
            10);

    assertThat(figures.ndcg().get("1")).isEqualTo((0.6309 + 0.5) / 1.6309, within(1e-4));
    assertThat(figures.ndcg().get("2")).isZero();
    assertThat(figures.meanNdcg()).isEqualTo(0.3467, within(1e-4));
    assertThat(figures.recall()).isEqualTo(0.5);
    assertThat(figures.coverage()).isEqualTo(0.5);
    assertThat(figures.users()).isEqualTo(2);
  }

  /** With differences of 0 and 1 alike often, the deviation of a mean of 400 is 0.025. */
  @Test
  void theIntervalIsTwoDeviationsToEachSide() {
    double[] differences = new double[400];
    Arrays.fill(differences, 0, 200, 1);

    Interval interval = PairedBootstrap.of(differences);

    assertThat(interval.mean()).isEqualTo(0.5);
    assertThat(interval.low()).isEqualTo(0.451, within(0.005));
    assertThat(interval.high()).isEqualTo(0.549, within(0.005));
    assertThat(PairedBootstrap.of(differences)).isEqualTo(interval);
  }

  @Test
  void differencesAreOfTheUsersThatBothHave() {
    Interval interval =
        PairedBootstrap.difference(
            Map.of("1", 0.75, "2", 0.5, "3", 1.0), Map.of("1", 0.5, "2", 0.25, "4", 0.0));

    assertThat(interval).hasToString("+0.2500 [+0.2500, +0.2500]");
    assertThat(interval.users()).isEqualTo(2);
  }
}
