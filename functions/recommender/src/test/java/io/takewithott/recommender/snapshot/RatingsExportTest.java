package io.takewithott.recommender.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.takewithott.recommender.storage.InMemoryBlobs;
import io.takewithott.recommender.storage.OlderFiles;
import io.takewithott.recommender.storage.ScratchFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RatingsExportTest {
  private final InMemoryBlobs blobs = new InMemoryBlobs();
  private final ListedSource source = new ListedSource();
  private Instant now = Instant.parse("2026-11-01T00:00:00Z");
  private final InstantSource clock = () -> now;
  private final RatingsExport export;

  RatingsExportTest(@TempDir Path folder) {
    this.export = new RatingsExport(source, blobs, new ScratchFolder(folder), clock);
  }

  @Test
  void theFirstExportReadsEverything() {
    source.rate(5, 1, 10, 8);

    assertThat(RatingsMatrix.lines(export.refresh())).isEqualTo("1 10 4.0");
    assertThat(source.asked).containsExactly("everything");
  }

  @Test
  void laterExportsReadWhatChangedSinceTheWatermark() {
    source.rate(5, 1, 10, 8);
    source.watermark = 6;
    export.refresh();
    source.rate(6, 1, 10, 2);
    source.rate(7, 2, 10, 6);
    source.watermark = 8;

    assertThat(RatingsMatrix.lines(export.refresh())).isEqualTo("1 10 1.0\n2 10 3.0");
    assertThat(source.asked).containsExactly("everything", "since 6");
  }

  @Test
  void aTransactionThatRanDuringAnExportComesWithTheNext() {
    source.watermark = 6; // transaction 6 has begun and written, and is not visible yet
    source.next = 9;
    source.rate(8, 1, 10, 8);
    export.refresh();
    source.rate(6, 2, 10, 4);
    source.watermark = 9;

    assertThat(RatingsMatrix.lines(export.refresh())).isEqualTo("1 10 4.0\n2 10 2.0");
  }

  @Test
  void aRestoredDatabaseIsReadAnew() {
    source.rate(50, 1, 10, 8);
    source.watermark = 60;
    source.next = 60;
    export.refresh();
    source.changes.clear();
    source.rate(5, 2, 11, 6);
    source.watermark = 7;
    source.next = 7;

    assertThat(RatingsMatrix.lines(export.refresh())).isEqualTo("2 11 3.0");
    assertThat(source.asked).containsExactly("everything", "everything");
  }

  @Test
  void everythingIsReadAnewAfterAWeek() {
    source.rate(5, 1, 10, 8);
    export.refresh();
    source.changes.clear(); // the user was deleted and left no change behind
    now = now.plus(Duration.ofDays(3));
    assertThat(export.refresh().size()).isEqualTo(1);
    now = now.plus(Duration.ofDays(4));

    assertThat(export.refresh().size()).isZero();
  }

  @Test
  void anInterruptedExportLeavesTheOldSnapshot() {
    source.rate(5, 1, 10, 8);
    source.watermark = 6;
    export.refresh();
    source.rate(6, 2, 10, 4);
    source.failing = true;
    assertThatThrownBy(export::refresh).hasMessage("the database went away");
    source.failing = false;

    assertThat(export.refresh().size()).isEqualTo(2);
    assertThat(source.asked).containsExactly("everything", "since 6", "since 6");
  }

  @Test
  void aDamagedSnapshotIsNotBuiltOn() {
    source.rate(5, 1, 10, 8);
    export.refresh();
    String key = blobs.keys("ratings/0", 1).get(0);
    blobs.put(key, new byte[] {1}, "");

    assertThat(export.refresh().size()).isEqualTo(1);
    assertThat(source.asked).containsExactly("everything", "everything");
  }

  @Test
  void aSnapshotOfAnOlderFormatIsNotBuiltOn() {
    source.rate(5, 1, 10, 8);
    export.refresh();
    OlderFiles.replaceByVersionOne(blobs, "ratings", "TWORATNG");

    assertThat(export.refresh().size()).isEqualTo(1);
    assertThat(source.asked).containsExactly("everything", "everything");
  }

  /** Ratings with the transactions that wrote them. */
  private static final class ListedSource implements RatingsSource {
    private final List<long[]> changes = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private long watermark = 1;
    private long next = 100;
    private boolean failing;

    void rate(long transaction, long user, long title, long halfStars) {
      changes.add(new long[] {transaction, user, title, halfStars});
    }

    @Override
    public Horizon horizon() {
      return new Horizon(watermark, next);
    }

    @Override
    public RatingLog everything() {
      asked.add("everything");
      return since(0);
    }

    @Override
    public RatingLog between(long firstUser, long lastUser) {
      throw new UnsupportedOperationException("an export of everything asks for no part");
    }

    @Override
    public RatingLog changedSince(long transaction) {
      asked.add("since " + transaction);
      return since(transaction);
    }

    private RatingLog since(long transaction) {
      if (failing) {
        throw new IllegalStateException("the database went away");
      }
      RatingLog log = new RatingLog();
      changes.stream()
          .filter(change -> change[0] >= transaction)
          .forEach(change -> log.add(change[1], change[2], (int) change[3], 0));
      return log;
    }
  }
}
