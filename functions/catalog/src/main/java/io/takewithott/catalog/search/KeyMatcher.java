package io.takewithott.catalog.search;

import io.takewithott.catalog.index.UnitTable;
import io.takewithott.catalog.text.Keystrokes;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Compares a query with names by their keystrokes: as a part, or with a slip of the keys - one too
 * many, one missing, another, or two exchanged (optimal string alignment; F. J. Damerau, A
 * technique for computer detection and correction of spelling errors, CACM 7, 1964). A slip in a
 * syllable of Hangul is one of its jamo.
 */
final class KeyMatcher {
  /** A key of so many may be wrong. */
  private static final int KEYS_A_SLIP = 4;

  private static final int MOST_SLIPS = 4;
  private static final double FOR_A_SLIP = 0.08;
  private static final int FAR = 1000;

  private final byte[] query;
  private final int slips;
  private int[] before = new int[0];
  private int[] above = new int[0];
  private int[] row = new int[0];

  KeyMatcher(byte[] query) {
    this.query = query;
    this.slips = Math.min(MOST_SLIPS, query.length / KEYS_A_SLIP);
  }

  /** Where the query stands in the name, at its beginning or a word's if it does there. */
  @Nullable KeyRange part(UnitTable names, int entry, boolean anywhere) {
    byte[] keys = names.array();
    int start = names.start(entry);
    int length = names.length(entry);
    int within = -1;
    for (int at = 0; at + query.length <= length; at++) {
      boolean word = keys[start + at] < 0;
      if ((word || anywhere) && isAt(keys, start + at)) {
        if (word) {
          return new KeyRange(at, at + query.length, at == 0, true, length);
        }
        within = within < 0 ? at : within;
      }
    }
    return within < 0 ? null : new KeyRange(within, within + query.length, false, false, length);
  }

  private boolean isAt(byte[] keys, int at) {
    return isSame(keys, at, 0, query.length);
  }

  /** Whether a name can be the query with one slip: then one half of it is the query's. */
  boolean mayHaveOneSlip(UnitTable names, int entry) {
    int length = names.length(entry);
    if (slips == 0 || Math.abs(length - query.length) > 1) {
      return false;
    }
    int half = (query.length - 1) / 2;
    byte[] keys = names.array();
    int start = names.start(entry);
    return isSame(keys, start, 0, half)
        || isSame(keys, start + length - half, query.length - half, half);
  }

  private boolean isSame(byte[] keys, int at, int from, int count) {
    for (int i = 0; i < count; i++) {
      if ((keys[at + i] & Keystrokes.KEY) != query[from + i]) {
        return false;
      }
    }
    return true;
  }

  /** Where it stands but for slips; the quality is less for each. */
  @Nullable Slipped slipped(UnitTable names, int entry) {
    int length = names.length(entry);
    if (slips == 0 || length < query.length - slips) {
      return null;
    }
    int whole =
        Math.abs(length - query.length) <= slips ? distance(names, entry, false, length) : FAR;
    if (whole <= slips) {
      return new Slipped(new KeyRange(0, length, true, true, length), whole);
    }
    int words = distance(names, entry, true, length);
    if (words > Math.max(0, slips - 1)) {
      return null;
    }
    int end = Math.max(1, bestEnd(length));
    int start = Math.max(0, end - query.length);
    return new Slipped(new KeyRange(start, end, false, true, length), words);
  }

  private int bestEnd(int length) {
    int end = 0;
    for (int j = 1; j <= length; j++) {
      if (above[j] < above[end]) {
        end = j;
      }
    }
    return end;
  }

  /**
   * The least number of slips between the query and the name, or, if it may be a part, a stretch of
   * it that begins with a word. The last row stays in {@code above}.
   */
  private int distance(UnitTable names, int entry, boolean part, int length) {
    prepare(length);
    byte[] keys = names.array();
    int start = names.start(entry);
    for (int j = 0; j <= length; j++) {
      boolean word = j < length && keys[start + j] < 0;
      above[j] = part ? (word ? 0 : FAR) : j;
    }
    for (int i = 1; i <= query.length; i++) {
      row[0] = above[0] + 1;
      for (int j = 1; j <= length; j++) {
        int key = keys[start + j - 1] & Keystrokes.KEY;
        int same = query[i - 1] == key ? 0 : 1;
        int least = Math.min(above[j - 1] + same, Math.min(above[j], row[j - 1]) + 1);
        if (i > 1
            && j > 1
            && query[i - 1] == (keys[start + j - 2] & Keystrokes.KEY)
            && query[i - 2] == key) {
          least = Math.min(least, before[j - 2] + 1);
        }
        row[j] = least;
      }
      int[] free = before;
      before = above;
      above = row;
      row = free;
    }
    int least = above[length];
    for (int j = 0; part && j < length; j++) {
      least = Math.min(least, above[j]);
    }
    return least;
  }

  private void prepare(int length) {
    if (row.length <= length) {
      before = new int[length + 1];
      above = new int[length + 1];
      row = new int[length + 1];
    }
    Arrays.fill(before, FAR);
  }

  /** A stretch of a name's keystrokes. */
  record KeyRange(int start, int end, boolean fromStart, boolean fromWord, int whole) {
    double quality() {
      return NameMatch.quality(fromStart, fromWord, end - start, whole);
    }
  }

  /** A stretch that the query is but for slips. */
  record Slipped(KeyRange range, int slips) {
    double quality() {
      return range.quality() - FOR_A_SLIP * (slips - 1);
    }
  }
}
