package io.takewithott.benchmarks.report;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/**
 * Shows how far a loop has come and how long the rest will take: on a terminal by drawing one line
 * over and over, elsewhere by a line now and then. Steps may come from any thread.
 */
public final class ProgressBar {
  private static final int WIDTH = 30;

  /** Often enough for the eye. */
  private static final Duration BETWEEN_DRAWINGS = Duration.ofMillis(200);

  /** Seldom enough for a log. */
  private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);

  private final String name;
  private final long steps;
  private final InstantSource clock;
  private final PrintStream out;
  private final boolean terminal;
  private final Instant begin;
  private Instant drawn;
  private long done;

  public ProgressBar(
      String name, long steps, InstantSource clock, PrintStream out, boolean terminal) {
    this.name = name;
    this.steps = Math.max(1, steps);
    this.clock = clock;
    this.out = out;
    this.terminal = terminal;
    this.begin = clock.instant();
    this.drawn = begin;
  }

  /** One more is done. */
  public synchronized void step() {
    done++;
    Instant now = clock.instant();
    boolean last = done == steps;
    if (terminal && (last || !now.isBefore(drawn.plus(BETWEEN_DRAWINGS)))) {
      drawn = now;
      out.print("\r" + line(now) + (last ? System.lineSeparator() : ""));
      out.flush();
    } else if (!terminal && !now.isBefore(drawn.plus(BETWEEN_LINES))) {
      drawn = now;
      out.println(line(now));
    }
  }

  private String line(Instant now) {
    int filled = (int) (Math.min(done, steps) * WIDTH / steps);
    double spent = Duration.between(begin, now).toMillis() / 1000.0;
    double left = spent / done * (steps - done);
    return String.format(
        Locale.ROOT,
        "    %-20s [%s%s] %3d %%  %d of %d  %.0f s, %.0f s to go",
        name,
        "#".repeat(filled),
        ".".repeat(WIDTH - filled),
        done * 100 / steps,
        done,
        steps,
        spent,
        left);
  }
}
