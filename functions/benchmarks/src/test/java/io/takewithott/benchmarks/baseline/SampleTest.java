package io.takewithott.benchmarks.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import io.takewithott.benchmarks.baseline.Sample.Done;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SampleTest {
  private static final List<Integer> HUNDRED = IntStream.range(0, 100).boxed().toList();

  @Test
  void withTimeAllAreDoneInTheirOrder() {
    Sample sample = new Sample(InstantSource.fixed(Instant.EPOCH), Duration.ofSeconds(1));

    assertThat(sample.of(HUNDRED, number -> number * 2).answers())
        .hasSize(100)
        .containsEntry(7, 14)
        .extractingByKey(99)
        .isEqualTo(198);
    assertThat(sample.of(HUNDRED, number -> number).answers().keySet())
        .containsExactlyElementsOf(HUNDRED);
  }

  /** A clock that is a second later each time it is asked. */
  @Test
  void whenTimeIsUpTheRestIsExtrapolated() {
    AtomicLong seconds = new AtomicLong();
    InstantSource clock = () -> Instant.ofEpochSecond(seconds.getAndIncrement());

    Done<Integer, Integer> done =
        new Sample(clock, Duration.ofSeconds(20)).of(HUNDRED, number -> number);

    assertThat(done.answers()).hasSizeBetween(15, 20);
    assertThat(done.secondsForAll()).isEqualTo(done.seconds() * 100 / done.answers().size());
  }
}
