package io.takewithott.cloud.sqs;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The attributes of a received message: those SQS adds, and the choice of what a consumer asked
 * for.
 */
final class MessageAttributes {
  private static final String SENDER_ID = "AIDALOCALSENDER000001";

  private MessageAttributes() {}

  /** Everything SQS itself says of a message. */
  static Map<String, String> system(
      StoredMessage message, QueueSettings queue, QueueAddresses addresses) {
    Map<String, String> system = new TreeMap<>();
    Delivery delivery = message.delivery();
    system.put("SenderId", SENDER_ID);
    system.put("SentTimestamp", Long.toString(message.sentAtMillis()));
    system.put("ApproximateReceiveCount", Integer.toString(delivery.receives()));
    system.put("ApproximateFirstReceiveTimestamp", Long.toString(delivery.firstReceivedAtMillis()));
    if (queue.fifo()) {
      system.put("SequenceNumber", message.sequenceNumber());
    }
    MessageContent content = message.content();
    if (content.groupId() != null) {
      system.put("MessageGroupId", content.groupId());
    }
    if (content.deduplicationId() != null) {
      system.put("MessageDeduplicationId", content.deduplicationId());
    }
    if (content.traceHeader() != null) {
      system.put("AWSTraceHeader", content.traceHeader());
    }
    if (message.deadLetterSource() != null) {
      system.put("DeadLetterQueueSourceArn", addresses.arn(message.deadLetterSource()));
    }
    return system;
  }

  /**
   * What of {@code available} the names ask for: a name, {@code prefix.*}, {@code .*} or {@code
   * All}.
   */
  static <V> Map<String, V> requested(Map<String, V> available, List<String> names) {
    Map<String, V> requested = new TreeMap<>(available);
    requested.keySet().removeIf(name -> names.stream().noneMatch(asked -> asksFor(asked, name)));
    return requested;
  }

  private static boolean asksFor(String asked, String name) {
    return asked.equals("All")
        || asked.equals(name)
        || (asked.endsWith(".*") && name.startsWith(asked.substring(0, asked.length() - 2)));
  }
}
