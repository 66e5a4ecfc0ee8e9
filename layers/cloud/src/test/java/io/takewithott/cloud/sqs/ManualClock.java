package io.takewithott.cloud.sqs;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Time that passes when a test says so. */
final class ManualClock implements InstantSource {
  private volatile Instant now = Instant.parse("2026-11-21T00:00:00Z");

  void pass(Duration duration) {
    now = now.plus(duration);
  }

  void passSeconds(long seconds) {
    pass(Duration.ofSeconds(seconds));
  }

  @Override
  public Instant instant() {
    return now;
  }
}
