package io.takewithott.catalog.tmdb;

import io.takewithott.catalog.tmdb.TmdbException.Reason;
import io.takewithott.core.lambda.Budget;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * When the next call may be made: a bucket of as many tokens as calls a second are ours to make,
 * and nothing at all before the time that a 429 named. One call is made after the other, so none is
 * on its way when the answer to another closes the door.
 */
public final class Pace {
  /** Kept back from an invocation's time, so that what was read can still be stored. */
  static final Duration RESERVE = Duration.ofSeconds(20);

  private static final double NANOS = 1e9;

  private final double callsASecond;
  private final InstantSource clock;
  private final Sleeper sleeper;
  private final Budget budget;
  private double tokens;
  private Instant filledAt;
  private Instant closedUntil = Instant.MIN;

  public Pace(int callsASecond, InstantSource clock, Sleeper sleeper, Budget budget) {
    this.callsASecond = callsASecond;
    this.clock = clock;
    this.sleeper = sleeper;
    this.budget = budget;
    this.tokens = callsASecond;
    this.filledAt = clock.instant();
  }

  /** No call before then. */
  public void closeUntil(Instant moment) {
    if (moment.isAfter(closedUntil)) {
      closedUntil = moment;
    }
  }

  /**
   * Returns when a call may be made, which counts as made.
   *
   * @throws TmdbException NO_TIME when that would be too late for this invocation
   */
  void await() {
    fill();
    while (tokens < 1 || closedUntil.isAfter(clock.instant())) {
      Duration closed = Duration.between(clock.instant(), later(closedUntil, clock.instant()));
      Duration token = Duration.ofNanos((long) Math.ceil((1 - tokens) / callsASecond * NANOS));
      sleep(closed.compareTo(token) > 0 ? closed : token);
      fill();
    }
    tokens -= 1;
    requireTime(Duration.ZERO);
  }

  /**
   * Waits within the invocation's time.
   *
   * @throws TmdbException NO_TIME
   */
  void sleep(Duration wait) {
    requireTime(wait);
    try {
      sleeper.sleep(wait.plusMillis(1));
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new TmdbException(Reason.NO_TIME, "Interrupted while waiting", stop);
    }
  }

  /** What a call may take. */
  Duration left() {
    return budget.remaining().minus(RESERVE);
  }

  private void requireTime(Duration wait) {
    if (left().compareTo(wait) <= 0) {
      throw new TmdbException(Reason.NO_TIME, "No time is left in this invocation");
    }
  }

  private void fill() {
    Instant now = clock.instant();
    double seconds = Duration.between(filledAt, now).toNanos() / NANOS;
    tokens = Math.min(callsASecond, tokens + Math.max(0, seconds) * callsASecond);
    filledAt = now;
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
