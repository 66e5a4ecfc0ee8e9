package io.takewithott.core.limits;

import java.time.Duration;

/**
 * How often something may be tried by one subject. The first few attempts are free; after each
 * further one the subject waits, twice as long every time up to a longest wait. A subject that is
 * quiet long enough is forgotten. Every function lists its own in an enum.
 */
public interface RateLimit {
  /** What it is known by in the database: the same for every version of a function. */
  String name();

  /** Attempts without a wait, at least two. */
  int free();

  Duration firstWait();

  Duration longestWait();

  Duration forgottenAfter();

  AfterSuccess afterSuccess();

  /** One subject's attempt at this. */
  default Claim of(String subject) {
    return Claim.of(this, subject);
  }

  /** An account's attempt at this. */
  default Claim of(long userId) {
    return of(Long.toString(userId));
  }
}
