package io.takewithott.recommender.snapshot;

import java.util.Arrays;

/**
 * A snapshot's ratings the other way round: for each title a run of places, ascending by user
 * (compressed sparse columns, where the snapshot has compressed sparse rows). Users, titles and
 * half stars are the snapshot's own; 5 bytes a rating and 4 a title. Made once and shared by
 * whatever reads by title. Immutable.
 *
 * <p>Half stars are kept a second time, for 1 byte instead of the 4 that a position would take.
 * When a title was rated is answered by {@link RatingsSnapshot#position}.
 */
public final class RatingsByTitle {
  private final int[] offsets;
  private final int[] users;
  private final byte[] halfStars;

  private RatingsByTitle(int[] offsets, int[] users, byte[] halfStars) {
    this.offsets = offsets;
    this.users = users;
    this.halfStars = halfStars;
  }

  public static RatingsByTitle of(RatingsSnapshot ratings) {
    int[] offsets = new int[ratings.titleCount() + 1];
    for (int k = 0; k < ratings.size(); k++) {
      offsets[ratings.title(k) + 1]++;
    }
    for (int title = 0; title < ratings.titleCount(); title++) {
      offsets[title + 1] += offsets[title];
    }
    int[] users = new int[ratings.size()];
    byte[] halfStars = new byte[ratings.size()];
    int[] next = offsets.clone();
    for (int user = 0; user < ratings.userCount(); user++) {
      for (int k = ratings.begin(user); k < ratings.end(user); k++) {
        int place = next[ratings.title(k)]++;
        users[place] = user;
        halfStars[place] = (byte) ratings.halfStars(k);
      }
    }
    return new RatingsByTitle(offsets, users, halfStars);
  }

  public int size() {
    return users.length;
  }

  public int titleCount() {
    return offsets.length - 1;
  }

  /** The place of a title's first rating. */
  public int begin(int title) {
    return offsets[title];
  }

  /** The place after a title's last rating. */
  public int end(int title) {
    return offsets[title + 1];
  }

  /** How many users rated a title. */
  public int count(int title) {
    return offsets[title + 1] - offsets[title];
  }

  /** The index of the user whose rating lies at a place. */
  public int user(int place) {
    return users[place];
  }

  public int halfStars(int place) {
    return halfStars[place];
  }

  /** The place of a user's rating of a title, negative when there is none. */
  public int place(int title, int user) {
    return Arrays.binarySearch(users, offsets[title], offsets[title + 1], user);
  }

  /** How many users rated both titles. */
  public int countOfBoth(int title, int other) {
    int common = 0;
    int i = offsets[title];
    int j = offsets[other];
    while (i < offsets[title + 1] && j < offsets[other + 1]) {
      int order = Integer.compare(users[i], users[j]);
      common += order == 0 ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return common;
  }
}
