package io.takewithott.local.world.load;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Shows an import's progress: on a terminal one line that is written anew, elsewhere a line every
 * few seconds and one at the end of each stage.
 */
public final class ConsoleProgress implements ProgressListener {
  private static final Duration BETWEEN_UPDATES = Duration.ofMillis(100);
  private static final Duration BETWEEN_LINES = Duration.ofSeconds(3);

  /** Carriage return, and erase to the end of the line. */
  private static final String ANEW = "\r\u001b[K";

  private final PrintStream out;
  private final boolean terminal;
  private final InstantSource clock;
  private @Nullable Stage stage;
  private Instant stageStarted = Instant.EPOCH;
  private Instant shown = Instant.EPOCH;
  private long alreadyDone;

  public ConsoleProgress(PrintStream out, boolean terminal, InstantSource clock) {
    this.out = out;
    this.terminal = terminal;
    this.clock = clock;
  }

  @Override
  public void progress(Stage now, long done, long total) {
    Instant instant = clock.instant();
    if (now != stage) {
      stage = now;
      stageStarted = instant;
      shown = instant;
      alreadyDone = done;
      if (done < total && terminal) {
        show(now, done, total, instant);
      }
    }
    boolean isEnd = done >= total;
    Duration pause = terminal ? BETWEEN_UPDATES : BETWEEN_LINES;
    if (isEnd || Duration.between(shown, instant).compareTo(pause) >= 0) {
      show(now, done, total, instant);
      shown = instant;
    }
    if (isEnd && terminal) {
      out.println();
    }
  }

  private void show(Stage now, long done, long total, Instant instant) {
    String line =
        String.format(
            Locale.ROOT,
            "%-8s %s",
            now.name().toLowerCase(Locale.ROOT),
            total == 1 ? whole(done) : counted(done, total, instant));
    if (terminal) {
      out.print(ANEW + line);
      out.flush();
    } else {
      out.println(line);
    }
  }

  /** A stage of one step has nothing to count. */
  private static String whole(long done) {
    return done == 0 ? "…" : "done";
  }

  private String counted(long done, long total, Instant instant) {
    return String.format(Locale.ROOT, "%,d of %,d", done, total)
        + rate(done, total, Duration.between(stageStarted, instant));
  }

  private String rate(long done, long total, Duration since) {
    double seconds = since.toMillis() / 1000.0;
    long lately = done - alreadyDone;
    if (seconds == 0 || lately == 0) {
      return "";
    }
    double perSecond = lately / seconds;
    String speed = String.format(Locale.ROOT, ", %,.0f a second", perSecond);
    long left = Math.round((total - done) / perSecond);
    return done >= total
        ? speed
        : speed + String.format(Locale.ROOT, ", %d:%02d left", left / 60, left % 60);
  }
}
