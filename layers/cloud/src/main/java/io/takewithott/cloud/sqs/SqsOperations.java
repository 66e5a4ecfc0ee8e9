package io.takewithott.cloud.sqs;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** SQS's operations: a JSON request in, a JSON response or an {@link SqsException} out. */
final class SqsOperations {
  private static final int MAXIMUM_ENTRIES = 10;
  private static final int MAXIMUM_WAIT_SECONDS = 20;
  private static final int MAXIMUM_VISIBILITY_SECONDS = 12 * 60 * 60;

  private final LocalQueues queues;
  private final ObjectMapper mapper = new ObjectMapper();

  SqsOperations(LocalQueues queues) {
    this.queues = queues;
  }

  /**
   * Carries out an operation.
   *
   * @param endpoint the address at which the caller reached SQS, to which queue URLs belong
   */
  ObjectNode call(String operation, Parameters request, URI endpoint) throws InterruptedException {
    return switch (operation) {
      case "SendMessage" -> send(queueOf(request), request);
      case "SendMessageBatch" -> sendBatch(queueOf(request), request);
      case "ReceiveMessage" -> receive(queueOf(request), request);
      case "DeleteMessage" -> delete(queueOf(request), request);
      case "DeleteMessageBatch" -> batch(request, entry -> delete(queueOf(request), entry));
      case "ChangeMessageVisibility" -> changeVisibility(queueOf(request), request);
      case "ChangeMessageVisibilityBatch" ->
          batch(request, entry -> changeVisibility(queueOf(request), entry));
      case "GetQueueUrl" -> queueUrl(request.required("QueueName"), endpoint);
      case "GetQueueAttributes" -> queueAttributes(queueOf(request), request);
      case "ListQueues" -> listQueues(request, endpoint);
      case "PurgeQueue" -> purge(queueOf(request));
      case "CreateQueue" -> createQueue(request, endpoint);
      default ->
          throw new SqsException(
              SqsError.UNSUPPORTED_OPERATION,
              operation + " is not supported here. Queues are declared in the template.");
    };
  }

  private QueueSettings queueOf(Parameters request) {
    String url = request.required("QueueUrl");
    return queues.settings(url.substring(url.lastIndexOf('/') + 1));
  }

  private ObjectNode send(QueueSettings queue, Parameters message) {
    return send(queue, message, Messages.content(message, queue));
  }

  private ObjectNode send(QueueSettings queue, Parameters message, MessageContent content) {
    LocalQueues.Sent sent = queues.send(queue.name(), content, Messages.delay(message, queue));
    ObjectNode response = mapper.createObjectNode();
    response.put("MessageId", sent.id());
    response.put("MD5OfMessageBody", MessageDigests.ofBody(content.body()));
    if (!content.attributes().isEmpty()) {
      response.put("MD5OfMessageAttributes", MessageDigests.ofAttributes(content.attributes()));
    }
    Map<String, MessageAttribute> system = message.attributes("MessageSystemAttributes");
    if (!system.isEmpty()) {
      response.put("MD5OfMessageSystemAttributes", MessageDigests.ofAttributes(system));
    }
    if (queue.fifo()) {
      response.put("SequenceNumber", "1%019d".formatted(sent.sequence()));
    }
    return response;
  }

  private ObjectNode sendBatch(QueueSettings queue, Parameters request) {
    checkBatchSize(request);
    return batch(request, entry -> send(queue, entry));
  }

  private static void checkBatchSize(Parameters request) {
    int size = 0;
    for (Parameters entry : request.list("Entries")) {
      size +=
          Messages.size(
              new MessageContent(
                  entry.optional("MessageBody").orElse(""),
                  entry.attributes("MessageAttributes"),
                  null,
                  null,
                  null));
    }
    if (size > Messages.MAXIMUM_BYTES) {
      throw new SqsException(
          SqsError.BATCH_REQUEST_TOO_LONG,
          "Batch requests cannot be longer than %d bytes. You have sent %d bytes."
              .formatted(Messages.MAXIMUM_BYTES, size));
    }
  }

  private ObjectNode receive(QueueSettings queue, Parameters request) throws InterruptedException {
    int maximum = request.integer("MaxNumberOfMessages", 1, MAXIMUM_ENTRIES).orElse(1);
    Optional<Duration> visibility =
        request
            .integer("VisibilityTimeout", 0, MAXIMUM_VISIBILITY_SECONDS)
            .map(Duration::ofSeconds);
    Duration wait =
        request
            .integer("WaitTimeSeconds", 0, MAXIMUM_WAIT_SECONDS)
            .map(Duration::ofSeconds)
            .orElse(queue.receiveWait());
    List<ReceivedMessage> received = queues.receive(queue.name(), maximum, visibility, wait);
    ObjectNode response = mapper.createObjectNode();
    if (!received.isEmpty()) {
      ArrayNode messages = response.putArray("Messages");
      received.forEach(message -> messages.add(message(message, queue, request)));
    }
    return response;
  }

