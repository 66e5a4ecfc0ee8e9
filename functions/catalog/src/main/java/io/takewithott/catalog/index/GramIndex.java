package io.takewithott.catalog.index;

import io.takewithott.catalog.index.Sections.Part;
import java.util.Arrays;

/**
 * Finds the sequences that have most in common with another: an inverted index of runs of three
 * units. An error spoils three runs at most, so that a sequence with few errors keeps most of its
 * runs (the q-gram lemma: E. Ukkonen, Approximate string-matching with q-grams and maximal matches,
 * Theoretical Computer Science 92, 1992). Runs are weighed by how rare they are and looked up
 * rarest first until a budget is spent, for the commonest say least and cost most; which entries
 * come out is only a proposal that an alignment then judges. Postings are gaps in variable-length
 * bytes.
 */
final class GramIndex {
  /** Units are mapped to at most so many classes, so that a run is 18 bits. */
  static final int CLASS_BITS = 6;

  static final int GRAM = 3;
  private static final int RUNS = 1 << (CLASS_BITS * GRAM);
  private static final int RUN_MASK = RUNS - 1;

  /** So that sums of weights fit a short; longer queries say no more. */
  private static final int MOST_RUNS = 160;

  private static final int HEAVIEST = 180;
  private static final int WEIGHT_SCALE = 8;

  private final Part offsets;
  private final Part postings;
  private final int entries;

  GramIndex(Part offsets, Part postings, int entries) {
    this.offsets = offsets;
    this.postings = postings;
    this.entries = entries;
  }

  /**
   * The entries with most in common with the query, best first; of equals the shorter first.
   *
   * @param most how many at most
   * @param budgetBytes of postings that may be looked through
   */
  int[] candidates(byte[] query, byte[] classOf, int most, int budgetBytes, UnitTable table) {
    int[] runs = byRarity(distinctRuns(query, classOf));
    short[] scores = new short[entries];
    int spent = 0;
    int highest = 0;
    for (int run : runs) {
      int bytes = bytesOf(run);
      if (spent > 0 && spent + bytes > budgetBytes) {
        break;
      }
      spent += bytes;
      int weight = weight(bytes);
      highest += weight;
      add(run, weight, scores);
    }
    return best(scores, highest, most, table);
  }

  private int bytesOf(int run) {
    return offsets.intAt(run + 1) - offsets.intAt(run);
  }

  /** The bytes of a run's postings stand for the number of its entries. */
  private int weight(int bytes) {
    double rarity = Math.log(1.0 + (double) entries / bytes);
    return Math.max(1, Math.min(HEAVIEST, (int) Math.round(WEIGHT_SCALE * rarity)));
  }

  private void add(int run, int weight, short[] scores) {
    byte[] data = postings.data();
    int at = postings.start() + offsets.intAt(run);
    int end = postings.start() + offsets.intAt(run + 1);
    int entry = -1;
    while (at < end) {
      int gap = data[at++];
      if (gap < 0) {
        gap &= 0x7f;
        int shift = 7;
        int next;
        do {
          next = data[at++];
          gap |= (next & 0x7f) << shift;
          shift += 7;
        } while (next < 0);
      }
      entry += gap;
      scores[entry] += (short) weight;
    }
  }

  private int[] best(short[] scores, int highest, int most, UnitTable table) {
    int[] histogram = new int[highest + 1];
    for (short score : scores) {
      histogram[score]++;
    }
    int least = highest;
    int found = histogram[least];
    while (least > 1 && found < most) {
      least--;
      found += histogram[least];
    }
    long[] keyed = new long[Math.min(found, 16 * most)];
    int kept = 0;
    for (int entry = 0; entry < entries && kept < keyed.length; entry++) {
      int score = scores[entry];
      if (score >= least && score > 0) {
        // Higher scores first, then shorter entries, then earlier ones.
        long length = Math.min(0xffff, table.length(entry));
        keyed[kept++] = ((long) (Short.MAX_VALUE - score) << 48) | (length << 32) | entry;
      }
    }
    Arrays.sort(keyed, 0, kept);
    int[] best = new int[Math.min(kept, most)];
    for (int i = 0; i < best.length; i++) {
      best[i] = (int) keyed[i];
    }
    return best;
  }

