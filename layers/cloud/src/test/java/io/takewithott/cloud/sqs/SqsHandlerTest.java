package io.takewithott.cloud.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchEntryIdsNotDistinctException;
import software.amazon.awssdk.services.sqs.model.BatchRequestTooLongException;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.EmptyBatchRequestException;
import software.amazon.awssdk.services.sqs.model.InvalidMessageContentsException;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageNotInflightException;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeNameForSends;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeValue;
import software.amazon.awssdk.services.sqs.model.PurgeQueueInProgressException;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.QueueNameExistsException;
import software.amazon.awssdk.services.sqs.model.ReceiptHandleIsInvalidException;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SqsException;
import software.amazon.awssdk.services.sqs.model.TooManyEntriesInBatchRequestException;
import software.amazon.awssdk.services.sqs.model.UnsupportedOperationException;

/** Every answer here is read by AWS's own client, which also checks the MD5 sums. */
final class SqsHandlerTest {
  private static final String QUEUE = "taste-changed";
  private static final String FIFO = "payments.fifo";
  private static final String DEAD = "taste-changed-dead";

  private final ManualClock clock = new ManualClock();
  private SqsEndpoint endpoint;
  private SqsClient sqs;

  @BeforeEach
  void start(@TempDir Path folder) {
    endpoint =
        new SqsEndpoint(
            folder,
            clock,
            QueueSettings.named(QUEUE).withDeadLetter(DEAD, 3),
            QueueSettings.named(DEAD),
            QueueSettings.named(FIFO));
    sqs = endpoint.client;
  }

  @AfterEach
  void stop() throws Exception {
    endpoint.close();
  }

  private String url() {
    return endpoint.url(QUEUE);
  }

  private String send(String body) {
    return sqs.sendMessage(b -> b.queueUrl(url()).messageBody(body)).messageId();
  }

