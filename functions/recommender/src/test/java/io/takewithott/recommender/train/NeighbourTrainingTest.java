package io.takewithott.recommender.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.takewithott.recommender.model.ItemNeighbours;
import io.takewithott.recommender.snapshot.RatingLog;
import io.takewithott.recommender.snapshot.RatingsSnapshot;
import org.junit.jupiter.api.Test;

class NeighbourTrainingTest {
  /** Of 2,000 titles every other is walked: it neither leads anywhere nor is anywhere reached. */
  @Test
  void ofAVeryLongHistoryAnEvenPartIsWalkedFromAndTo() {
    RatingLog log = new RatingLog();
    for (int title = 1; title <= 2000; title++) {
      log.add(1, title, 8, 0);
    }

    ItemNeighbours walk = new NeighbourTraining(RatingsSnapshot.EMPTY.with(log, 1)).train(0);

    for (int title = 0; title < 2000; title++) {
      assertThat(walk.of(title).length).as("from %d", title).isEqualTo(title % 2 == 0 ? 200 : 0);
      for (int other : walk.of(title)) {
        assertThat(other % 2).isZero();
      }
    }
  }
}
