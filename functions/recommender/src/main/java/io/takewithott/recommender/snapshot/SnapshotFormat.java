package io.takewithott.recommender.snapshot;

import io.takewithott.recommender.storage.CheckedFile;
import io.takewithott.recommender.storage.CorruptFileException;
import io.takewithott.recommender.storage.FileContent;
import io.takewithott.recommender.storage.SectionFile;

/**
 * A snapshot as a file ({@link SectionFile}, little-endian). U users, T titles, R ratings:
 *
 * <pre>
 * offset  size      content
 * 0       8         magic "TWORATNG"
 * 8       4         format version, 2
 * 12      4         number of sections, 7
 * 16      8         length of the file
 * 64      24 each   directory: tag, 4 zeros, offset and length of each section
 * 1600    32        HEAD
 * 1600    8           watermark
 * 1608    8           U
 * 1616    8           T
 * 1624    8           R
 * 1664    8 U       USER: user ids, ascending; then, each from the next multiple of 64:
 *         4 (U+1)   OFFS: position of each user's first rating, then R
 *         8 T       TITL: title ids, ascending
 *         4 R       RATT: the rated title as an index into the title ids
 *         R         HALF: half stars, 1 to 10
 *         4 R       TIME: when it was rated, seconds since 1970
 * end-32  32        SHA-256 of everything before
 * </pre>
 */
public final class SnapshotFormat {
  private static final String MAGIC = "TWORATNG";
  private static final int VERSION = 2;

  private SnapshotFormat() {}

  public static FileContent content(RatingsSnapshot snapshot) {
    return sections(snapshot).content(MAGIC, VERSION);
  }

  static byte[] write(RatingsSnapshot snapshot) {
    return sections(snapshot).file(MAGIC, VERSION);
  }

  private static SectionFile.Writer sections(RatingsSnapshot snapshot) {
    long[] head = {
      snapshot.watermark(), snapshot.userCount(), snapshot.titleCount(), snapshot.size()
    };
    return new SectionFile.Writer()
        .longs("HEAD", head)
        .longs("USER", snapshot.userIds())
        .ints("OFFS", snapshot.offsets())
        .longs("TITL", snapshot.titleIds())
        .ints("RATT", snapshot.titles())
        .bytes("HALF", snapshot.halfStars())
        .ints("TIME", snapshot.ratedAt());
  }

  /**
   * @throws CorruptFileException when the file is damaged or contradicts itself
   */
  public static RatingsSnapshot read(CheckedFile file) {
    return read(SectionFile.map(file, MAGIC, VERSION));
  }

  static RatingsSnapshot read(byte[] file) {
    return read(SectionFile.read(file, MAGIC, VERSION));
  }

  private static RatingsSnapshot read(SectionFile sections) {
    long[] head = sections.longs("HEAD");
    long[] users = sections.longs("USER");
    long[] titleIds = sections.longs("TITL");
    int[] offsets = sections.ints("OFFS");
    int[] titles = sections.ints("RATT");
    byte[] halfStars = sections.bytes("HALF");
    int[] ratedAt = sections.ints("TIME");
    boolean consistent =
        head.length == 4
            && head[1] == users.length
            && head[2] == titleIds.length
            && head[3] == titles.length
            && offsets.length == users.length + 1
            && offsets[users.length] == titles.length
            && halfStars.length == titles.length
            && ratedAt.length == titles.length;
    if (!consistent) {
      throw new CorruptFileException("The counts of the ratings snapshot contradict each other");
    }
    return new RatingsSnapshot(head[0], users, offsets, titleIds, titles, halfStars, ratedAt);
  }
}