  private int[] byRarity(int[] runs) {
    long[] keyed = new long[runs.length];
    int kept = 0;
    for (int run : runs) {
      int bytes = bytesOf(run);
      if (bytes > 0) {
        keyed[kept++] = ((long) bytes << 32) | run;
      }
    }
    Arrays.sort(keyed, 0, kept);
    int[] sorted = new int[kept];
    for (int i = 0; i < kept; i++) {
      sorted[i] = (int) keyed[i];
    }
    return sorted;
  }

  private static int[] distinctRuns(byte[] query, byte[] classOf) {
    int count = Math.min(MOST_RUNS, query.length - GRAM + 1);
    if (count <= 0) {
      return new int[0];
    }
    int[] runs = new int[count];
    int run = 0;
    for (int i = 0; i < count + GRAM - 1; i++) {
      run = ((run << CLASS_BITS) | classOf[Byte.toUnsignedInt(query[i])]) & RUN_MASK;
      if (i >= GRAM - 1) {
        runs[i - GRAM + 1] = run;
      }
    }
    Arrays.sort(runs);
    int distinct = 0;
    for (int i = 0; i < count; i++) {
      if (i == 0 || runs[i] != runs[i - 1]) {
        runs[distinct++] = runs[i];
      }
    }
    return Arrays.copyOf(runs, distinct);
  }

  /** Writes the index of a table as two sections: offsets by run, and postings. */
  static void write(UnitTable table, byte[] classOf, Sections.Writer sections) {
    int[] sizes = new int[RUNS + 1];
    forEachRun(
        table,
        classOf,
        new Encoder() {
          @Override
          void take(int run, int gap) {
            sizes[run + 1] += bytesFor(gap);
          }
        });
    for (int run = 0; run < RUNS; run++) {
      sizes[run + 1] = Math.addExact(sizes[run], sizes[run + 1]);
    }
    byte[] postings = new byte[sizes[RUNS]];
    int[] ends = Arrays.copyOf(sizes, RUNS);
    forEachRun(
        table,
        classOf,
        new Encoder() {
          @Override
          void take(int run, int gap) {
            ends[run] = put(postings, ends[run], gap);
          }
        });
    sections.add(sizes, sizes.length);
    sections.add(postings);
  }

  private static void forEachRun(UnitTable table, byte[] classOf, Encoder encoder) {
    int[] last = new int[RUNS];
    Arrays.fill(last, -1);
    byte[] units = table.array();
    for (int entry = 0; entry < table.size(); entry++) {
      int start = table.start(entry);
      int run = 0;
      for (int i = 0; i < table.length(entry); i++) {
        run = ((run << CLASS_BITS) | classOf[Byte.toUnsignedInt(units[start + i])]) & RUN_MASK;
        if (i >= GRAM - 1 && last[run] != entry) {
          encoder.take(run, entry - last[run]);
          last[run] = entry;
        }
      }
    }
  }

  /** Takes each run of each entry once, with the distance from the entry that had it before. */
  private abstract static class Encoder {
    abstract void take(int run, int gap);

    static int bytesFor(int gap) {
      int bytes = 1;
      for (int rest = gap >>> 7; rest > 0; rest >>>= 7) {
        bytes++;
      }
      return bytes;
    }

    static int put(byte[] into, int at, int gap) {
      int end = at;
      int rest = gap;
      while (rest > 0x7f) {
        into[end++] = (byte) (rest | 0x80);
        rest >>>= 7;
      }
      into[end++] = (byte) rest;
      return end;
    }
  }
}
