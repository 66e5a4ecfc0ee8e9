package io.takewithott.recommender;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineRuleTest {
  private final EngineRule rule = new EngineRule(60_000_000, 80_000, 600);

  @ParameterizedTest(name = "{0} ratings, {1} titles, {2} s for {3} ratings: {4}")
  @CsvSource({
    "1000000,  9000,  145, 1000000,  function",
    "59999999, 79999, 599, 59999999, function",
    "60000000, 9000,  0,   0,        spark",
    "1000000,  80000, 0,   0,        spark",
    "20000000, 27000, 600, 20000000, spark",
    "20000000, 27000, 400, 13000000, spark",
    "20000000, 27000, 400, 30000000, function",
    "0,        0,     0,   0,        function"
  })
  void theRuleIsThisTable(long ratings, long titles, long seconds, long then, String engine) {
    Map<String, Long> model = Map.of(EngineRule.SECONDS, seconds, EngineRule.RATINGS, then);

    assertThat(rule.choosesSpark(ratings, titles, model)).isEqualTo(engine.equals("spark"));
  }
}
