package io.takewithott.rating.limits;

import io.takewithott.core.limits.AfterSuccess;
import io.takewithott.core.limits.Allowance;
import io.takewithott.core.limits.RateLimit;
import java.time.Duration;

/** How often a member may change what they say of titles. */
public enum RatingLimit implements RateLimit {
  /** Nobody has an opinion on a title a second for a quarter of an hour. */
  OPINION_ACCOUNT(1000, Duration.ofSeconds(1), Duration.ofMinutes(5), Duration.ofHours(1)),
  /** A player reports every few seconds, for hours. */
  PROGRESS_ACCOUNT(5000, Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofHours(1)),
  /** An import is as much work as thousands of ratings. */
  IMPORT_ACCOUNT(6, Duration.ofMinutes(1), Duration.ofHours(1), Duration.ofHours(24));

  private final Allowance allowance;

  RatingLimit(int free, Duration firstWait, Duration longestWait, Duration forgottenAfter) {
    this.allowance =
        new Allowance(free, firstWait, longestWait, forgottenAfter, AfterSuccess.COUNT);
  }

  @Override
  public Allowance allowance() {
    return allowance;
  }
}
