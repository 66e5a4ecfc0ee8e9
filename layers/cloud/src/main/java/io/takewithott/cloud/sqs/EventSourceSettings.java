package io.takewithott.cloud.sqs;

import java.time.Duration;

/**
 * A function's SQS event as the template declares it, within the bounds that Lambda accepts.
 *
 * @param maximumConcurrency how many batches are worked on at a time
 * @param reportBatchItemFailures whether the function's response names the messages that failed
 */
public record EventSourceSettings(
    String queueName,
    int batchSize,
    Duration maximumBatchingWindow,
    int maximumConcurrency,
    boolean reportBatchItemFailures) {

  private static final int DEFAULT_BATCH_SIZE = 10;
  private static final int DEFAULT_CONCURRENCY = 2;

  public EventSourceSettings {
    check("BatchSize", batchSize, 1, 10_000);
    check("MaximumBatchingWindowInSeconds", maximumBatchingWindow.toSeconds(), 0, 300);
    check("MaximumConcurrency", maximumConcurrency, 1, 1_000);
  }

  /** Lambda's defaults, with the least concurrency it accepts. */
  public static EventSourceSettings of(String queueName) {
    return new EventSourceSettings(
        queueName, DEFAULT_BATCH_SIZE, Duration.ZERO, DEFAULT_CONCURRENCY, false);
  }

  private static void check(String property, long value, long minimum, long maximum) {
    if (value < minimum || value > maximum) {
      throw new IllegalArgumentException(
          property + " must be " + minimum + " to " + maximum + ", found " + value);
    }
  }
}
