package io.takewithott.recommender.snapshot;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Every rating as of one moment, as immutable primitive arrays: users and titles by ascending id,
 * and for each user a run of positions, ascending by title (compressed sparse rows). 9 bytes a
 * rating, 12 a user, 8 a title. Stored as {@link SnapshotFormat} says.
 */
public final class RatingsSnapshot {
  public static final RatingsSnapshot EMPTY =
      new RatingsSnapshot(
          0, new long[0], new int[1], new long[0], new int[0], new byte[0], new int[0]);

  private final long watermark;
  private final long[] userIds;
  private final int[] offsets;
  private final long[] titleIds;
  private final int[] titles;
  private final byte[] halfStars;
  private final int[] ratedAt;

  RatingsSnapshot(
      long watermark,
      long[] userIds,
      int[] offsets,
      long[] titleIds,
      int[] titles,
      byte[] halfStars,
      int[] ratedAt) {
    this.watermark = watermark;
    this.userIds = userIds;
    this.offsets = offsets;
    this.titleIds = titleIds;
    this.titles = titles;
    this.halfStars = halfStars;
    this.ratedAt = ratedAt;
  }

  /** The transaction from which on changes may be missing here. */
  public long watermark() {
    return watermark;
  }

  public int size() {
    return titles.length;
  }

  public int userCount() {
    return userIds.length;
  }

  public int titleCount() {
    return titleIds.length;
  }

  public long userId(int user) {
    return userIds[user];
  }

  public long titleId(int title) {
    return titleIds[title];
  }

  /** The index of a user, negative when there is none with that id. */
  public int userIndex(long userId) {
    return Arrays.binarySearch(userIds, userId);
  }

  /** The index of a title, negative when there is none with that id. */
  public int titleIndex(long titleId) {
    return Arrays.binarySearch(titleIds, titleId);
  }

  /** The position of a user's first rating. */
  public int begin(int user) {
    return offsets[user];
  }

  /** The position after a user's last rating. */
  public int end(int user) {
    return offsets[user + 1];
  }

  /** The index of the title rated at a position. */
  public int title(int position) {
    return titles[position];
  }

  public int halfStars(int position) {
    return halfStars[position];
  }

  public int ratedAtEpochSeconds(int position) {
    return ratedAt[position];
  }

  /** The position of a user's rating of a title, negative when there is none. */
  public int position(int user, int title) {
    return Arrays.binarySearch(titles, offsets[user], offsets[user + 1], title);
  }

  /**
   * This snapshot with changes laid over it: new and changed ratings take the place of the old,
   * removed ones go. Doing so twice is the same as once.
   */
  public RatingsSnapshot with(RatingLog changes, long newWatermark) {
    return new ChangedRatings(this, changes).laidOver(newWatermark);
  }

  /** The ratings of exactly these titles, which become the titles of the result, rated or not. */
  public RatingsSnapshot over(long[] ascendingTitleIds) {
    if (Arrays.equals(titleIds, ascendingTitleIds)) {
      return this;
    }
    long[] kept = ascendingTitleIds.clone();
    int[] places = places(titleIds, kept);
    int known = count(k -> places[titles[k]] >= 0);
    if (known == size()) {
      int[] moved = new int[size()];
      Arrays.setAll(moved, k -> places[titles[k]]);
      return new RatingsSnapshot(watermark, userIds, offsets, kept, moved, halfStars, ratedAt);
    }
    SnapshotBuilder builder = new SnapshotBuilder(watermark, kept, known);
    for (int user = 0; user < userIds.length; user++) {
      for (int k = offsets[user]; k < offsets[user + 1]; k++) {
        if (places[titles[k]] >= 0) {
          builder.add(userIds[user], places[titles[k]], halfStars[k], ratedAt[k]);
        }
      }
    }
    return builder.build();
  }

  /**
   * The ratings at the positions that the condition names, over the same titles.
   *
   * @param position asked twice of each position, and answering the same both times
   */
  public RatingsSnapshot where(IntPredicate position) {
    SnapshotBuilder kept = new SnapshotBuilder(watermark, titleIds, count(position));
    for (int user = 0; user < userIds.length; user++) {
      for (int k = offsets[user]; k < offsets[user + 1]; k++) {
        if (position.test(k)) {
          kept.add(userIds[user], titles[k], halfStars[k], ratedAt[k]);
        }
      }
    }
    return kept.build();
  }

  /** The ratings of the users from one index on to before another, over the same titles. */
  public RatingsSnapshot ofUsers(int from, int to) {
    int begin = offsets[from];
    int end = offsets[to];
    int[] moved = Arrays.copyOfRange(offsets, from, to + 1);
    Arrays.setAll(moved, i -> offsets[from + i] - begin);
    return new RatingsSnapshot(
        watermark,
        Arrays.copyOfRange(userIds, from, to),
        moved,
        titleIds,
        Arrays.copyOfRange(titles, begin, end),
        Arrays.copyOfRange(halfStars, begin, end),
        Arrays.copyOfRange(ratedAt, begin, end));
  }

  /**
   * Snapshots of the same titles as one.
   *
   * @param parts each of users with higher ids than the one before
   */
  public static RatingsSnapshot joined(List<RatingsSnapshot> parts) {
    int size = parts.stream().mapToInt(RatingsSnapshot::size).reduce(0, Math::addExact);
    long[] titleIds = parts.isEmpty() ? new long[0] : parts.get(0).titleIds;
    SnapshotBuilder builder = new SnapshotBuilder(0, titleIds, size);
    for (RatingsSnapshot part : parts) {
      for (int user = 0; user < part.userCount(); user++) {
        for (int k = part.begin(user); k < part.end(user); k++) {
          builder.add(part.userIds[user], part.titles[k], part.halfStars[k], part.ratedAt[k]);
        }
      }
    }
    return builder.build();
  }

  private int count(IntPredicate position) {
    int count = 0;
    for (int k = 0; k < size(); k++) {
      count += position.test(k) ? 1 : 0;
    }
    return count;
  }

  /** Where each id lies in the ascending ones, negative for those that are not among them. */
  static int[] places(long[] ids, long[] ascending) {
    int[] places = new int[ids.length];
    Arrays.setAll(places, i -> Arrays.binarySearch(ascending, ids[i]));
    return places;
  }

  long[] userIds() {
    return userIds;
  }

  int[] offsets() {
    return offsets;
  }

  long[] titleIds() {
    return titleIds;
  }

  int[] titles() {
    return titles;
  }

  byte[] halfStars() {
    return halfStars;
  }

  int[] ratedAt() {
    return ratedAt;
  }
}
