/**
 * Amazon SQS on one machine, and the part of Lambda that reads queues. {@link
 * io.takewithott.cloud.sqs.LocalQueues} holds the declared queues in memory and every change of
 * theirs in a journal, so that messages survive a killed process; {@link
 * io.takewithott.cloud.sqs.SqsHandler} speaks SQS's JSON protocol over them; {@link
 * io.takewithott.cloud.sqs.EventSourceMapping} delivers batches to a function and settles them as
 * Lambda does.
 */
@NullMarked
package io.takewithott.cloud.sqs;

import org.jspecify.annotations.NullMarked;
