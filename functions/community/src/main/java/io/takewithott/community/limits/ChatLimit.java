package io.takewithott.community.limits;

import io.takewithott.core.limits.AfterSuccess;
import io.takewithott.core.limits.Allowance;
import io.takewithott.core.limits.RateLimit;
import java.time.Duration;

/** What may be tried how often, as far as rooms and connections are concerned. */
public enum ChatLimit implements RateLimit {
  /** A client on a bad line opens many connections. */
  SOCKET_TICKET_ACCOUNT(120, Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofMinutes(30)),
  MESSAGE_REPORT_ACCOUNT(30, Duration.ofSeconds(10), Duration.ofMinutes(30), Duration.ofHours(6));

  private final Allowance allowance;

  ChatLimit(int free, Duration firstWait, Duration longestWait, Duration forgottenAfter) {
    this.allowance =
        new Allowance(free, firstWait, longestWait, forgottenAfter, AfterSuccess.COUNT);
  }

  @Override
  public Allowance allowance() {
    return allowance;
  }
}
