package io.takewithott.recommender.snapshot;

import io.takewithott.recommender.storage.CorruptFileException;
import io.takewithott.recommender.storage.SectionFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Every rating as of one moment, as immutable primitive arrays: users and titles by ascending id,
 * and for each user a run of positions, ascending by title. 9 bytes a rating, 12 a user, 8 a title.
 *
 * <p>As a file ({@link SectionFile}, little-endian, the sections in this order):
 *
 * <pre>
 * offset  size      content
 * 0       8         magic "TWORATNG"
 * 8       4         format version, 1
 * 12      4         number of sections, 6
 * 16      4 + 8     "HEAD", 32
 * 28      8         watermark
 * 36      8         users U
 * 44      8         titles T
 * 52      8         ratings R
 * 60      4 + 8     "USER", 8 U
 * 72      8 U       user ids, ascending
 *         12        "OFFS", 4 (U + 1)
 *         4 (U+1)   position of each user's first rating, then R
 *         12        "TITL", 8 T
 *         8 T       title ids, ascending
 *         12        "RATT", 4 R
 *         4 R       the rated title as an index into the title ids
 *         12        "RATH", 5 R
 *         R         half stars, 1 to 10
 *         4 R       when it was rated, seconds since 1970
 * end-32  32        SHA-256 of everything before
 * </pre>
 *
 * The last section is followed by the checksum; half stars and times share one section so that a
 * file with one and not the other cannot exist.
 */
public final class RatingsSnapshot {
  public static final RatingsSnapshot EMPTY =
      new RatingsSnapshot(
          0, new long[0], new int[1], new long[0], new int[0], new byte[0], new int[0]);

  private static final String MAGIC = "TWORATNG";
  private static final int VERSION = 1;

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

  public byte[] toFile() {
    byte[] starsAndTimes = new byte[size() * 5];
    System.arraycopy(halfStars, 0, starsAndTimes, 0, size());
    ByteBuffer.wrap(starsAndTimes, size(), size() * Integer.BYTES)
        .slice()
        .order(ByteOrder.LITTLE_ENDIAN)
        .asIntBuffer()
        .put(ratedAt);
    return new SectionFile.Writer()
        .longs("HEAD", new long[] {watermark, userCount(), titleCount(), size()})
        .longs("USER", userIds)
        .ints("OFFS", offsets)
        .longs("TITL", titleIds)
        .ints("RATT", titles)
        .bytes("RATH", starsAndTimes)
        .file(MAGIC, VERSION);
  }

  /**
   * @throws CorruptFileException when the file is damaged or contradicts itself
   */
  public static RatingsSnapshot ofFile(byte[] file) {
    SectionFile sections = SectionFile.read(file, MAGIC, VERSION);
    long[] head = sections.longs("HEAD");
    long[] users = sections.longs("USER");
    long[] titleIds = sections.longs("TITL");
    int[] offsets = sections.ints("OFFS");
    int[] titles = sections.ints("RATT");
    byte[] starsAndTimes = sections.bytes("RATH");
    int ratings = titles.length;
    boolean consistent =
        head.length == 4
            && head[1] == users.length
            && head[2] == titleIds.length
            && head[3] == ratings
            && offsets.length == users.length + 1
            && offsets[users.length] == ratings
            && starsAndTimes.length == 5L * ratings;
    if (!consistent) {
      throw new CorruptFileException("The counts of the ratings snapshot contradict each other");
    }
    int[] ratedAt = new int[ratings];
    ByteBuffer.wrap(starsAndTimes, ratings, ratings * Integer.BYTES)
        .slice()
        .order(ByteOrder.LITTLE_ENDIAN)
        .asIntBuffer()
        .get(ratedAt);
    return new RatingsSnapshot(
        head[0], users, offsets, titleIds, titles, Arrays.copyOf(starsAndTimes, ratings), ratedAt);
  }
}
