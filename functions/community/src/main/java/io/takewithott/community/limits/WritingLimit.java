package io.takewithott.community.limits;

import io.takewithott.core.limits.AfterSuccess;
import io.takewithott.core.limits.Allowance;
import io.takewithott.core.limits.RateLimit;
import java.time.Duration;

/** How often a member may write, like and report. */
public enum WritingLimit implements RateLimit {
  REVIEW_ACCOUNT(60, Duration.ofSeconds(10), Duration.ofMinutes(15), Duration.ofHours(1)),
  POST_ACCOUNT(20, Duration.ofSeconds(30), Duration.ofMinutes(30), Duration.ofHours(6)),
  COMMENT_ACCOUNT(60, Duration.ofSeconds(5), Duration.ofMinutes(15), Duration.ofHours(1)),
  LIKE_ACCOUNT(600, Duration.ofSeconds(1), Duration.ofMinutes(5), Duration.ofHours(1)),
  REPORT_ACCOUNT(20, Duration.ofMinutes(1), Duration.ofHours(1), Duration.ofHours(24)),
  /** A photo takes two, and the time to decode it. */
  POST_PHOTO_ACCOUNT(40, Duration.ofSeconds(5), Duration.ofMinutes(15), Duration.ofHours(6));

  private final Allowance allowance;

  WritingLimit(int free, Duration firstWait, Duration longestWait, Duration forgottenAfter) {
    this.allowance =
        new Allowance(free, firstWait, longestWait, forgottenAfter, AfterSuccess.COUNT);
  }

  @Override
  public Allowance allowance() {
    return allowance;
  }
}
