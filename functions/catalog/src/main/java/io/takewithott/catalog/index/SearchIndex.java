package io.takewithott.catalog.index;

import io.takewithott.catalog.text.FoldedText;
import io.takewithott.catalog.text.Sounds;
import io.takewithott.catalog.text.SpokenNumbers;
import java.nio.ByteBuffer;

/**
 * Names and lines as they were at a moment; never changed.
 *
 * @param watermark rows that transactions from this one on have written may be missing
 * @param bytes what it takes in memory, and in S3
 */
public record SearchIndex(long watermark, NameIndex names, LineIndex lines, int bytes) {
  private static final int HEADER = 0;
  private static final int NAMES = 1;
  private static final int LINES = NAMES + NameIndex.SECTIONS;

  /**
   * @throws IllegalArgumentException when it is none, or not whole
   */
  static SearchIndex open(byte[] data) {
    Sections sections = Sections.open(data);
    return new SearchIndex(
        sections.part(HEADER).longAt(0),
        new NameIndex(sections, NAMES),
        new LineIndex(sections, LINES),
        data.length);
  }

  public static Builder builder() {
    return new Builder();
  }

  /** Gathers names and lines. */
  public static final class Builder {
    /** Lines are at most this long in the database; what is longer is cut, not left out. */
    private static final int LONGEST = 500;

    private final NameIndex.Builder names = new NameIndex.Builder();
    private final LineIndex.Builder lines = new LineIndex.Builder();

    private Builder() {}

    /**
     * @param known how well known the owner is, from 0 to 1
     */
    public Builder name(NameField field, long owner, double known, String name) {
      names.add(field, owner, known, cut(name));
      return this;
    }

    public Builder line(long lineId, long titleId, String line) {
      for (String reading : SpokenNumbers.readings(cut(line))) {
        lines.add(lineId, titleId, Sounds.of(FoldedText.of(reading)).bytes());
      }
      return this;
    }

    public int size() {
      return names.size() + lines.size();
    }

    /** The whole index as bytes. */
    byte[] write(long watermark) {
      Sections.Writer sections = new Sections.Writer();
      sections.add(
          ByteBuffer.allocate(Long.BYTES)
              .order(java.nio.ByteOrder.LITTLE_ENDIAN)
              .putLong(watermark)
              .array());
      names.writeTo(sections);
      lines.writeTo(sections);
      return sections.finish();
    }

    public SearchIndex build(long watermark) {
      return open(write(watermark));
    }

    private static String cut(String text) {
      return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
  }
}