  private List<Message> receive(String queue) {
    return sqs.receiveMessage(
            b ->
                b.queueUrl(endpoint.url(queue))
                    .maxNumberOfMessages(10)
                    .messageAttributeNames("All")
                    .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
        .messages();
  }

  private static List<String> bodies(List<Message> messages) {
    return messages.stream().map(Message::body).toList();
  }

  @Test
  void sentMessageIsReceivedWithItsAttributes() {
    String sentAt = Long.toString(clock.millis());
    Map<String, MessageAttributeValue> attributes =
        Map.of(
            "종류", text("String", "rating"),
            "stars", text("Number", "4.5"),
            "raw",
                MessageAttributeValue.builder()
                    .dataType("Binary")
                    .binaryValue(SdkBytes.fromByteArray(new byte[] {0, 1, -1}))
                    .build());
    String id =
        sqs.sendMessage(
                b ->
                    b.queueUrl(url())
                        .messageBody("평점이 바뀌었다 \uD83C\uDFAC")
                        .messageAttributes(attributes)
                        .messageSystemAttributes(
                            Map.of(
                                MessageSystemAttributeNameForSends.AWS_TRACE_HEADER,
                                MessageSystemAttributeValue.builder()
                                    .dataType("String")
                                    .stringValue("Root=1-0-0")
                                    .build())))
            .messageId();
    clock.passSeconds(2);

    Message message = receive(QUEUE).get(0);

    assertThat(message.messageId()).isEqualTo(id);
    assertThat(message.body()).isEqualTo("평점이 바뀌었다 \uD83C\uDFAC");
    assertThat(message.messageAttributes()).isEqualTo(attributes);
    assertThat(message.attributesAsStrings())
        .containsEntry("ApproximateReceiveCount", "1")
        .containsEntry("SentTimestamp", sentAt)
        .containsEntry("ApproximateFirstReceiveTimestamp", Long.toString(clock.millis()))
        .containsEntry("AWSTraceHeader", "Root=1-0-0")
        .containsKey("SenderId");
  }

  private static MessageAttributeValue text(String type, String value) {
    return MessageAttributeValue.builder().dataType(type).stringValue(value).build();
  }

  @Test
  void onlyTheAttributesAskedForAreReturned() {
    sqs.sendMessage(
        b ->
            b.queueUrl(url())
                .messageBody("x")
                .messageAttributes(
                    Map.of(
                        "user.id", text("Number", "7"),
                        "user.name", text("String", "길동"),
                        "model", text("String", "v1"))));

    Message message =
        sqs.receiveMessage(b -> b.queueUrl(url()).messageAttributeNames("user.*"))
            .messages()
            .get(0);

    assertThat(message.messageAttributes()).containsOnlyKeys("user.id", "user.name");
    assertThat(message.attributes()).isEmpty();
  }

  @Test
  void receivedMessageIsHiddenUntilItsVisibilityTimeout() {
    send("a");
    receive(QUEUE);

    clock.pass(Duration.ofMillis(29_999));
    assertThat(receive(QUEUE)).isEmpty();
    clock.pass(Duration.ofMillis(1));
    assertThat(receive(QUEUE).get(0).attributesAsStrings())
        .containsEntry("ApproximateReceiveCount", "2");
  }

  @Test
  void deletedMessageDoesNotComeBack() {
    send("a");
    Message message = receive(QUEUE).get(0);

    sqs.deleteMessage(b -> b.queueUrl(url()).receiptHandle(message.receiptHandle()));
    sqs.deleteMessage(b -> b.queueUrl(url()).receiptHandle(message.receiptHandle()));
    clock.passSeconds(31);

    assertThat(receive(QUEUE)).isEmpty();
  }

  @Test
  void receiptOfAnEarlierDeliveryDeletesNothing() {
    send("a");
    Message first = receive(QUEUE).get(0);
    clock.passSeconds(31);
    receive(QUEUE);

    sqs.deleteMessage(b -> b.queueUrl(url()).receiptHandle(first.receiptHandle()));
    clock.passSeconds(31);

    assertThat(bodies(receive(QUEUE))).containsExactly("a");
  }

  @Test
  void visibilityCanBeExtendedAndEnded() {
    send("a");
    Message message = receive(QUEUE).get(0);

    changeVisibility(message, 60);
    clock.passSeconds(59);
    assertThat(receive(QUEUE)).isEmpty();
    changeVisibility(message, 0);
    assertThat(bodies(receive(QUEUE))).containsExactly("a");
  }

  @Test
  void visibilityOfAMessageThatIsNotInFlightCannotBeChanged() {
    send("a");
    Message message = receive(QUEUE).get(0);
    clock.passSeconds(30);

    assertThatThrownBy(() -> changeVisibility(message, 10))
        .isInstanceOf(MessageNotInflightException.class);
  }

  private void changeVisibility(Message message, int seconds) {
    sqs.changeMessageVisibility(
        b -> b.queueUrl(url()).receiptHandle(message.receiptHandle()).visibilityTimeout(seconds));
  }

  @Test
  void delayedMessageArrivesLater() {
    sqs.sendMessage(b -> b.queueUrl(url()).messageBody("later").delaySeconds(10));

    assertThat(receive(QUEUE)).isEmpty();
    assertThat(endpoint.queues.depth(QUEUE)).isEqualTo(new QueueDepth(0, 0, 1));
    clock.passSeconds(10);
    assertThat(bodies(receive(QUEUE))).containsExactly("later");
  }

  @Test
  void waitingConsumerGetsAMessageWhenItIsSent() throws Exception {
    CompletableFuture<List<Message>> waiting =
        CompletableFuture.supplyAsync(
            () -> sqs.receiveMessage(b -> b.queueUrl(url()).waitTimeSeconds(20)).messages());
    Thread.sleep(300);
    long sentAt = System.nanoTime();
    send("now");

    assertThat(bodies(waiting.get(5, TimeUnit.SECONDS))).containsExactly("now");
    assertThat(Duration.ofNanos(System.nanoTime() - sentAt)).isLessThan(Duration.ofSeconds(1));
  }

  @Test
  void waitEndsWithoutMessages() {
    long startedAt = System.nanoTime();

    assertThat(sqs.receiveMessage(b -> b.queueUrl(url()).waitTimeSeconds(1)).messages()).isEmpty();
    assertThat(Duration.ofNanos(System.nanoTime() - startedAt))
        .isBetween(Duration.ofMillis(950), Duration.ofSeconds(3));
  }

  @Test
  void twoConsumersNeverGetTheSameMessage() throws Exception {
    int messages = 400;
    for (int i = 0; i < messages; i += 10) {
      sendTen(i);
    }
    Set<String> seen = ConcurrentHashMap.newKeySet();
    Callable<Integer> consumer =
        () -> {
          int received = 0;
          for (List<Message> batch = receive(QUEUE); !batch.isEmpty(); batch = receive(QUEUE)) {
            for (Message message : batch) {
              assertThat(seen.add(message.body())).as(message.body() + " twice").isTrue();
              received++;
            }
          }
          return received;
        };
    var pool = Executors.newFixedThreadPool(4);
    int total = 0;
    for (var result : pool.invokeAll(List.of(consumer, consumer, consumer, consumer))) {
      total += result.get();
    }
    pool.shutdown();

    assertThat(total).isEqualTo(messages);
    assertThat(endpoint.queues.depth(QUEUE)).isEqualTo(new QueueDepth(0, messages, 0));
  }

  private void sendTen(int from) {
    List<SendMessageBatchRequestEntry> entries = new ArrayList<>();
    for (int i = from; i < from + 10; i++) {
      entries.add(entry("e" + i, "body " + i));
    }
    sqs.sendMessageBatch(b -> b.queueUrl(url()).entries(entries));
  }

  private static SendMessageBatchRequestEntry entry(String id, String body) {
    return SendMessageBatchRequestEntry.builder().id(id).messageBody(body).build();
  }

  @Test
  void batchReportsEachEntry() {
    var sent =
        sqs.sendMessageBatch(
            b -> b.queueUrl(url()).entries(entry("good", "fine"), entry("bad", "\u0001")));

    assertThat(sent.successful()).extracting(e -> e.id()).containsExactly("good");
    assertThat(sent.failed()).extracting(BatchResultErrorEntry::id).containsExactly("bad");
    assertThat(sent.failed().get(0).code()).isEqualTo("InvalidMessageContents");

    Message message = receive(QUEUE).get(0);
    var hidden =
        sqs.changeMessageVisibilityBatch(
            b ->
                b.queueUrl(url())
                    .entries(
                        e ->
                            e.id("1").receiptHandle(message.receiptHandle()).visibilityTimeout(9)));
    assertThat(hidden.successful()).hasSize(1);
    var deleted =
        sqs.deleteMessageBatch(
            b ->
                b.queueUrl(url())
                    .entries(
                        e -> e.id("1").receiptHandle(message.receiptHandle()),
                        e -> e.id("2").receiptHandle("nonsense")));
    assertThat(deleted.successful()).extracting(e -> e.id()).containsExactly("1");
    assertThat(deleted.failed().get(0).code()).isEqualTo("ReceiptHandleIsInvalid");
    assertThat(endpoint.queues.depth(QUEUE).total()).isZero();
  }

  @Test
  void batchesAreLimited() {
    List<SendMessageBatchRequestEntry> eleven = new ArrayList<>();
    for (int i = 0; i < 11; i++) {
      eleven.add(entry("e" + i, "x"));
    }
    String half = "x".repeat(600_000);

    assertRefused(TooManyEntriesInBatchRequestException.class, () -> sendBatch(eleven));
    assertRefused(EmptyBatchRequestException.class, () -> sendBatch(List.of()));
    assertRefused(
        BatchEntryIdsNotDistinctException.class,
        () -> sendBatch(List.of(entry("a", "x"), entry("a", "y"))));
    assertRefused(
        BatchRequestTooLongException.class,
        () -> sendBatch(List.of(entry("a", half), entry("b", half))));
  }

  private void sendBatch(List<SendMessageBatchRequestEntry> entries) {
    sqs.sendMessageBatch(b -> b.queueUrl(url()).entries(entries));
  }

  private static void assertRefused(Class<? extends SqsException> type, ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(type);
  }

  @Test
  void messageOfOneMebibyteIsTheLargest() {
    send("x".repeat(1024 * 1024));

    assertThat(receive(QUEUE).get(0).body()).hasSize(1024 * 1024);
    assertInvalidParameter(() -> send("x".repeat(1024 * 1024 + 1)));
  }

  @Test
  void parametersOutOfBoundsAreRefused() {
    assertInvalidParameter(
        () -> sqs.receiveMessage(b -> b.queueUrl(url()).maxNumberOfMessages(11)));
    assertInvalidParameter(() -> sqs.receiveMessage(b -> b.queueUrl(url()).waitTimeSeconds(21)));
    assertInvalidParameter(
        () -> sqs.sendMessage(b -> b.queueUrl(url()).messageBody("x").delaySeconds(901)));
    assertRefused(InvalidMessageContentsException.class, () -> send("\u0000"));
  }

  private static void assertInvalidParameter(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            SqsException.class,
            e -> {
              assertThat(e.awsErrorDetails().errorCode()).isEqualTo("InvalidParameterValue");
              assertThat(e.statusCode()).isEqualTo(400);
            });
  }

