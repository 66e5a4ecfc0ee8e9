package io.takewithott.recommender.snapshot;

import io.takewithott.core.objects.StoredObject;
import io.takewithott.recommender.snapshot.RatingsSource.Horizon;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the parts of the ratings up to date, with one part in memory at a time. The first time the
 * whole snapshot is cut into them, while it still fits. Then only changes are read, as {@link
 * RatingsExport} says, and only parts that have some are written anew.
 *
 * <p>A deleted user leaves no change behind. Therefore every part is read from the database again
 * within a week, a seventh of them each day, rather than all at once.
 */
public final class PartedExport {
  /** 9 MB in memory, some 4 MB in the bucket. */
  static final int RATINGS_A_PART = 1_000_000;

  private static final int DAYS_UNTIL_READ_AGAIN = 7;
  private static final Duration YOUNGEST_READ_AGAIN = Duration.ofHours(20);
  private static final Logger LOG = LoggerFactory.getLogger(PartedExport.class);

  private final RatingsSource source;
  private final PartedRatings parts;
  private final InstantSource clock;
  private final int ratingsAPart;

  public PartedExport(RatingsSource source, PartedRatings parts, InstantSource clock) {
    this(source, parts, clock, RATINGS_A_PART);
  }

  /**
   * @param ratingsAPart about as many; with twice as many a part is cut
   */
  public PartedExport(
      RatingsSource source, PartedRatings parts, InstantSource clock, int ratingsAPart) {
    this.source = source;
    this.parts = parts;
    this.clock = clock;
    this.ratingsAPart = ratingsAPart;
  }

  /**
   * @param whole all ratings, asked for when there are no parts to build on
   * @param timeIsUp when no further part is to be read again
   */
  public PartsPointer refresh(Supplier<RatingsSnapshot> whole, BooleanSupplier timeIsUp) {
    Horizon horizon = source.horizon();
    Optional<StoredObject> seen = parts.pointer();
    Optional<PartsPointer> base =
        seen.map(PartedRatings::read).filter(old -> old.watermark() <= horizon.next());
    PartsPointer now = base.isPresent() ? changed(base.get(), horizon, timeIsUp) : cut(whole.get());
    if (!parts.publish(now, seen)) {
      throw new IllegalStateException("The parts of the ratings were written by another meanwhile");
    }
    return now;
  }

  private PartsPointer cut(RatingsSnapshot whole) {
    List<RatingsPart> all = new ArrayList<>();
    store(whole, Long.MIN_VALUE, clock.instant().getEpochSecond(), all);
    LOG.info("{} ratings are cut into {} parts", whole.size(), all.size());
    return new PartsPointer(whole.watermark(), all);
  }

  private PartsPointer changed(PartsPointer base, Horizon horizon, BooleanSupplier timeIsUp) {
    List<RatingLog> changes = byPart(base, source.changedSince(base.watermark()));
    Set<RatingsPart> due = readAgain(base);
    List<RatingsPart> all = new ArrayList<>();
    int written = 0;
    for (int i = 0; i < base.parts().size(); i++) {
      RatingsPart part = base.parts().get(i);
      if (due.contains(part) && !timeIsUp.getAsBoolean()) {
        RatingLog log = source.between(part.fromUser(), base.lastUser(i));
        long now = clock.instant().getEpochSecond();
        store(RatingsSnapshot.EMPTY.with(log, horizon.watermark()), part.fromUser(), now, all);
        written++;
      } else if (changes.get(i).size() > 0) {
        RatingsSnapshot changed = parts.open(part).with(changes.get(i), horizon.watermark());
        store(changed, part.fromUser(), part.readAtEpochSeconds(), all);
        written++;
      } else {
        all.add(part);
      }
    }
    LOG.info("{} of {} parts are written anew", written, base.parts().size());
    return new PartsPointer(horizon.watermark(), all);
  }

  private static List<RatingLog> byPart(PartsPointer base, RatingLog changes) {
    List<RatingLog> logs = new ArrayList<>();
    base.parts().forEach(part -> logs.add(new RatingLog()));
    RatingLog.Order order = changes.order();
    int part = 0;
    for (int place = 0; place < order.size(); place++) {
      int at = order.at(place);
      while (changes.user(at) > base.lastUser(part)) {
        part++;
      }
      logs.get(part)
          .add(changes.user(at), changes.title(at), changes.halfStars(at), changes.ratedAt(at));
    }
    return logs;
  }

  /** The parts that were read longest ago, a seventh of all. */
  private Set<RatingsPart> readAgain(PartsPointer base) {
    Instant before = clock.instant().minus(YOUNGEST_READ_AGAIN);
    int most = (base.parts().size() + DAYS_UNTIL_READ_AGAIN - 1) / DAYS_UNTIL_READ_AGAIN;
    return new HashSet<>(
        base.parts().stream()
            .filter(part -> part.readAtEpochSeconds() <= before.getEpochSecond())
            .sorted(Comparator.comparingLong(RatingsPart::readAtEpochSeconds))
            .limit(most)
            .toList());
  }

  /** Stores ratings as one part, or as several where they have become too many for one. */
  private void store(
      RatingsSnapshot ratings, long fromUser, long readAtEpochSeconds, List<RatingsPart> into) {
    if (ratings.size() <= 2 * ratingsAPart) {
      into.add(parts.store(ratings, fromUser, readAtEpochSeconds));
      return;
    }
    int user = 0;
    long from = fromUser;
    while (user < ratings.userCount()) {
      int end = user + 1;
      while (end < ratings.userCount() && ratings.end(end) - ratings.begin(user) <= ratingsAPart) {
        end++;
      }
      into.add(parts.store(ratings.ofUsers(user, end), from, readAtEpochSeconds));
      from = end < ratings.userCount() ? ratings.userId(end) : Long.MAX_VALUE;
      user = end;
    }
  }
}
