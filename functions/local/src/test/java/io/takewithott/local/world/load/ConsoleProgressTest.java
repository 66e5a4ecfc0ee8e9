package io.takewithott.local.world.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class ConsoleProgressTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private Instant now = Instant.EPOCH;

  @Test
  void terminalShowsOneLineAStageThatIsWrittenAnew() {
    ConsoleProgress progress = console(true);
    progress.progress(Stage.READING, 0, 1);
    progress.progress(Stage.READING, 1, 1);
    progress.progress(Stage.VIEWERS, 0, 2000);
    at(500);
    progress.progress(Stage.VIEWERS, 2000, 2000);
    progress.progress(Stage.RATINGS, 0, 110_000);
    at(1500);
    progress.progress(Stage.RATINGS, 10_000, 110_000);
    at(1501);
    progress.progress(Stage.RATINGS, 20_000, 110_000);
    at(10_500);
    progress.progress(Stage.RATINGS, 110_000, 110_000);

    assertThat(shown())
        .isEqualTo(
            """
            «reading  …«reading  done
            «viewers  0 of 2,000«viewers  2,000 of 2,000, 4,000 a second
            «ratings  0 of 110,000«ratings  10,000 of 110,000, 10,000 a second, 0:10 left\
            «ratings  110,000 of 110,000, 11,000 a second
            """);
  }

  @Test
  void elsewhereALineAppearsEveryFewSeconds() {
    ConsoleProgress progress = console(false);
    progress.progress(Stage.RATINGS, 0, 200_000);
    at(1000);
    progress.progress(Stage.RATINGS, 10_000, 200_000);
    at(4000);
    progress.progress(Stage.RATINGS, 20_000, 200_000);
    at(5000);
    progress.progress(Stage.RATINGS, 30_000, 200_000);
    at(8000);
    progress.progress(Stage.RATINGS, 200_000, 200_000);

    assertThat(shown())
        .isEqualTo(
            """
            ratings  20,000 of 200,000, 5,000 a second, 0:36 left
            ratings  200,000 of 200,000, 25,000 a second
            """);
  }

  @Test
  void rateCountsWhatThisRunDid() {
    ConsoleProgress progress = console(false);
    progress.progress(Stage.RATINGS, 90_000, 100_000);
    at(4000);
    progress.progress(Stage.RATINGS, 94_000, 100_000);

    assertThat(shown()).isEqualTo("ratings  94,000 of 100,000, 1,000 a second, 0:06 left\n");
  }

  private ConsoleProgress console(boolean terminal) {
    return new ConsoleProgress(new PrintStream(bytes, true, UTF_8), terminal, () -> now);
  }

  private void at(long millis) {
    now = Instant.ofEpochMilli(millis);
  }

  /** With a guillemet where the line is written anew. */
  private String shown() {
    return bytes.toString(UTF_8).replace("\r\u001b[K", "«").replace("\r\n", "\n");
  }
}