  @Test
  void unknownQueueAndReceiptAreRefused() {
    assertThatThrownBy(
            () -> sqs.sendMessage(b -> b.queueUrl(endpoint.url("nowhere")).messageBody("x")))
        .isInstanceOf(QueueDoesNotExistException.class)
        .hasMessageContaining("The specified queue does not exist: nowhere.");
    assertThatThrownBy(() -> sqs.getQueueUrl(b -> b.queueName("nowhere")))
        .isInstanceOf(QueueDoesNotExistException.class);
    assertThatThrownBy(() -> sqs.deleteMessage(b -> b.queueUrl(url()).receiptHandle("nonsense")))
        .isInstanceOf(ReceiptHandleIsInvalidException.class);
  }

  @Test
  void queuesAreFoundAndDescribed() {
    send("a");
    send("b");
    sqs.receiveMessage(b -> b.queueUrl(url()));

    assertThat(sqs.getQueueUrl(b -> b.queueName(QUEUE)).queueUrl()).isEqualTo(url());
    assertThat(sqs.listQueues(b -> b.queueNamePrefix("taste")).queueUrls())
        .containsExactly(url(), endpoint.url(DEAD));
    assertThat(
            sqs.getQueueAttributes(b -> b.queueUrl(url()).attributeNames(QueueAttributeName.ALL))
                .attributesAsStrings())
        .containsEntry("QueueArn", "arn:aws:sqs:ap-northeast-2:000000000000:taste-changed")
        .containsEntry("ApproximateNumberOfMessages", "1")
        .containsEntry("ApproximateNumberOfMessagesNotVisible", "1")
        .containsEntry("VisibilityTimeout", "30")
        .containsEntry(
            "RedrivePolicy",
            "{\"deadLetterTargetArn\":\"arn:aws:sqs:ap-northeast-2:000000000000:taste-changed-dead\","
                + "\"maxReceiveCount\":3}");
  }

