package io.takewithott.core.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Scores as a matrix: titles across, members down. */
class GroupStrategyTest {
  /**
   * Title 0 delights two and is nothing to the third: average 0.67. Title 1 is 0.45 to all, the
   * highest least. Title 2 has the highest product, each with a start of 0.1: 1.0 · 0.7 · 0.4 =
   * 0.28 against 1.1 · 1.1 · 0.1 = 0.12 and 0.55³ = 0.17.
   */
  private static final String THREE_WINNERS =
      """
      1.0  0.45  0.9
      1.0  0.45  0.6
      0.0  0.45  0.3
      """;

  /** Two like the titles 0 to 2, the third 3 to 5. */
  private static final String TWO_AGAINST_ONE =
      """
      1.0  0.9  0.8  0.2  0.1  0.0
      1.0  0.9  0.8  0.2  0.1  0.0
      0.0  0.1  0.2  1.0  0.9  0.8
      """;

  /** All want the same. */
  private static final String AGREED =
      """
      0.1  1.0  0.5  0.0
      0.2  1.0  0.6  0.0
      0.0  1.0  0.4  0.1
      """;

  private static final Map<String, String> GROUPS =
      Map.of("three winners", THREE_WINNERS, "two against one", TWO_AGAINST_ONE, "agreed", AGREED);

  /**
   * Two against one, fairly: the products of the first place are 0.12, 0.20, 0.24, 0.10, 0.08 and
   * 0.01, so title 2 comes first; then it is the third's turn.
   */
  @ParameterizedTest
  @CsvSource({
    "three winners,   AVERAGE,      0 2 1",
    "three winners,   LEAST_MISERY, 1 2 0",
    "three winners,   FAIR,         2 0 1",
    "two against one, AVERAGE,      0 1 2 3 4 5",
    "two against one, LEAST_MISERY, 2 3 1 4 0 5",
    "two against one, FAIR,         2 3 0 1 4 5",
    "agreed,          AVERAGE,      1 2 0 3",
    "agreed,          LEAST_MISERY, 1 2 0 3",
    "agreed,          FAIR,         1 2 0 3"
  })
  void eachStrategyHasItsOrder(String group, GroupStrategy strategy, String order) {
    double[][] scores = matrix(GROUPS.getOrDefault(group, ""));

    assertThat(strategy.order(scores, 10))
        .containsExactly(Arrays.stream(order.split(" ")).mapToInt(Integer::parseInt).toArray());
  }

  @ParameterizedTest
  @EnumSource(GroupStrategy.class)
  void topTwoIsPrefixOfTopFour(GroupStrategy strategy) {
    double[][] scores = matrix(TWO_AGAINST_ONE);

    assertThat(strategy.order(scores, 2)).isEqualTo(Arrays.copyOf(strategy.order(scores, 4), 2));
  }

  @Test
  void theFairOrderServesTheMinorityBeforeTheAverageDoes() {
    double[][] scores = matrix(TWO_AGAINST_ONE);

    assertThat(GroupStrategy.AVERAGE.order(scores, 3)).doesNotContain(3, 4, 5);
    assertThat(GroupStrategy.FAIR.order(scores, 2)).contains(3);
  }

  private static double[][] matrix(String rows) {
    return rows.strip()
        .lines()
        .map(
            row ->
                Arrays.stream(row.strip().split("\\s+")).mapToDouble(Double::parseDouble).toArray())
        .toArray(double[][]::new);
  }
}
