package io.takewithott.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
  private final AtomicLong seconds = new AtomicLong();
  private final InstantSource clock = () -> Instant.ofEpochSecond(seconds.get());
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

  @Test
  void offATerminalThereIsALineEveryTenSeconds() {
    ProgressBar bar = new ProgressBar("rank", 40, clock, out, false);
    for (int i = 0; i < 15; i++) {
      seconds.incrementAndGet();
      bar.step();
    }

    assertThat(text())
        .isEqualTo(
            "    rank                 [#######.......................]"
                + "  25 %  10 of 40  10 s, 30 s to go\n");
  }

  @Test
  void onATerminalTheLineIsDrawnOver() {
    ProgressBar bar = new ProgressBar("rank", 2, clock, out, true);
    seconds.incrementAndGet();
    bar.step();
    bar.step();

    assertThat(text()).startsWith("\r    rank").contains(" 50 %", "100 %").endsWith("\n");
  }

  private String text() {
    return printed.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }
}
