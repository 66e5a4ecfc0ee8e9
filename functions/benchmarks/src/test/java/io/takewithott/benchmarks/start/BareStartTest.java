package io.takewithott.benchmarks.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.takewithott.local.runtime.Jdk;
import io.takewithott.local.runtime.RuntimeSettings;
import io.takewithott.testing.Checkout;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real process with AWS's runtime client, without anything behind it. */
class BareStartTest {
  private static final RuntimeSettings SETTINGS =
      RuntimeSettings.standard("ap-northeast-2", "000000000000", (function, instance, line) -> {})
          .withInitTimeout(Duration.ofSeconds(60));

  @Test
  void aStartIsTimedAndItsProcessCounted(@TempDir Path folder) throws Exception {
    List<Subject> bare = Subjects.baselines(Checkout.root(), folder);
    try (StartRun run = new StartRun(Jdk.running(), SETTINGS, bare, Optional.empty())) {
      Start start = run.measure(bare.get(0), Mode.ON_DEMAND, 5);

      assertThat(start.java()).isEqualTo(System.getProperty("java.version"));
      assertThat(start.initMillis()).isBetween(10.0, 60_000.0);
      assertThat(start.firstMillis()).isPositive();
      assertThat(start.coldMillis()).isEqualTo(start.initMillis() + start.firstMillis());
      assertThat(start.warmMillis()).hasSize(5).allMatch(millis -> millis > 0);
      assertThat(start.processorMillis()).isBetween(10.0, 60_000.0);
      assertThat(start.peakMegabytes()).isBetween(10.0, 1000.0);
    }
  }

  @Test
  void aFunctionsEventsAreInTheFolderOfItsName() {
    assertThat(Subjects.folder("AuthFunction")).isEqualTo("auth");
    assertThat(Subjects.folder("KeyRotationFunction")).isEqualTo("key-rotation");
  }
}
