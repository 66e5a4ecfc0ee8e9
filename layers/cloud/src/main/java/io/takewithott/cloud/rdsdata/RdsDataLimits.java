package io.takewithott.cloud.rdsdata;

import java.time.Duration;

/**
 * How far a call may go. The sizes and times are AWS's; the numbers of sessions and the wait for
 * one have no counterpart there and keep the local server within its connections.
 */
public record RdsDataLimits(
    int responseBytes,
    int rowBytes,
    int requestBytes,
    int sqlCharacters,
    Duration statementTimeout,
    Duration transactionIdle,
    Duration transactionTotal,
    int sessions,
    int transactions,
    Duration sessionWait) {

  /** The limits of Aurora Serverless v2. */
  public static RdsDataLimits aws() {
    return new RdsDataLimits(
        1024 * 1024,
        64 * 1024,
        4 * 1024 * 1024,
        65_536,
        Duration.ofSeconds(45),
        Duration.ofMinutes(3),
        Duration.ofHours(24),
        16,
        64,
        Duration.ofSeconds(10));
  }

  public RdsDataLimits withStatementTimeout(Duration timeout) {
    return new RdsDataLimits(
        responseBytes,
        rowBytes,
        requestBytes,
        sqlCharacters,
        timeout,
        transactionIdle,
        transactionTotal,
        sessions,
        transactions,
        sessionWait);
  }

  public RdsDataLimits withSessions(int most, Duration wait) {
    return new RdsDataLimits(
        responseBytes,
        rowBytes,
        requestBytes,
        sqlCharacters,
        statementTimeout,
        transactionIdle,
        transactionTotal,
        most,
        most,
        wait);
  }
}
