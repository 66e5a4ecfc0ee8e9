package io.takewithott.recommender.snapshot;

import io.takewithott.recommender.snapshot.RatingsSource.Horizon;
import io.takewithott.recommender.storage.Blobs;
import io.takewithott.recommender.storage.EditionShelf;
import io.takewithott.recommender.storage.EditionShelf.Opened;
import io.takewithott.recommender.storage.EditionShelf.Seen;
import io.takewithott.recommender.storage.Scratch;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the stored snapshot up to date and answers it: {@code ratings/<watermark>-<hash>.snapshot}
 * behind {@code ratings/current}.
 *
 * <p>The watermark is the oldest transaction still running <em>before</em> the first page is read.
 * Whatever committed before that moment is in the pages. Whatever had not, wrote its rows with a
 * transaction id at or above the watermark and is asked for by the next delta, even if it began
 * long before this export and commits long after. Rows of transactions that commit between two
 * pages may come now and again in the next delta; laying a row over the snapshot twice is harmless.
 * A removed rating arrives as a row without stars.
 *
 * <p>A user who is deleted takes their rows along without leaving a change behind, therefore
 * everything is read anew from time to time; as it is when the watermark lies ahead of the
 * database, which then was restored from a backup.
 */
public final class RatingsExport {
  /** How long a deleted user's ratings may stay in the snapshot. */
  private static final Duration READ_ANEW_AFTER = Duration.ofDays(7);

  private static final int HASH_LENGTH = 12;
  private static final String FULL_AT = "fullExportEpochSeconds";
  private static final Logger LOG = LoggerFactory.getLogger(RatingsExport.class);

  private final RatingsSource source;
  private final EditionShelf shelf;
  private final InstantSource clock;

  public RatingsExport(RatingsSource source, Blobs blobs, Scratch scratch, InstantSource clock) {
    this.source = source;
    this.shelf = new EditionShelf(blobs, scratch, "ratings", ".snapshot");
    this.clock = clock;
  }

  public RatingsSnapshot refresh() {
    Horizon horizon = source.horizon();
    Optional<Seen> seen = shelf.pointer();
    Optional<Opened<RatingsSnapshot>> stored =
        seen.flatMap(pointer -> shelf.newest(pointer, SnapshotFormat::read));
    Optional<Opened<RatingsSnapshot>> base = stored.filter(old -> mayBuildOn(old, horizon));
    RatingsSnapshot now =
        base.isPresent()
            ? changed(base.get().content(), horizon)
            : RatingsSnapshot.EMPTY.with(source.everything(), horizon.watermark());
    Instant fullAt =
        base.map(old -> Instant.ofEpochSecond(old.edition().number(FULL_AT)))
            .orElseGet(clock::instant);
    publish(now, fullAt, seen);
    return now;
  }

  /** How many ratings there were when they were last exported. */
  public long known() {
    return shelf
        .pointer()
        .flatMap(Seen::pointer)
        .map(pointer -> pointer.current().number("ratings"))
        .orElse(0L);
  }

  private boolean mayBuildOn(Opened<RatingsSnapshot> stored, Horizon horizon) {
    long watermark = stored.content().watermark();
    if (watermark > horizon.next()) {
      LOG.warn(
          "the snapshot's watermark {} is ahead of the database at {}: all ratings are read anew",
          watermark,
          horizon.next());
      return false;
    }
    Instant fullAt = Instant.ofEpochSecond(stored.edition().number(FULL_AT));
    return fullAt.plus(READ_ANEW_AFTER).isAfter(clock.instant());
  }

  private RatingsSnapshot changed(RatingsSnapshot base, Horizon horizon) {
    RatingLog changes = source.changedSince(base.watermark());
    LOG.info("{} ratings changed since {}", changes.size(), base.watermark());
    return base.with(changes, horizon.watermark());
  }

  private void publish(RatingsSnapshot snapshot, Instant fullAt, Optional<Seen> seen) {
    Map<String, Long> numbers =
        Map.of(
            "watermark",
            snapshot.watermark(),
            "users",
            (long) snapshot.userCount(),
            "titles",
            (long) snapshot.titleCount(),
            "ratings",
            (long) snapshot.size(),
            FULL_AT,
            fullAt.getEpochSecond());
    shelf.publish(
        // Twenty digits, so that the names sort as the watermarks do.
        hash -> String.format("%020d-%s", snapshot.watermark(), hash.substring(0, HASH_LENGTH)),
        SnapshotFormat.content(snapshot),
        numbers,
        seen);
  }
}
