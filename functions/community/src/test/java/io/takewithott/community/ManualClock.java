package io.takewithott.community;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that is moved by hand. */
final class ManualClock implements InstantSource {
  private static final Instant START = Instant.parse("2026-11-21T09:00:00Z");

  private volatile Instant now = START;

  @Override
  public Instant instant() {
    return now;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  void reset() {
    now = START;
  }
}
