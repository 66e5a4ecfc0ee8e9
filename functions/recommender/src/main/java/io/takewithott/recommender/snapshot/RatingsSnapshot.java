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

  private RatingsSnapshot(
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

  /**
   * This snapshot with changes laid over it: new and changed ratings take the place of the old,
   * removed ones go. Doing so twice is the same as once.
   */
  public RatingsSnapshot with(RatingLog changes, long newWatermark) {
    long[] allTitles = union(titleIds, changes.distinctTitles());
    Builder merged = new Builder(newWatermark, allTitles, size() + changes.size());
    int[] order = changes.order();
    int next = 0;
    for (int user = 0; user < userIds.length; user++) {
      for (int k = offsets[user]; k < offsets[user + 1]; k++) {
        long titleId = titleIds[titles[k]];
        while (next < order.length && isBefore(changes, order[next], userIds[user], titleId)) {
          merged.add(changes, order[next++]);
        }
        if (next < order.length && isSame(changes, order[next], userIds[user], titleId)) {
          merged.add(changes, order[next++]);
        } else {
          merged.add(userIds[user], titleId, halfStars[k], ratedAt[k]);
        }
      }
    }
    while (next < order.length) {
      merged.add(changes, order[next++]);
    }
    return merged.build();
  }

  private static boolean isBefore(RatingLog log, int position, long userId, long titleId) {
    long user = log.user(position);
    return user < userId || (user == userId && log.title(position) < titleId);
  }

  private static boolean isSame(RatingLog log, int position, long userId, long titleId) {
    return log.user(position) == userId && log.title(position) == titleId;
  }

  /** The ratings of exactly these titles, which become the titles of the result, rated or not. */
  public RatingsSnapshot over(long[] ascendingTitleIds) {
    Builder kept = new Builder(watermark, ascendingTitleIds.clone(), size());
    for (int user = 0; user < userIds.length; user++) {
      for (int k = offsets[user]; k < offsets[user + 1]; k++) {
        long titleId = titleIds[titles[k]];
        if (Arrays.binarySearch(ascendingTitleIds, titleId) >= 0) {
          kept.add(userIds[user], titleId, halfStars[k], ratedAt[k]);
        }
      }
    }
    return kept.build();
  }

  /** The ratings at the positions that the condition names, over the same titles. */
  public RatingsSnapshot where(IntPredicate position) {
    Builder kept = new Builder(watermark, titleIds, size());
    for (int user = 0; user < userIds.length; user++) {
      for (int k = offsets[user]; k < offsets[user + 1]; k++) {
        if (position.test(k)) {
          kept.add(userIds[user], titleIds[titles[k]], halfStars[k], ratedAt[k]);
        }
      }
    }
    return kept.build();
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

  private static long[] union(long[] a, long[] b) {
    long[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return Arrays.stream(both).sorted().distinct().toArray();
  }

  /** Takes ratings in ascending order of user and title. */
  private static final class Builder {
    private final long watermark;
    private final long[] titleIds;
    private final int[] titles;
    private final byte[] halfStars;
    private final int[] ratedAt;
    private long[] userIds = new long[16];
    private int[] offsets = new int[17];
    private int users;
    private int size;

    Builder(long watermark, long[] titleIds, int capacity) {
      this.watermark = watermark;
      this.titleIds = titleIds;
      this.titles = new int[capacity];
      this.halfStars = new byte[capacity];
      this.ratedAt = new int[capacity];
    }

    void add(RatingLog log, int position) {
      if (log.halfStars(position) > 0) {
        add(
            log.user(position),
            log.title(position),
            log.halfStars(position),
            log.ratedAt(position));
      }
    }

    void add(long userId, long titleId, byte halves, int seconds) {
      if (users == 0 || userIds[users - 1] != userId) {
        beginUser(userId);
      }
      titles[size] = Arrays.binarySearch(titleIds, titleId);
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
      int[] ends = Arrays.copyOf(offsets, users + 1);
      ends[users] = size;
      return new RatingsSnapshot(
          watermark,
          Arrays.copyOf(userIds, users),
          ends,
          titleIds,
          Arrays.copyOf(titles, size),
          Arrays.copyOf(halfStars, size),
          Arrays.copyOf(ratedAt, size));
    }
  }
}
