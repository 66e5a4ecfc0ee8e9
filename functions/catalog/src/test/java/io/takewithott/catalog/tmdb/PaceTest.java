package io.takewithott.catalog.tmdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.takewithott.core.lambda.Budget;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** When calls may be made, by a clock that only waiting moves. */
class PaceTest {
  private static final Instant START = Instant.parse("2026-11-20T17:00:00Z");

  private Instant now = START;
  private final Budget budget = new Budget(() -> now, Duration.ofMinutes(15));
  private final Pace pace = new Pace(10, () -> now, wait -> now = now.plus(wait), budget);

  @Test
  void aFullBucketIsSpentAtOnceAndThenRefilled() {
    for (int i = 0; i < 10; i++) {
      pace.await();
    }
    assertThat(now).isEqualTo(START);

    for (int i = 0; i < 20; i++) {
      pace.await();
    }
    assertThat(Duration.between(START, now).toMillis()).isBetween(1990L, 2100L);
  }

  @Test
  void nobodyIsLetThroughAClosedDoor() {
    pace.closeUntil(START.plusSeconds(30));
    pace.closeUntil(START.plusSeconds(5));

    pace.await();

    assertThat(now).isAfterOrEqualTo(START.plusSeconds(30)).isBefore(START.plusSeconds(31));
  }

  @Test
  void noCallIsMadeForWhichNoTimeIsLeft() {
    budget.begin(Duration.ofMinutes(2));
    pace.closeUntil(START.plusSeconds(150));

    assertThatThrownBy(pace::await)
        .isInstanceOfSatisfying(
            TmdbException.class,
            failure -> assertThat(failure.reason()).isEqualTo(TmdbException.Reason.NO_TIME));
    assertThat(now).as("nothing was waited for").isEqualTo(START);
  }
}
