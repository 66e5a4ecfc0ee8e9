package io.takewithott.core.lambda;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The time the current invocation has left, and how often it has asked the database. An instance
 * serves one event at a time, so one budget is shared by its host, which starts it, and by
 * everything that waits, which asks it.
 */
public final class Budget {
  private final InstantSource clock;
  private final Duration longest;
  private final AtomicInteger databaseCalls = new AtomicInteger();
  private volatile Instant end;

  /**
   * @param longest what an invocation may take even where Lambda would allow more
   */
  public Budget(InstantSource clock, Duration longest) {
    this.clock = clock;
    this.longest = longest;
    this.end = Instant.MAX;
  }

  /** Starts an invocation that Lambda will end after {@code remaining}. */
  public void begin(Duration remaining) {
    Duration allowed = remaining.compareTo(longest) < 0 ? remaining : longest;
    end = clock.instant().plus(allowed);
    databaseCalls.set(0);
  }

  /** What is left, never negative; the longest when no invocation runs (initialisation). */
  public Duration remaining() {
    Instant last = end;
    if (last.equals(Instant.MAX)) {
      return longest;
    }
    Duration left = Duration.between(clock.instant(), last);
    return left.isNegative() ? Duration.ZERO : left;
  }

  /** Counts a call of the database. */
  public void countDatabaseCall() {
    databaseCalls.incrementAndGet();
  }

  /** How often the invocation has called the database so far, with what was tried again. */
  public int databaseCalls() {
    return databaseCalls.get();
  }
}
