package io.takewithott.cloud.sqs;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A message in a queue.
 *
 * @param sequence its place in the order of all messages sent
 * @param deadLetterSource the queue it was dead-lettered from
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StoredMessage(
    String id,
    long sequence,
    long sentAtMillis,
    MessageContent content,
    Delivery delivery,
    @Nullable String deadLetterSource) {

  StoredMessage with(Delivery next) {
    return new StoredMessage(id, sequence, sentAtMillis, content, next, deadLetterSource);
  }

  StoredMessage deadLetteredFrom(String queue) {
    return new StoredMessage(id, sequence, sentAtMillis, content, delivery.deadLettered(), queue);
  }

  /** The 20 digits that SQS numbers FIFO messages with. */
  String sequenceNumber() {
    return "1%019d".formatted(sequence);
  }
}
