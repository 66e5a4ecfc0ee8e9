package io.takewithott.recommender.snapshot;

import java.util.Arrays;

/** Takes a known number of ratings in ascending order of user and title; nothing is copied. */
final class SnapshotBuilder {
  private final long watermark;
  private final long[] titleIds;
  private final int[] titles;
  private final byte[] halfStars;
  private final int[] ratedAt;
  private long[] userIds = new long[16];
  private int[] offsets = new int[17];
  private int users;
  private int size;

  SnapshotBuilder(long watermark, long[] titleIds, int ratings) {
    this.watermark = watermark;
    this.titleIds = titleIds;
    this.titles = new int[ratings];
    this.halfStars = new byte[ratings];
    this.ratedAt = new int[ratings];
  }

  void add(long userId, int title, byte halves, int seconds) {
    if (users == 0 || userIds[users - 1] != userId) {
      beginUser(userId);
    }
    titles[size] = title;
    halfStars[size] = halves;
    ratedAt[size] = seconds;
    size++;
  }

  private void beginUser(long userId) {
    if (users == userIds.length) {
      userIds = Arrays.copyOf(userIds, users * 2);
      offsets = Arrays.copyOf(offsets, users * 2 + 1);
    }
    userIds[users] = userId;
    offsets[users] = size;
    users++;
  }

  RatingsSnapshot build() {
    if (size != titles.length) {
      throw new IllegalStateException(size + " ratings came instead of " + titles.length);
    }
    int[] ends = Arrays.copyOf(offsets, users + 1);
    ends[users] = size;
    return new RatingsSnapshot(
        watermark, Arrays.copyOf(userIds, users), ends, titleIds, titles, halfStars, ratedAt);
  }
}
