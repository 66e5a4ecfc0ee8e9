package io.takewithott.recommender.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.takewithott.recommender.model.Trends;
import org.junit.jupiter.api.Test;

class TrendTrainingTest {
  private static final int DAY = 86_400;
  private static final int NOW = 1_800_000_000;

  @Test
  void whatIsRatedAsAlwaysDoesNotTrend() {
    TrendTraining events = new TrendTraining(2);
    for (int day = 0; day < 300; day++) {
      events.add(0, NOW - day * DAY);
      events.add(1, NOW - day * DAY);
    }

    assertThat(events.train().velocity(0)).isZero();
  }

  /** Title 0 has an event a day, title 1 thirty in three days, title 2 the same a year ago. */
  @Test
  void aSurgeTrendsAndAnOldOneDoesNot() {
    TrendTraining events = new TrendTraining(4);
    for (int day = 0; day < 300; day++) {
      events.add(0, NOW - day * DAY);
    }
    for (int event = 0; event < 30; event++) {
      events.add(1, NOW - event * DAY / 10);
      events.add(2, NOW - 300 * DAY + event * DAY / 10);
    }

    Trends trends = events.train();

    assertThat(trends.velocity(1)).isGreaterThan(5);
    assertThat(trends.velocity(0)).isLessThan(0.5f);
    assertThat(trends.velocity(2)).isNegative();
    assertThat(trends.velocity(3)).as("no event").isZero();
  }

  @Test
  void oneEventIsNoTrend() {
    TrendTraining events = new TrendTraining(2);
    for (int day = 0; day < 300; day++) {
      events.add(0, NOW - day * DAY);
    }

    assertThat(events.add(1, NOW).train().velocity(1)).isLessThan(1);
  }

  /**
   * Two events of each title, both recent by half or both not: title 0 one now and one 28 days ago,
   * which is 1 + 1/16 recent; title 1 both 28 days ago, 2/16. All are 1.1875 of 4, so 0.59375 are
   * expected of each: ±0.46875 / √1.59375.
   */
  @Test
  void velocityIsTheSurplusInStandardDeviations() {
    Trends trends =
        new TrendTraining(2)
            .add(0, NOW)
            .add(0, NOW - 28 * DAY)
            .add(1, NOW - 28 * DAY)
            .add(1, NOW - 28 * DAY)
            .train();

    assertThat(trends.velocity(0)).isEqualTo(0.3713f, within(1e-4f));
    assertThat(trends.velocity(1)).isEqualTo(-0.3713f, within(1e-4f));
  }

  @Test
  void aShortRecordHasNoTrends() {
    assertThat(new TrendTraining(1).train().velocity(0)).isZero();
    assertThat(new TrendTraining(1).add(0, NOW).add(0, NOW - 20 * DAY).train().velocity(0))
        .isZero();
  }
}
