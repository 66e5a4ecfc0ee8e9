package io.takewithott.recommender.snapshot;

import java.util.Arrays;

/**
 * Ratings in the order they were read, in primitive arrays. Zero half stars mean that the rating
 * was removed. Where a user and title come twice, the later one counts.
 */
public final class RatingLog {
  private static final int FIRST_CAPACITY = 1024;

  private long[] users = new long[FIRST_CAPACITY];
  private long[] titles = new long[FIRST_CAPACITY];
  private byte[] halfStars = new byte[FIRST_CAPACITY];
  private int[] ratedAt = new int[FIRST_CAPACITY];
  private int size;
  private boolean ascending = true;

  public void add(long userId, long titleId, int halves, int ratedAtEpochSeconds) {
    if (halves < 0 || halves > 10) {
      throw new IllegalArgumentException(halves + " half stars, 1 to 10 are possible");
    }
    if (size == users.length) {
      grow();
    }
    if (size > 0 && !before(users[size - 1], titles[size - 1], userId, titleId)) {
      ascending = false;
    }
    users[size] = userId;
    titles[size] = titleId;
    halfStars[size] = (byte) halves;
    ratedAt[size] = ratedAtEpochSeconds;
    size++;
  }

  public int size() {
    return size;
  }

  long user(int position) {
    return users[position];
  }

  long title(int position) {
    return titles[position];
  }

  byte halfStars(int position) {
    return halfStars[position];
  }

  int ratedAt(int position) {
    return ratedAt[position];
  }

  /** The distinct titles, ascending. */
  long[] distinctTitles() {
    return Arrays.stream(titles, 0, size).sorted().distinct().toArray();
  }

  /**
   * The positions in ascending order of user and title, each pair once: its last. What was read in
   * that order, as a full export is, needs no sorting.
   */
  int[] order() {
    int[] order = new int[size];
    Arrays.setAll(order, position -> position);
    if (ascending) {
      return order;
    }
    mergeSort(order, new int[size], 0, size);
    int kept = 0;
    for (int i = 0; i < size; i++) {
      boolean last = i + 1 == size || compare(order[i], order[i + 1]) != 0;
      if (last) {
        order[kept++] = order[i];
      }
    }
    return Arrays.copyOf(order, kept);
  }

  /** Stable, so that of equal pairs the later stays behind the earlier. */
  private void mergeSort(int[] order, int[] spare, int from, int to) {
    if (to - from < 2) {
      return;
    }
    int middle = (from + to) >>> 1;
    mergeSort(order, spare, from, middle);
    mergeSort(order, spare, middle, to);
    System.arraycopy(order, from, spare, from, to - from);
    int left = from;
    int right = middle;
    for (int i = from; i < to; i++) {
      boolean takeLeft = right == to || (left < middle && compare(spare[left], spare[right]) <= 0);
      order[i] = takeLeft ? spare[left++] : spare[right++];
    }
  }

  private int compare(int a, int b) {
    int byUser = Long.compare(users[a], users[b]);
    return byUser != 0 ? byUser : Long.compare(titles[a], titles[b]);
  }

  private static boolean before(long user, long title, long nextUser, long nextTitle) {
    return user < nextUser || (user == nextUser && title < nextTitle);
  }

  private void grow() {
    int capacity = size * 2;
    users = Arrays.copyOf(users, capacity);
    titles = Arrays.copyOf(titles, capacity);
    halfStars = Arrays.copyOf(halfStars, capacity);
    ratedAt = Arrays.copyOf(ratedAt, capacity);
  }
}
