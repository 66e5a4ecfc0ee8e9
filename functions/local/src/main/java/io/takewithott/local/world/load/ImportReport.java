package io.takewithott.local.world.load;

import io.takewithott.local.world.BadLine;
import io.takewithott.local.world.Remarks;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * What an import did.
 *
 * @param ratingsBefore how many ratings a broken-off import had already stored
 * @param times how long each stage took
 */
public record ImportReport(
    String source,
    String format,
    Outcome outcome,
    Count titles,
    Count viewers,
    Count ratings,
    long ratingsBefore,
    Remarks remarks,
    Map<Stage, Duration> times) {

  public ImportReport {
    Map<Stage, Duration> ordered = new EnumMap<>(Stage.class);
    ordered.putAll(times);
    times = Collections.unmodifiableMap(ordered);
  }

  /** How it went. */
  public enum Outcome {
    IMPORTED,
    /** Went on where an import of the same data had been broken off. */
    COMPLETED,
    /** These very files had been imported before; nothing was read or written. */
    ALREADY_THERE
  }

  /**
   * Rows of one kind.
   *
   * @param written those that were new or different
   */
  public record Count(long read, long written) {
    static final Count NONE = new Count(0, 0);

    public long unchanged() {
      return read - written;
    }
  }

  /** For people, in several lines. */
  public String text() {
    if (outcome == Outcome.ALREADY_THERE) {
      return source + " (" + format + ") is there already: nothing was written.\n";
    }
    StringBuilder text = new StringBuilder();
    text.append(source).append(" (").append(format).append(") ");
    text.append(outcome.name().toLowerCase(Locale.ROOT)).append(":\n");
    text.append(line("titles", titles));
    text.append(line("viewers", viewers));
    text.append(line("ratings", ratings));
    if (ratingsBefore > 0) {
      text.append(
          String.format(Locale.ROOT, "  %,d ratings had been stored before\n", ratingsBefore));
    }
    appendRemarks(text);
    times.forEach(
        (stage, time) ->
            text.append(
                String.format(
                    Locale.ROOT,
                    "  %s took %.1f s\n",
                    stage.name().toLowerCase(Locale.ROOT),
                    time.toMillis() / 1000.0)));
    return text.toString();
  }

  private void appendRemarks(StringBuilder text) {
    if (remarks.duplicateRatings() > 0) {
      text.append(
          String.format(
              Locale.ROOT,
              "  %,d ratings gave way to a later one of the same title\n",
              remarks.duplicateRatings()));
    }
    if (!remarks.droppedGenres().isEmpty()) {
      text.append("  genres left out: ").append(remarks.droppedGenres()).append('\n');
    }
    if (remarks.badLines() > 0) {
      text.append(String.format(Locale.ROOT, "  %,d lines left out\n", remarks.badLines()));
      for (BadLine line : remarks.firstBadLines()) {
        text.append("    ").append(line).append('\n');
      }
      if (remarks.badLines() > remarks.firstBadLines().size()) {
        text.append("    …\n");
      }
    }
  }

  private static String line(String what, Count count) {
    return String.format(
        Locale.ROOT,
        "  %,d %s: %,d written, %,d unchanged\n",
        count.read(),
        what,
        count.written(),
        count.unchanged());
  }
}
