package io.takewithott.recommender.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.takewithott.recommender.storage.CorruptFileException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import java.util.TreeMap;
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

    assertThat(SnapshotFormat.write(once.with(changes(), 7))).isEqualTo(SnapshotFormat.write(once));
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

    RatingsSnapshot back = SnapshotFormat.read(SnapshotFormat.write(snapshot));

    assertThat(RatingsMatrix.lines(back)).isEqualTo(RatingsMatrix.lines(snapshot));
    assertThat(back.ratedAtEpochSeconds(3)).isEqualTo(2012);
    assertThat(back.watermark()).isEqualTo(1);
  }

  @Test
  void aFileOfNoRatingsComesBackToo() {
    assertThat(SnapshotFormat.read(SnapshotFormat.write(RatingsSnapshot.EMPTY)).size()).isZero();
  }

  @Test
  void theFileHasItsCountsAtTheDocumentedOffsets() {
    byte[] file = SnapshotFormat.write(RatingsMatrix.snapshot(BEFORE));
    ByteBuffer buffer = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);

    assertThat(buffer.getLong(1600)).as("watermark").isEqualTo(1);
    assertThat(buffer.getLong(1608)).as("users").isEqualTo(2);
    assertThat(buffer.getLong(1616)).as("titles").isEqualTo(3);
    assertThat(buffer.getLong(1624)).as("ratings").isEqualTo(4);
    assertThat(buffer.getLong(1664)).as("first user").isEqualTo(1);
  }

  @Test
  void aDamagedFileIsRefused() {
    byte[] file = SnapshotFormat.write(RatingsMatrix.snapshot(BEFORE));
    file[1664] ^= 4;

    assertThatThrownBy(() -> SnapshotFormat.read(file))
        .isInstanceOf(CorruptFileException.class)
        .hasMessage("The TWORATNG file does not match its checksum");
  }

  @Test
  void onlyTitlesOfTheCatalogueAreKeptAndAllOfThem() {
    RatingsSnapshot kept = RatingsMatrix.snapshot(BEFORE).over(new long[] {9, 11});

    assertThat(RatingsMatrix.lines(kept)).isEqualTo("1 11 4.0\n2 11 3.0");
    assertThat(kept.titleCount()).isEqualTo(2);
  }

  @Test
  void aLargerCatalogueTakesOnlyTheTitlesAnew() {
    RatingsSnapshot ratings = RatingsMatrix.snapshot(BEFORE);

    RatingsSnapshot wider = ratings.over(new long[] {9, 10, 11, 12, 13});

    assertThat(RatingsMatrix.lines(wider)).isEqualTo(RatingsMatrix.lines(ratings));
    assertThat(wider.titleIndex(12)).isEqualTo(3);
    assertThat(ArrayBytes.reachableFrom(wider, ratings))
        .as("4 bytes each of 4 ratings, 8 of 5 titles more")
        .isEqualTo(ArrayBytes.reachableFrom(ratings) + 4 * 4 + 5 * 8);
  }

  @Test
  void theSameCatalogueIsTheSameSnapshot() {
    RatingsSnapshot ratings = RatingsMatrix.snapshot(BEFORE);

    assertThat(ratings.over(new long[] {10, 11, 12})).isSameAs(ratings);
  }

  @Test
  void onlyNamedPositionsAreKeptOverTheSameTitles() {
    RatingsSnapshot kept = RatingsMatrix.snapshot(BEFORE).where(position -> position == 3);

    assertThat(RatingsMatrix.lines(kept)).isEqualTo("2 12 4.5");
    assertThat(kept.titleCount()).isEqualTo(3);
    assertThat(kept.userIndex(1)).isNegative();
  }

  @Test
  void aRatingIsFoundByUserAndTitle() {
    RatingsSnapshot ratings = RatingsMatrix.snapshot(BEFORE);

    assertThat(ratings.position(1, 2)).isEqualTo(3);
    assertThat(ratings.position(0, 2)).isNegative();
    assertThat(ratings.position(1, 0)).isNegative();
  }

  /** Three rounds of ten changes by three users of three titles, each seed others. */
  @Test
  void anyChangesGiveWhatAMapWouldHold() {
    for (int seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      TreeMap<Long, String> expected = new TreeMap<>();
      RatingsSnapshot ratings = RatingsSnapshot.EMPTY;
      for (int round = 0; round < 3; round++) {
        RatingLog log = new RatingLog();
        for (int i = 0; i < 10; i++) {
          long user = 1 + random.nextInt(3);
          long title = 10 + random.nextInt(3);
          int halves = random.nextInt(4);
          log.add(user, title, halves, i);
          if (halves == 0) {
            expected.remove(user * 100 + title);
          } else {
            expected.put(user * 100 + title, user + " " + title + " " + halves / 2.0);
          }
        }
        ratings = ratings.with(log, round);
        assertThat(RatingsMatrix.lines(ratings))
            .as("seed %s, round %s", seed, round)
            .isEqualTo(String.join("\n", expected.values()));
      }
    }
  }

  @Test
  void aLogOfManyPiecesIsReadThrough() {
    RatingLog log = new RatingLog();
    for (int i = 200_000; i > 0; i--) {
      log.add(i / 10, i % 10, 1 + i % 10, i);
    }

    RatingsSnapshot ratings = RatingsSnapshot.EMPTY.with(log, 1);

    assertThat(ratings.size()).isEqualTo(200_000);
    int position = ratings.position(ratings.userIndex(13_107), ratings.titleIndex(2));
    assertThat(ratings.ratedAtEpochSeconds(position)).isEqualTo(131_072);
    assertThat(ratings.halfStars(position)).isEqualTo(3);
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
