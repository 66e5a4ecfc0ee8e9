package io.takewithott.recommender.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.takewithott.recommender.storage.CorruptFileException;
import io.takewithott.recommender.storage.InMemoryBlobs;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PartedExportTest {
  private static final int A_PART = 10;
  private static final int USERS = 12;
  private static final int TITLES = 5;

  private final InMemoryBlobs blobs = new InMemoryBlobs();
  private final PartedRatings parts = new PartedRatings(blobs);
  private final Table table = new Table();
  private Instant now = Instant.parse("2026-11-22T00:00:00Z");
  private final PartedExport export = new PartedExport(table, parts, () -> now, A_PART);

  @Test
  void partsTogetherAreTheWhole() {
    PartsPointer pointer = refresh();

    assertThat(pointer.parts()).hasSizeGreaterThan(3);
    assertThat(pointer.ratings()).isEqualTo(USERS * TITLES);
    assertThat(pointer.parts().get(0).fromUser()).isEqualTo(Long.MIN_VALUE);
    assertThat(rows(pointer)).isEqualTo(table.rows());
    assertThat(parts.current()).contains(pointer);
  }

  @Test
  void aChangeRewritesThePartItIsInAlone() {
    PartsPointer before = refresh();
    table.rate(5, 3, 9);

    PartsPointer after = refresh();

    assertThat(rows(after)).isEqualTo(table.rows());
    List<RatingsPart> kept = new ArrayList<>(after.parts());
    kept.retainAll(before.parts());
    assertThat(kept).hasSize(before.parts().size() - 1);
    assertThat(table.asked).containsExactly("since 1");
  }

  @Test
  void removedRatingsAndNewUsersFindTheirPart() {
    refresh();
    table.rate(1, 1, 0);
    table.rate(0, 2, 4);
    table.rate(99, 1, 10);

    assertThat(rows(refresh())).isEqualTo(table.rows());
  }

  @Test
  void aPartThatGrewTooLargeIsCut() {
    int before = refresh().parts().size();
    IntStream.rangeClosed(100, 130).forEach(user -> table.rate(user, 1, 8));

    PartsPointer after = refresh();

    assertThat(after.parts().size()).isGreaterThan(before + 1);
    assertThat(rows(after)).isEqualTo(table.rows());
    assertThat(after.parts()).extracting(RatingsPart::fromUser).isSorted();
  }

  /** A deleted user leaves no change behind. */
  @Test
  void everyPartIsReadAgainWithinAWeek() {
    refresh();
    table.forget(7);

    for (int day = 0; day < 7; day++) {
      now = now.plus(Duration.ofDays(1));
      refresh();
    }

    assertThat(rows(parts.current().orElseThrow())).isEqualTo(table.rows());
    assertThat(table.asked).contains("between").doesNotContain("everything");
  }

  @Test
  void withoutTimeNothingIsReadAgain() {
    refresh();
    now = now.plus(Duration.ofDays(8));
    table.asked.clear();

    export.refresh(table::snapshot, () -> true);

    assertThat(table.asked).containsExactly("since 1");
  }

  @Test
  void whatIsReplacedIsDeleted() {
    refresh();
    table.rate(5, 3, 9);
    PartsPointer after = refresh();

    assertThat(blobs.keys("parts/", 100)).hasSize(after.parts().size() + 1);
  }

  @Test
  void aDamagedPartIsRefused() {
    RatingsPart part = refresh().parts().get(1);
    byte[] bytes = blobs.get(part.key()).orElseThrow().bytes().clone();
    bytes[bytes.length / 2] ^= 1;
    blobs.put(part.key(), bytes, "application/gzip");

    assertThatThrownBy(() -> parts.open(part))
        .isInstanceOf(CorruptFileException.class)
        .hasMessage(part.key() + " does not match its pointer's checksum");
  }

  @Test
  void aDatabaseThatWentBackIsCutAnew() {
    refresh();
    table.goBack();

    assertThat(rows(refresh())).isEqualTo(table.rows());
    assertThat(table.asked).doesNotContain("since 1");
  }

  private PartsPointer refresh() {
    table.asked.clear();
    return export.refresh(table::snapshot, () -> false);
  }

  private List<String> rows(PartsPointer pointer) {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < pointer.parts().size(); i++) {
      RatingsSnapshot part = parts.open(pointer.parts().get(i));
      assertThat(part.size()).isEqualTo((int) pointer.parts().get(i).ratings());
      for (int user = 0; user < part.userCount(); user++) {
        assertThat(part.userId(user))
            .isBetween(pointer.parts().get(i).fromUser(), pointer.lastUser(i));
      }
      rows.addAll(Table.rows(part));
    }
    return rows;
  }

  /** Ratings that change. */
  private static final class Table implements RatingsSource {
    private final List<String> asked = new ArrayList<>();
    private RatingLog all = new RatingLog();
    private RatingLog changes = new RatingLog();
    private long watermark = 1;

    Table() {
      for (int user = 1; user <= USERS; user++) {
        for (int title = 1; title <= TITLES; title++) {
          all.add(user, title, 1 + (user * title) % 10, user + title);
        }
      }
    }

    void rate(long user, long title, int halfStars) {
      all.add(user, title, halfStars, 77);
      changes.add(user, title, halfStars, 77);
    }

    void forget(long user) {
      RatingLog rest = new RatingLog();
      RatingsSnapshot now = snapshot();
      each(now, (u, t, h, at) -> copy(rest, u != user, u, t, h, at));
      all = rest;
    }

    void goBack() {
      watermark = -5;
    }

    RatingsSnapshot snapshot() {
      return RatingsSnapshot.EMPTY.with(all, watermark);
    }

    List<String> rows() {
      return rows(snapshot());
    }

    static List<String> rows(RatingsSnapshot ratings) {
      List<String> rows = new ArrayList<>();
      each(ratings, (u, t, h, at) -> rows.add(u + " " + t + " " + h + " " + at));
      return rows;
    }

    private static void copy(RatingLog to, boolean wanted, long u, long t, int h, int at) {
      if (wanted) {
        to.add(u, t, h, at);
      }
    }

    private static void each(RatingsSnapshot ratings, Row row) {
      for (int user = 0; user < ratings.userCount(); user++) {
        for (int k = ratings.begin(user); k < ratings.end(user); k++) {
          row.of(
              ratings.userId(user),
              ratings.titleId(ratings.title(k)),
              ratings.halfStars(k),
              ratings.ratedAtEpochSeconds(k));
        }
      }
    }

    @Override
    public Horizon horizon() {
      return new Horizon(watermark, watermark);
    }

    @Override
    public RatingLog everything() {
      asked.add("everything");
      return all;
    }

    @Override
    public RatingLog between(long firstUser, long lastUser) {
      asked.add("between");
      RatingLog some = new RatingLog();
      each(snapshot(), (u, t, h, at) -> copy(some, u >= firstUser && u <= lastUser, u, t, h, at));
      return some;
    }

    @Override
    public RatingLog changedSince(long transaction) {
      asked.add("since " + transaction);
      RatingLog now = changes;
      changes = new RatingLog();
      return now;
    }

    private interface Row {
      void of(long user, long title, int halfStars, int at);
    }
  }
}
