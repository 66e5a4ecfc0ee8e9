package io.takewithott.cloud.sqs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The event in which Lambda hands messages to a function. */
final class SqsEvent {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private SqsEvent() {}

  static byte[] of(List<ReceivedMessage> batch, QueueSettings queue, QueueAddresses addresses) {
    ObjectNode event = MAPPER.createObjectNode();
    ArrayNode records = event.putArray("Records");
    batch.forEach(received -> records.add(messageRecord(received, queue, addresses)));
    try {
      return MAPPER.writeValueAsBytes(event);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A tree of strings is always JSON", e);
    }
  }

  private static ObjectNode messageRecord(
      ReceivedMessage received, QueueSettings queue, QueueAddresses addresses) {
    StoredMessage message = received.message();
    ObjectNode json = MAPPER.createObjectNode();
    json.put("messageId", message.id());
    json.put("receiptHandle", received.receipt().handle());
    json.put("body", message.content().body());
    json.set("attributes", MAPPER.valueToTree(MessageAttributes.system(message, queue, addresses)));
    ObjectNode attributes = json.putObject("messageAttributes");
    message
        .content()
        .attributes()
        .forEach((name, attribute) -> attributes.set(name, attribute(attribute)));
    if (!attributes.isEmpty()) {
      json.put(
          "md5OfMessageAttributes", MessageDigests.ofAttributes(message.content().attributes()));
    }
    json.put("md5OfBody", MessageDigests.ofBody(message.content().body()));
    json.put("eventSource", "aws:sqs");
    json.put("eventSourceARN", addresses.arn(queue.name()));
    json.put("awsRegion", addresses.region());
    return json;
  }

  private static ObjectNode attribute(MessageAttribute attribute) {
    ObjectNode json = MAPPER.createObjectNode();
    if (attribute.isBinary()) {
      json.put("binaryValue", attribute.binaryValue());
    } else {
      json.put("stringValue", attribute.stringValue());
    }
    json.putArray("stringListValues");
    json.putArray("binaryListValues");
    return json.put("dataType", attribute.dataType());
  }
}
