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
        "%-8s %,d of %,d%s"
            .formatted(
                now.name().toLowerCase(Locale.ROOT),
                done,
                total,
                rate(done, total, Duration.between(stageStarted, instant)));
    if (terminal) {
      out.print(ANEW + line);
      out.flush();
    } else {
      out.println(line);
    }
  }

  private String rate(long done, long total, Duration since) {
    double seconds = since.toMillis() / 1000.0;
    long lately = done - alreadyDone;
    if (seconds == 0 || lately == 0) {
      return "";
    }
    double perSecond = lately / seconds;
    String speed = ", %,.0f a second".formatted(perSecond);
    long left = Math.round((total - done) / perSecond);
    return done >= total ? speed : speed + ", %d:%02d left".formatted(left / 60, left % 60);
  }
}