  private ObjectNode message(ReceivedMessage received, QueueSettings queue, Parameters request) {
    StoredMessage message = received.message();
    ObjectNode json = mapper.createObjectNode();
    json.put("MessageId", message.id());
    json.put("ReceiptHandle", received.receipt().handle());
    json.put("MD5OfBody", MessageDigests.ofBody(message.content().body()));
    json.put("Body", message.content().body());
    Map<String, String> system =
        MessageAttributes.requested(
            MessageAttributes.system(message, queue, queues.addresses()), systemNames(request));
    if (!system.isEmpty()) {
      json.set("Attributes", mapper.valueToTree(system));
    }
    Map<String, MessageAttribute> attributes =
        MessageAttributes.requested(
            message.content().attributes(), request.strings("MessageAttributeNames"));
    if (!attributes.isEmpty()) {
      json.set("MessageAttributes", mapper.valueToTree(attributes));
      json.put("MD5OfMessageAttributes", MessageDigests.ofAttributes(attributes));
    }
    return json;
  }

  /** The older name of the member is still sent by older clients. */
  private static List<String> systemNames(Parameters request) {
    List<String> names = request.strings("MessageSystemAttributeNames");
    names.addAll(request.strings("AttributeNames"));
    return names;
  }

  private ObjectNode delete(QueueSettings queue, Parameters request) {
    queues.delete(Receipt.parse(queue.name(), request.required("ReceiptHandle")));
    return mapper.createObjectNode();
  }

  private ObjectNode changeVisibility(QueueSettings queue, Parameters request) {
    Receipt receipt = Receipt.parse(queue.name(), request.required("ReceiptHandle"));
    int seconds =
        request
            .integer("VisibilityTimeout", 0, MAXIMUM_VISIBILITY_SECONDS)
            .orElseThrow(
                () ->
                    new SqsException(
                        SqsError.MISSING_PARAMETER,
                        "The request must contain the parameter VisibilityTimeout."));
    queues.changeVisibility(receipt, Duration.ofSeconds(seconds));
    return mapper.createObjectNode();
  }

  /** Applies {@code operation} to each entry; an entry that fails does not stop the others. */
  private ObjectNode batch(Parameters request, Function<Parameters, ObjectNode> operation) {
    List<Parameters> entries = request.list("Entries");
    checkEntries(entries);
    QueueSettings unused = queueOf(request);
    ObjectNode response = mapper.createObjectNode();
    ArrayNode successful = response.putArray("Successful");
    ArrayNode failed = response.putArray("Failed");
    for (Parameters entry : entries) {
      String id = entry.required("Id");
      try {
        successful.add(operation.apply(entry).put("Id", id));
      } catch (SqsException e) {
        failed
            .addObject()
            .put("Id", id)
            .put("SenderFault", true)
            .put("Code", e.error().queryCode())
            .put("Message", e.getMessage());
      }
    }
    return response;
  }

  private static void checkEntries(List<Parameters> entries) {
    if (entries.isEmpty()) {
      throw new SqsException(
          SqsError.EMPTY_BATCH_REQUEST, "There should be at least one entry in the request.");
    }
    if (entries.size() > MAXIMUM_ENTRIES) {
      throw new SqsException(
          SqsError.TOO_MANY_ENTRIES_IN_BATCH_REQUEST,
          "Maximum number of entries per request are %d. You have sent %d."
              .formatted(MAXIMUM_ENTRIES, entries.size()));
    }
    Set<String> ids = new HashSet<>();
    for (Parameters entry : entries) {
      String id = entry.required("Id");
      if (!id.matches("[A-Za-z0-9_-]{1,80}")) {
        throw new SqsException(
            SqsError.INVALID_BATCH_ENTRY_ID,
            "A batch entry id can only contain alphanumeric characters, hyphens and underscores."
                + " It can be at most 80 letters long.");
      }
      if (!ids.add(id)) {
        throw new SqsException(SqsError.BATCH_ENTRY_IDS_NOT_DISTINCT, "Id " + id + " repeated.");
      }
    }
  }

