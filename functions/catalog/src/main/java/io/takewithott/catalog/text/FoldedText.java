package io.takewithott.catalog.text;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/**
 * A text without what makes no difference: letters and digits only, composed, in one width and in
 * small letters. Spaces and punctuation are gone; where they were a word begins.
 */
public final class FoldedText {
  private final String shown;
  private final int[] codePoints;
  private final int[] starts;
  private final int[] ends;
  private final boolean[] wordStarts;

  private FoldedText(
      String shown, int[] codePoints, int[] starts, int[] ends, boolean[] wordStarts) {
    this.shown = shown;
    this.codePoints = codePoints;
    this.starts = starts;
    this.ends = ends;
    this.wordStarts = wordStarts;
  }

  public static FoldedText of(String text) {
    String shown = Normalizer.normalize(text, Normalizer.Form.NFC);
    Collector collector = new Collector(shown.length());
    int at = 0;
    while (at < shown.length()) {
      int codePoint = shown.codePointAt(at);
      int next = at + Character.charCount(codePoint);
      collector.take(folded(shown, codePoint, at, next), at, next);
      at = next;
    }
    return collector.finish(shown);
  }

  private static String folded(String shown, int codePoint, int at, int next) {
    if (codePoint < 0x80) {
      return String.valueOf((char) Character.toLowerCase(codePoint));
    }
    if (Hangul.isHangul(codePoint)) {
      return shown.substring(at, next);
    }
    String compatible = Normalizer.normalize(shown.substring(at, next), Normalizer.Form.NFKD);
    return Normalizer.normalize(compatible, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }

  /** The text as it is shown: the one that positions count in, in UTF-16 units. */
  public String shown() {
    return shown;
  }

  public int length() {
    return codePoints.length;
  }

  public int codePoint(int index) {
    return codePoints[index];
  }

  /** Where in the shown text it begins. */
  public int start(int index) {
    return starts[index];
  }

  /** Where in the shown text it ends. */
  public int end(int index) {
    return ends[index];
  }

  public boolean isWordStart(int index) {
    return wordStarts[index];
  }

  /** Letters and digits alone: equal for texts that differ in nothing else. */
  public String key() {
    return new String(codePoints, 0, codePoints.length);
  }

  /** Gathers the letters and digits. */
  private static final class Collector {
    private int[] codePoints;
    private int[] starts;
    private int[] ends;
    private boolean[] wordStarts;
    private int count;
    private boolean gap = true;

    Collector(int capacity) {
      codePoints = new int[capacity];
      starts = new int[capacity];
      ends = new int[capacity];
      wordStarts = new boolean[capacity];
    }

    void take(String folded, int start, int end) {
      for (int i = 0; i < folded.length(); ) {
        int codePoint = folded.codePointAt(i);
        i += Character.charCount(codePoint);
        if (Character.isLetterOrDigit(codePoint)) {
          add(codePoint, start, end);
        } else if (codePoint != '\'' && codePoint != '’' && !isMark(codePoint)) {
          gap = true;
        }
      }
    }

    /** An accent that came off its letter. */
    private static boolean isMark(int codePoint) {
      return Character.getType(codePoint) == Character.NON_SPACING_MARK;
    }

    private void add(int codePoint, int start, int end) {
      if (count == codePoints.length) {
        int more = count * 2 + 1;
        codePoints = Arrays.copyOf(codePoints, more);
        starts = Arrays.copyOf(starts, more);
        ends = Arrays.copyOf(ends, more);
        wordStarts = Arrays.copyOf(wordStarts, more);
      }
      codePoints[count] = codePoint;
      starts[count] = start;
      ends[count] = end;
      wordStarts[count] = gap;
      gap = false;
      count++;
    }

    FoldedText finish(String shown) {
      return new FoldedText(
          shown,
          Arrays.copyOf(codePoints, count),
          Arrays.copyOf(starts, count),
          Arrays.copyOf(ends, count),
          Arrays.copyOf(wordStarts, count));
    }
  }
}
