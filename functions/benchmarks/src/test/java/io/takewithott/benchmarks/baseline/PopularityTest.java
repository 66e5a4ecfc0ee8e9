package io.takewithott.benchmarks.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import io.takewithott.recommender.snapshot.RatingLog;
import io.takewithott.recommender.snapshot.RatingsSnapshot;
import java.util.List;
import org.junit.jupiter.api.Test;

class PopularityTest {
  private final Popularity popularity = new Popularity(ratings());

  @Test
  void theMostRatedComesFirstAndOfEqualsTheLowerId() {
    assertThat(popularity.top(title -> true, 9)).containsExactly(20L, 10L, 30L, 40L);
    assertThat(popularity.top(title -> title != 20, 2)).containsExactly(10L, 30L);
  }

  @Test
  void aShortListIsFilledUp() {
    assertThat(popularity.filled(List.of(40L), title -> title != 20, 3))
        .containsExactly(40L, 10L, 30L);
  }

  /** Title 20 has three ratings, 10 and 30 one each, 40 none. */
  private static RatingsSnapshot ratings() {
    RatingLog log = new RatingLog();
    log.add(1, 10, 10, 0);
    log.add(1, 20, 2, 0);
    log.add(2, 20, 2, 0);
    log.add(3, 20, 2, 0);
    log.add(3, 30, 8, 0);
    return RatingsSnapshot.EMPTY.with(log, 0).over(new long[] {10, 20, 30, 40});
  }
}
