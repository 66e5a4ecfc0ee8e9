package io.takewithott.catalog.lines;

import io.takewithott.catalog.index.LineIndex;
import io.takewithott.catalog.index.Lookup;
import io.takewithott.catalog.index.UnitTable;
import io.takewithott.catalog.text.Alignment;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds lines that sound like what was said: candidates that share runs of sounds, then an
 * alignment with each, then what that is worth. What a query may cost is bounded whatever it is.
 */
public final class LineFinder {
  /** Postings that one reading may look through: about two milliseconds. */
  private static final int POSTINGS_BYTES = 2_500_000;

  /** Cells of alignments that a whole query may fill: about ten milliseconds. */
  private static final int CELLS = 4_000_000;

  private static final int MOST_CANDIDATES = 400;
  private static final int LEAST_CANDIDATES = 8;

  /** No other reading of the query is tried once a line is so probable. */
  private static final double CERTAIN = 0.97;

  /** Sounds of a line, as a guess of what one alignment will cost. */
  private static final int USUAL_LINE = 64;

  private LineFinder() {}

  /**
   * The lines that may be meant, most probable first, those under the least confidence left out.
   */
  public static List<FoundLine> find(Lookup lookup, String text, int most) {
    return rank(lookup, text, most).stream()
        .filter(found -> found.confidence() >= Confidence.LEAST)
        .toList();
  }

  /** The same, however improbable. */
  public static List<FoundLine> rank(Lookup lookup, String text, int most) {
    Map<Long, FoundLine> best = new HashMap<>();
    List<byte[]> readings = LineQuery.of(text).readings();
    for (byte[] reading : readings) {
      if (best.values().stream().anyMatch(found -> found.confidence() >= CERTAIN)) {
        break;
      }
      Search search = new Search(reading, CELLS / readings.size(), lookup, best);
      lookup.forEachLines(search::in);
    }
    return best.values().stream()
        .sorted(
            Comparator.comparingDouble(FoundLine::confidence)
                .thenComparingInt(FoundLine::score)
                .reversed()
                .thenComparingLong(FoundLine::lineId))
        .limit(most)
        .toList();
  }

  /** One reading of the query. */
  private static final class Search {
    private final byte[] reading;
    private final Alignment alignment;
    private final Lookup lookup;
    private final Map<Long, FoundLine> best;
    private int cellsLeft;

    Search(byte[] reading, int cells, Lookup lookup, Map<Long, FoundLine> best) {
      this.reading = reading;
      this.alignment = new Alignment(reading);
      this.cellsLeft = cells;
      this.lookup = lookup;
      this.best = best;
    }

    void in(LineIndex lines, java.util.function.LongPredicate isCurrent) {
      int affordable = cellsLeft / (reading.length * USUAL_LINE);
      int most = Math.max(LEAST_CANDIDATES, Math.min(MOST_CANDIDATES, affordable));
      UnitTable sounds = lines.sounds();
      for (int entry : lines.candidates(reading, most, POSTINGS_BYTES)) {
        if (cellsLeft <= 0) {
          return;
        }
        int length = sounds.length(entry);
        cellsLeft -= reading.length * length;
        if (isCurrent.test(lines.lineId(entry))) {
          take(lines, entry, alignment.score(sounds.array(), sounds.start(entry), length), length);
        }
      }
    }

    private void take(LineIndex lines, int entry, int score, int length) {
      double confidence = Confidence.of(score, reading.length, length, lookup.sounds());
      FoundLine found =
          new FoundLine(
              lines.lineId(entry), lines.titleId(entry), confidence, score, length, reading);
      best.merge(
          found.lineId(),
          found,
          (known, other) -> known.confidence() >= other.confidence() ? known : other);
    }
  }
}
