package io.takewithott.payment;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that moves when it is told to. */
final class ManualClock implements InstantSource {
  /** Noon in Seoul. */
  private static final Instant START = Instant.parse("2026-11-21T03:00:00Z");

  private Instant now = START;

  @Override
  public synchronized Instant instant() {
    return now;
  }

  synchronized void pass(Duration time) {
    now = now.plus(time);
  }

  synchronized void reset() {
    now = START;
  }
}
