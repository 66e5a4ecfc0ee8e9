package io.takewithott.local.template;

import java.time.Duration;
import java.util.Optional;

/** A queue with the attributes SQS would give it. */
public record QueueDefinition(
    String logicalId,
    String name,
    Duration visibilityTimeout,
    Duration messageRetention,
    Duration delay,
    Duration receiveWait,
    boolean fifo,
    boolean contentBasedDeduplication,
    Optional<Redrive> redrive) {

  /** After so many receives a message goes to the other queue. */
  public record Redrive(String deadLetterLogicalId, int maxReceiveCount) {}
}
