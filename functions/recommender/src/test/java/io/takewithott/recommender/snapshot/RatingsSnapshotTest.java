package io.takewithott.recommender.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.takewithott.recommender.storage.CorruptFileException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

class RatingsSnapshotTest {
  private static final String BEFORE =
      """
           10   11   12
       1    5    4    .
       2    .    3  4.5
      """;

  @Test
  void changesAreLaidOverWhatWasThere() {
    RatingsSnapshot changed = RatingsMatrix.snapshot(BEFORE).with(changes(), 7);

    assertThat(RatingsMatrix.lines(changed))
        .isEqualTo(
            """
            1 10 5.0
            1 11 0.5
            2 12 4.5
            2 13 2.0
            9 10 3.0""");
    assertThat(changed.watermark()).isEqualTo(7);
  }

  @Test
  void layingTheSameChangesOverTwiceIsHarmless() {
    RatingsSnapshot once = RatingsMatrix.snapshot(BEFORE).with(changes(), 7);

    assertThat(once.with(changes(), 7).toFile()).isEqualTo(once.toFile());
  }

  @Test
  void ofTwoChangesOfOneRatingTheLaterCounts() {
    RatingLog log = new RatingLog();
    log.add(3, 10, 4, 1);
    log.add(1, 10, 2, 1);
    log.add(3, 10, 8, 2);

    assertThat(RatingsMatrix.lines(RatingsSnapshot.EMPTY.with(log, 1)))
        .isEqualTo("1 10 1.0\n3 10 4.0");
  }

  @Test
  void aUserWithoutRatingsLeftIsGone() {
    RatingLog removal = new RatingLog();
    removal.add(1, 10, 0, 0);
    removal.add(1, 11, 0, 0);

    assertThat(RatingsMatrix.snapshot(BEFORE).with(removal, 2).userIndex(1)).isNegative();
  }

  @Test
  void aFileComesBackAsItWas() {
    RatingsSnapshot snapshot = RatingsMatrix.snapshot(BEFORE);

    RatingsSnapshot back = RatingsSnapshot.ofFile(snapshot.toFile());

    assertThat(RatingsMatrix.lines(back)).isEqualTo(RatingsMatrix.lines(snapshot));
    assertThat(back.ratedAtEpochSeconds(3)).isEqualTo(2012);
    assertThat(back.watermark()).isEqualTo(1);
  }

  @Test
  void aFileOfNoRatingsComesBackToo() {
    assertThat(RatingsSnapshot.ofFile(RatingsSnapshot.EMPTY.toFile()).size()).isZero();
  }

  @Test
  void theFileHasItsCountsAtTheDocumentedOffsets() {
    byte[] file = RatingsMatrix.snapshot(BEFORE).toFile();
    ByteBuffer buffer = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);

    assertThat(buffer.getLong(28)).as("watermark").isEqualTo(1);
    assertThat(buffer.getLong(36)).as("users").isEqualTo(2);
    assertThat(buffer.getLong(44)).as("titles").isEqualTo(3);
    assertThat(buffer.getLong(52)).as("ratings").isEqualTo(4);
    assertThat(buffer.getLong(72)).as("first user").isEqualTo(1);
  }

  @Test
  void aDamagedFileIsRefused() {
    byte[] file = RatingsMatrix.snapshot(BEFORE).toFile();
    file[80] ^= 4;

    assertThatThrownBy(() -> RatingsSnapshot.ofFile(file))
        .isInstanceOf(CorruptFileException.class)
        .hasMessage("The TWORATNG file does not match its checksum");
  }

  @Test
  void onlyTitlesOfTheCatalogueAreKeptAndAllOfThem() {
    RatingsSnapshot kept = RatingsMatrix.snapshot(BEFORE).over(new long[] {9, 11});

    assertThat(RatingsMatrix.lines(kept)).isEqualTo("1 11 4.0\n2 11 3.0");
    assertThat(kept.titleCount()).isEqualTo(2);
  }

  private static RatingLog changes() {
    RatingLog log = new RatingLog();
    log.add(9, 10, 6, 50);
    log.add(2, 11, 0, 51);
    log.add(1, 11, 1, 52);
    log.add(2, 13, 4, 53);
    return log;
  }
}
