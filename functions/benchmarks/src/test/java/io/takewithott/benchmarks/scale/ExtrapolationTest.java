package io.takewithott.benchmarks.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.takewithott.benchmarks.Stages.Cost;
import org.junit.jupiter.api.Test;

class ExtrapolationTest {
  /** 2 seconds by one core and then 8 by two at once: 6 by the clock, 10 of the processor. */
  @Test
  void wallAndProcessorTimeTellWhatIsParallel() {
    Extrapolation parts = Extrapolation.of(new Cost(6, 10, 0), 2);

    assertThat(parts).isEqualTo(new Extrapolation(2, 8));
    assertThat(parts.secondsOn(6)).isEqualTo(2 + 8 / 6.0, within(1e-9));
  }

  @Test
  void whatOneCoreDidStaysAsItIs() {
    assertThat(Extrapolation.of(new Cost(6, 5.9, 0), 2).secondsOn(6)).isEqualTo(6);
    assertThat(Extrapolation.of(new Cost(6, 6, 0), 1).secondsOn(6)).isEqualTo(6);
  }

  /** Waiting belongs to no core; more cores do not shorten it. */
  @Test
  void waitingIsSerial() {
    Extrapolation parts = Extrapolation.of(new Cost(10, 4, 0), 2);

    assertThat(parts.secondsOn(6)).isEqualTo(10);
  }
}
