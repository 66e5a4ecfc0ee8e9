package io.takewithott.local.template;

import java.time.Duration;
import java.util.OptionalInt;

/** A queue that feeds a function, and how its batches are cut. */
public record QueueSource(
    String queueLogicalId,
    int batchSize,
    Duration maximumBatchingWindow,
    boolean reportBatchItemFailures,
    OptionalInt maximumConcurrency,
    boolean enabled) {}
