package io.takewithott.recommender.snapshot;

import io.takewithott.recommender.snapshot.RatingLog.Order;
import java.util.Arrays;

/** Merges a log of changes into a snapshot; both are in the order of users and titles. */
final class ChangedRatings {
  private final RatingsSnapshot old;
  private final RatingLog changes;
  private final Order order;
  private final long[] titleIds;
  private final int[] placesOfOld;
  private final int[] placesOfChanges;

  /** The next change in order. */
  private int next;

  ChangedRatings(RatingsSnapshot old, RatingLog changes) {
    this.old = old;
    this.changes = changes;
    this.order = changes.order();
    long[] oldIds = old.titleIds();
    long[] changedIds = changes.titleIds();
    this.titleIds = union(oldIds, changedIds);
    this.placesOfOld = RatingsSnapshot.places(oldIds, titleIds);
    this.placesOfChanges = RatingsSnapshot.places(changedIds, titleIds);
  }

  RatingsSnapshot laidOver(long watermark) {
    SnapshotBuilder merged = new SnapshotBuilder(watermark, titleIds, resultingSize());
    next = 0;
    for (int user = 0; user < old.userCount(); user++) {
      long userId = old.userId(user);
      for (int k = old.begin(user); k < old.end(user); k++) {
        int title = placesOfOld[old.title(k)];
        while (next < order.size() && compareNext(userId, title) < 0) {
          addNext(merged);
        }
        if (next < order.size() && compareNext(userId, title) == 0) {
          addNext(merged);
        } else {
          merged.add(userId, title, (byte) old.halfStars(k), old.ratedAtEpochSeconds(k));
        }
      }
    }
    while (next < order.size()) {
      addNext(merged);
    }
    return merged.build();
  }

  /** Counted beforehand, so that the arrays of the result need no second copy to fit. */
  private int resultingSize() {
    int size = old.size();
    for (int i = 0; i < order.size(); i++) {
      int position = order.at(i);
      int user = old.userIndex(changes.user(position));
      int title = old.titleIndex(changes.title(position));
      boolean wasThere = user >= 0 && title >= 0 && old.position(user, title) >= 0;
      boolean isThere = changes.halfStars(position) > 0;
      size += (isThere ? 1 : 0) - (wasThere ? 1 : 0);
    }
    return size;
  }

  private int compareNext(long userId, int title) {
    int position = order.at(next);
    int byUser = Long.compare(changes.user(position), userId);
    return byUser != 0
        ? byUser
        : Integer.compare(placesOfChanges[changes.titleNumber(position)], title);
  }

  private void addNext(SnapshotBuilder merged) {
    int position = order.at(next++);
    if (changes.halfStars(position) > 0) {
      merged.add(
          changes.user(position),
          placesOfChanges[changes.titleNumber(position)],
          changes.halfStars(position),
          changes.ratedAt(position));
    }
  }

  private static long[] union(long[] a, long[] b) {
    long[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return Arrays.stream(both).sorted().distinct().toArray();
  }
}
