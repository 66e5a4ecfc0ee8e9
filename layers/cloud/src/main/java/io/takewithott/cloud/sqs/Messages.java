package io.takewithott.cloud.sqs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a message to be sent from a request and holds it against SQS's limits. */
final class Messages {
  /** The largest message, and the largest batch; 256 KiB until August 2025. */
  static final int MAXIMUM_BYTES = 1024 * 1024;

  private static final int MAXIMUM_ATTRIBUTES = 10;
  private static final int MAXIMUM_ID_LENGTH = 128;

  private Messages() {}

  static MessageContent content(Parameters parameters, QueueSettings queue) {
    MessageContent content =
        new MessageContent(
            parameters.required("MessageBody"),
            parameters.attributes("MessageAttributes"),
            traceHeader(parameters),
            id(parameters, "MessageGroupId"),
            id(parameters, "MessageDeduplicationId"));
    checkBody(content.body());
    checkAttributes(content);
    checkFifo(content, queue);
    return content;
  }

  private static @Nullable String traceHeader(Parameters parameters) {
    MessageAttribute header =
        parameters.attributes("MessageSystemAttributes").get("AWSTraceHeader");
    return header == null ? null : header.stringValue();
  }

  private static @Nullable String id(Parameters parameters, String name) {
    Optional<String> id = parameters.optional(name);
    if (id.isPresent() && !id.get().matches("[\\x21-\\x7e]{1," + MAXIMUM_ID_LENGTH + "}")) {
      throw SqsException.invalidParameter(
          name,
          id.get(),
          name + " can only include alphanumeric and punctuation characters. 1 to 128 in length.");
    }
    return id.orElse(null);
  }

  static Optional<Duration> delay(Parameters parameters, QueueSettings queue) {
    Optional<Integer> seconds = parameters.integer("DelaySeconds", 0, 900);
    if (queue.fifo() && seconds.orElse(0) > 0) {
      throw SqsException.invalidParameter(
          "DelaySeconds",
          seconds.get(),
          "The request include parameter that is not valid for this queue type.");
    }
    return queue.fifo() ? Optional.empty() : seconds.map(Duration::ofSeconds);
  }

  private static void checkBody(String body) {
    if (body.isEmpty()) {
      throw new SqsException(
          SqsError.MISSING_PARAMETER, "The request must contain the parameter MessageBody.");
    }
    if (!body.codePoints().allMatch(Messages::isAllowed)) {
      throw new SqsException(
          SqsError.INVALID_MESSAGE_CONTENTS,
          "Invalid characters found. Valid unicode characters are #x9 | #xA | #xD | #x20 to #xD7FF"
              + " | #xE000 to #xFFFD | #x10000 to #x10FFFF.");
    }
  }

  private static boolean isAllowed(int character) {
    return character == 0x9
        || character == 0xA
        || character == 0xD
        || (character >= 0x20 && character <= 0xD7FF)
        || (character >= 0xE000 && character <= 0xFFFD)
        || character >= 0x10000;
  }

  private static void checkAttributes(MessageContent content) {
    if (content.attributes().size() > MAXIMUM_ATTRIBUTES) {
      throw new SqsException(
          SqsError.INVALID_PARAMETER_VALUE,
          "Number of message attributes ["
              + content.attributes().size()
              + "] exceeds the allowed maximum ["
              + MAXIMUM_ATTRIBUTES
              + "].");
    }
    if (size(content) > MAXIMUM_BYTES) {
      throw new SqsException(
          SqsError.INVALID_PARAMETER_VALUE,
          "One or more parameters are invalid. Reason: Message must be shorter than "
              + MAXIMUM_BYTES
              + " bytes.");
    }
  }

  private static void checkFifo(MessageContent content, QueueSettings queue) {
    if (!queue.fifo()) {
      return;
    }
    if (content.groupId() == null) {
      throw new SqsException(
          SqsError.MISSING_PARAMETER, "The request must contain the parameter MessageGroupId.");
    }
    if (content.deduplicationId() == null) {
      throw new SqsException(
          SqsError.INVALID_PARAMETER_VALUE,
          "The queue should either have ContentBasedDeduplication enabled or"
              + " MessageDeduplicationId provided explicitly");
    }
  }

  /** Body and attributes count; ids do not. */
  static int size(MessageContent content) {
    int size = content.body().getBytes(UTF_8).length;
    for (Map.Entry<String, MessageAttribute> attribute : content.attributes().entrySet()) {
      size += attribute.getKey().getBytes(UTF_8).length;
      size += attribute.getValue().dataType().getBytes(UTF_8).length;
      size += MessageDigests.bytes(attribute.getValue()).length;
    }
    return size;
  }
}