  private ObjectNode queueUrl(String queueName, URI endpoint) {
    String url = queues.addresses().url(endpoint, queues.settings(queueName).name());
    return mapper.createObjectNode().put("QueueUrl", url);
  }

  private ObjectNode listQueues(Parameters request, URI endpoint) {
    String prefix = request.optional("QueueNamePrefix").orElse("");
    ObjectNode response = mapper.createObjectNode();
    ArrayNode urls = response.putArray("QueueUrls");
    queues.names().stream()
        .filter(name -> name.startsWith(prefix))
        .forEach(name -> urls.add(queues.addresses().url(endpoint, name)));
    return response;
  }

  private ObjectNode purge(QueueSettings queue) {
    queues.purge(queue.name());
    return mapper.createObjectNode();
  }

  /** Creating a queue that exists with the same attributes is no error; others are declared. */
  private ObjectNode createQueue(Parameters request, URI endpoint) {
    String name = request.required("QueueName");
    if (!queues.names().contains(name)) {
      throw new SqsException(
          SqsError.UNSUPPORTED_OPERATION,
          "Queue " + name + " is not declared. Declare it in the template as AWS::SQS::Queue.");
    }
    Map<String, String> existing = attributes(queues.settings(name));
    for (var wanted : request.map("Attributes").entrySet()) {
      if (!wanted.getValue().equals(existing.get(wanted.getKey()))) {
        throw new SqsException(
            SqsError.QUEUE_NAME_EXISTS,
            "A queue already exists with the same name and a different value for attribute "
                + wanted.getKey());
      }
    }
    return queueUrl(name, endpoint);
  }

  private ObjectNode queueAttributes(QueueSettings queue, Parameters request) {
    Map<String, String> attributes = attributes(queue);
    QueueDepth depth = queues.depth(queue.name());
    attributes.put("ApproximateNumberOfMessages", Integer.toString(depth.visible()));
    attributes.put("ApproximateNumberOfMessagesNotVisible", Integer.toString(depth.inFlight()));
    attributes.put("ApproximateNumberOfMessagesDelayed", Integer.toString(depth.delayed()));
    List<String> names = request.strings("AttributeNames");
    for (String name : names) {
      if (!name.equals("All") && !attributes.containsKey(name) && !KNOWN_BUT_UNSET.contains(name)) {
        throw new SqsException(SqsError.INVALID_ATTRIBUTE_NAME, "Unknown Attribute " + name + ".");
      }
    }
    Map<String, String> requested = MessageAttributes.requested(attributes, names);
    ObjectNode response = mapper.createObjectNode();
    if (!requested.isEmpty()) {
      response.set("Attributes", mapper.valueToTree(requested));
    }
    return response;
  }

  /** Attributes that SQS has and that a queue declared here leaves out. */
  private static final Set<String> KNOWN_BUT_UNSET =
      Set.of(
          "Policy",
          "RedrivePolicy",
          "RedriveAllowPolicy",
          "FifoQueue",
          "ContentBasedDeduplication",
          "DeduplicationScope",
          "FifoThroughputLimit",
          "KmsMasterKeyId",
          "KmsDataKeyReusePeriodSeconds",
          "SqsManagedSseEnabled",
          "CreatedTimestamp",
          "LastModifiedTimestamp");

  private Map<String, String> attributes(QueueSettings queue) {
    Map<String, String> attributes = new TreeMap<>();
    attributes.put("QueueArn", queues.addresses().arn(queue.name()));
    attributes.put("VisibilityTimeout", seconds(queue.visibilityTimeout()));
    attributes.put("MessageRetentionPeriod", seconds(queue.messageRetention()));
    attributes.put("DelaySeconds", seconds(queue.delay()));
    attributes.put("ReceiveMessageWaitTimeSeconds", seconds(queue.receiveWait()));
    attributes.put("MaximumMessageSize", Integer.toString(Messages.MAXIMUM_BYTES));
    if (queue.fifo()) {
      attributes.put("FifoQueue", "true");
      attributes.put("ContentBasedDeduplication", "false");
    }
    queue.deadLetter().ifPresent(target -> attributes.put("RedrivePolicy", redrive(target)));
    return attributes;
  }

  private String redrive(DeadLetter target) {
    return mapper
        .createObjectNode()
        .put("deadLetterTargetArn", queues.addresses().arn(target.queueName()))
        .put("maxReceiveCount", target.maxReceiveCount())
        .toString();
  }

  private static String seconds(Duration duration) {
    return Long.toString(duration.toSeconds());
  }
}