  @Test
  void purgedQueueIsEmptyAndNotPurgedAgainWithinAMinute() {
    send("a");

    sqs.purgeQueue(b -> b.queueUrl(url()));

    assertThat(receive(QUEUE)).isEmpty();
    assertRefused(
        PurgeQueueInProgressException.class, () -> sqs.purgeQueue(b -> b.queueUrl(url())));
  }

  @Test
  void onlyADeclaredQueueCanBeCreated() {
    assertThat(sqs.createQueue(b -> b.queueName(QUEUE)).queueUrl()).isEqualTo(url());
    assertRefused(
        QueueNameExistsException.class,
        () ->
            sqs.createQueue(
                b ->
                    b.queueName(QUEUE)
                        .attributes(Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "31"))));
    assertRefused(
        UnsupportedOperationException.class, () -> sqs.createQueue(b -> b.queueName("new")));
  }

  @Test
  void fifoGroupKeepsItsOrderAndWaitsForTheMessageInFlight() {
    sendFifo("a", "1", "a1");
    sendFifo("a", "2", "a2");
    sendFifo("b", "3", "b1");

    Message first = receiveOne();
    assertThat(first.body()).isEqualTo("a1");
    Message other = receiveOne();
    assertThat(other.body()).isEqualTo("b1");
    assertThat(receive(FIFO)).isEmpty();

    sqs.changeMessageVisibility(
        b ->
            b.queueUrl(endpoint.url(FIFO))
                .receiptHandle(first.receiptHandle())
                .visibilityTimeout(0));
    Message again = receiveOne();
    assertThat(again.body()).isEqualTo("a1");
    sqs.deleteMessage(b -> b.queueUrl(endpoint.url(FIFO)).receiptHandle(again.receiptHandle()));
    assertThat(receiveOne().body()).isEqualTo("a2");
  }

  private Message receiveOne() {
    return sqs.receiveMessage(
            b ->
                b.queueUrl(endpoint.url(FIFO))
                    .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
        .messages()
        .get(0);
  }

  @Test
  void fifoIgnoresADuplicateForFiveMinutes() {
    var first = sendFifo("a", "same", "one");
    var second = sendFifo("a", "same", "two");
    assertThat(second.messageId()).isEqualTo(first.messageId());
    assertThat(second.sequenceNumber()).isEqualTo(first.sequenceNumber()).hasSize(20);
    assertThat(bodies(receive(FIFO))).containsExactly("one");

    clock.passSeconds(300);
    sendFifo("b", "same", "three");
    assertThat(bodies(receive(FIFO))).contains("three");
  }

  @Test
  void fifoMessageNeedsGroupAndDeduplicationId() {
    assertThatThrownBy(() -> sqs.sendMessage(b -> b.queueUrl(endpoint.url(FIFO)).messageBody("x")))
        .hasMessageContaining("MessageGroupId");
    assertInvalidParameter(
        () ->
            sqs.sendMessage(
                b -> b.queueUrl(endpoint.url(FIFO)).messageBody("x").messageGroupId("a")));
  }

  private software.amazon.awssdk.services.sqs.model.SendMessageResponse sendFifo(
      String group, String deduplicationId, String body) {
    return sqs.sendMessage(
        b ->
            b.queueUrl(endpoint.url(FIFO))
                .messageGroupId(group)
                .messageDeduplicationId(deduplicationId)
                .messageBody(body));
  }

  @Test
  void messageIsDeadLetteredAfterExactlyItsMaximumOfReceives() {
    String id = send("poison");
    for (int receive = 1; receive <= 3; receive++) {
      assertThat(receive(QUEUE).get(0).attributesAsStrings())
          .containsEntry("ApproximateReceiveCount", Integer.toString(receive));
      assertThat(receive(DEAD)).isEmpty();
      clock.passSeconds(30);
    }

    assertThat(receive(QUEUE)).isEmpty();
    Message dead = receive(DEAD).get(0);
    assertThat(dead.messageId()).isEqualTo(id);
    assertThat(dead.attributesAsStrings())
        .containsEntry(
            "DeadLetterQueueSourceArn", "arn:aws:sqs:ap-northeast-2:000000000000:taste-changed")
        .containsEntry("ApproximateReceiveCount", "4");
  }

  @Test
  void messageIsGoneAfterItsRetention() {
    send("old");
    clock.pass(Duration.ofDays(4));

    assertThat(receive(QUEUE)).isEmpty();
    assertThat(endpoint.queues.depth(QUEUE).total()).isZero();
  }

  @Test
  void strangersAreRefused() throws Exception {
    assertRefusedAs("InvalidClientTokenId", "AKIASTRANGER", Region.AP_NORTHEAST_2);
    assertRefusedAs("SignatureDoesNotMatch", SqsEndpoint.ACCESS_KEY, Region.US_EAST_1);

    var unsigned = post("AmazonSQS.ListQueues", "{}");
    assertThat(unsigned.statusCode()).isEqualTo(403);
    assertThat(unsigned.body()).contains("MissingAuthenticationTokenException");
  }

  private void assertRefusedAs(String code, String accessKey, Region region) {
    try (SqsClient stranger = endpoint.client(accessKey, region)) {
      assertThatThrownBy(stranger::listQueues)
          .isInstanceOfSatisfying(
              SqsException.class,
              e -> {
                assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code);
                assertThat(e.statusCode()).isEqualTo(403);
              });
    }
  }

  @Test
  void requestsOfOtherServicesAreLeftToOtherHandlers() throws Exception {
    assertThat(post("secretsmanager.ListSecrets", "{}").statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> post(String target, String body) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(endpoint.uri())
                .header("X-Amz-Target", target)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofString());
  }
}
