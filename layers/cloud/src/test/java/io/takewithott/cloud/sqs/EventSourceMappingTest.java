package io.takewithott.cloud.sqs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EventSourceMappingTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final byte[] NOTHING = "null".getBytes(UTF_8);

  /** Short, so that redelivery can be watched. */
  private static final Duration VISIBILITY = Duration.ofSeconds(1);

  private LocalQueues queues;

  @BeforeEach
  void open(@TempDir Path folder) {
    queues =
        LocalQueues.open(
            folder,
            List.of(
                QueueSettings.named("queue")
                    .withVisibilityTimeout(VISIBILITY)
                    .withDeadLetter("dead", 3),
                QueueSettings.named("dead"),
                QueueSettings.named("slow")),
            SqsEndpoint.ADDRESSES,
            InstantSource.system());
  }

  @AfterEach
  void close() {
    queues.close();
  }

  private static EventSourceSettings settings(int batchSize, int concurrency, boolean report) {
    return new EventSourceSettings("queue", batchSize, Duration.ZERO, concurrency, report);
  }

  private static List<String> bodies(byte[] event) throws Exception {
    return StreamSupport.stream(MAPPER.readTree(event).path("Records").spliterator(), false)
        .map(record -> record.path("body").asText())
        .toList();
  }

  private static void awaitTrue(Callable<Boolean> condition) throws Exception {
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.call()) {
      assertThat(System.nanoTime()).as("waited 20 s in vain").isLessThan(deadline);
      Thread.sleep(5);
    }
  }

  @Test
  void eventIsWhatLambdaDelivers() throws Exception {
    MessageContent content =
        new MessageContent(
            "{\"user\":7}",
            Map.of(
                "kind", new MessageAttribute("String", "rating", null),
                "raw", new MessageAttribute("Binary", null, "AAE=")),
            null,
            null,
            null);
    String id = queues.send("queue", content, Optional.empty()).id();
    BlockingQueue<byte[]> events = new LinkedBlockingQueue<>();
    try (EventSourceMapping ignored =
        EventSourceMapping.start(queues, settings(10, 1, false), handOver(events))) {
      JsonNode record = MAPPER.readTree(events.poll(5, TimeUnit.SECONDS)).path("Records").path(0);

      assertThat(record.path("messageId").asText()).isEqualTo(id);
      assertThat(record.path("receiptHandle").asText()).isNotEmpty();
      assertThat(record.path("body").asText()).isEqualTo("{\"user\":7}");
      assertThat(record.path("md5OfBody").asText())
          .isEqualTo(MessageDigests.ofBody("{\"user\":7}"));
      assertThat(record.path("eventSource").asText()).isEqualTo("aws:sqs");
      assertThat(record.path("eventSourceARN").asText())
          .isEqualTo("arn:aws:sqs:ap-northeast-2:000000000000:queue");
      assertThat(record.path("awsRegion").asText()).isEqualTo("ap-northeast-2");
      assertThat(record.path("attributes").path("ApproximateReceiveCount").asText()).isEqualTo("1");
      assertThat(record.path("attributes").has("SentTimestamp")).isTrue();
      assertThat(record.path("attributes").has("SenderId")).isTrue();
      assertThat(record.path("attributes").has("ApproximateFirstReceiveTimestamp")).isTrue();
      assertThat(record.path("messageAttributes").toString())
          .isEqualTo(
              "{\"kind\":{\"stringValue\":\"rating\",\"stringListValues\":[],"
                  + "\"binaryListValues\":[],\"dataType\":\"String\"},"
                  + "\"raw\":{\"binaryValue\":\"AAE=\",\"stringListValues\":[],"
                  + "\"binaryListValues\":[],\"dataType\":\"Binary\"}}");
      awaitTrue(() -> queues.depth("queue").total() == 0);
    }
  }

  private static EventTarget handOver(Queue<byte[]> events) {
    return event -> {
      events.add(event);
      return NOTHING;
    };
  }

  @Test
  void functionErrorLeavesTheBatchUntilItsVisibilityTimeout() throws Exception {
    queues.send("queue", "a");
    queues.send("queue", "b");
    Queue<Long> invokedAt = new ConcurrentLinkedQueue<>();
    EventTarget failsOnce =
        event -> {
          invokedAt.add(System.nanoTime());
          if (invokedAt.size() == 1) {
            throw new IllegalStateException("function error");
          }
          return NOTHING;
        };
    try (EventSourceMapping ignored =
        EventSourceMapping.start(queues, settings(10, 1, true), failsOnce)) {
      awaitTrue(() -> queues.depth("queue").total() == 0);
    }

    List<Long> times = List.copyOf(invokedAt);
    assertThat(times).hasSize(2);
    assertThat(Duration.ofNanos(times.get(1) - times.get(0)))
        .isBetween(VISIBILITY.minusMillis(100), VISIBILITY.plusSeconds(2));
    assertThat(queues.depth("dead").total()).isZero();
  }

  @Test
  void onlyTheReportedMessagesComeBack() throws Exception {
    for (String body : List.of("a", "bad", "c")) {
      queues.send("queue", body);
    }
    Queue<List<String>> batches = new ConcurrentLinkedQueue<>();
    EventTarget partial =
        event -> {
          batches.add(bodies(event));
          return batches.size() == 1 ? failures(idOf(event, "bad")) : NOTHING;
        };
    try (EventSourceMapping ignored =
        EventSourceMapping.start(queues, settings(10, 1, true), partial)) {
      awaitTrue(() -> batches.size() == 1 && queues.depth("queue").total() == 1);
      awaitTrue(() -> queues.depth("queue").total() == 0);
    }

    assertThat(batches).containsExactly(List.of("a", "bad", "c"), List.of("bad"));
  }

  private static String idOf(byte[] event, String body) throws Exception {
    for (JsonNode record : MAPPER.readTree(event).path("Records")) {
      if (record.path("body").asText().equals(body)) {
        return record.path("messageId").asText();
      }
    }
    throw new IllegalArgumentException(body);
  }

  private static byte[] failures(String id) {
    return ("{\"batchItemFailures\":[{\"itemIdentifier\":\"" + id + "\"}]}").getBytes(UTF_8);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"batchItemFailures":[]}                                           | none
          {"batchItemFailures":null}                                         | none
          {}                                                                 | none
          null                                                               | none
          ``                                                                 | none
          {"batchItemFailures":[{"itemIdentifier":"1"}]}                     | 1
          {"batchItemFailures":[{"itemIdentifier":"1"},{"itemIdentifier":"2"}]} | all
          {"batchItemFailures":[{"itemIdentifier":"3"}]}                     | all
          {"batchItemFailures":[{"itemIdentifier":"1"},{"itemIdentifier":"3"}]} | all
          {"batchItemFailures":[{"itemIdentifier":""}]}                      | all
          {"batchItemFailures":[{"itemIdentifier":null}]}                    | all
          {"batchItemFailures":[{"messageId":"1"}]}                          | all
          {"batchItemFailures":["1"]}                                        | all
          {"batchItemFailures":{"itemIdentifier":"1"}}                       | all
          {"batchItemFailures":                                              | all
          not JSON                                                           | all
          """)
  void responseDecidesWhichMessagesFailed(String response, String failed) {
    Set<String> expected =
        switch (failed) {
          case "none" -> Set.of();
          case "all" -> Set.of("1", "2");
          default -> Set.of(failed);
        };

    assertThat(BatchResponse.failedIds(response.getBytes(UTF_8), Set.of("1", "2")))
        .isEqualTo(expected);
  }

  @Test
  void malformedResponseBringsTheWholeBatchBack() throws Exception {
    queues.send("queue", "a");
    queues.send("queue", "b");
    AtomicInteger delivered = new AtomicInteger();
    EventTarget malformed =
        event -> {
          int before = delivered.getAndAdd(bodies(event).size());
          return before < 2 ? failures("unknown") : NOTHING;
        };
    try (EventSourceMapping ignored =
        EventSourceMapping.start(queues, settings(10, 1, true), malformed)) {
      awaitTrue(() -> queues.depth("queue").total() == 0);
    }

    assertThat(delivered).hasValue(4);
  }

  @Test
  void responseIsIgnoredWithoutReporting() throws Exception {
    String id = queues.send("queue", "a");
    AtomicInteger invocations = new AtomicInteger();
    EventTarget reporting =
        event -> {
          invocations.incrementAndGet();
          return failures(id);
        };
    try (EventSourceMapping ignored =
        EventSourceMapping.start(queues, settings(10, 1, false), reporting)) {
      awaitTrue(() -> queues.depth("queue").total() == 0);
    }

    assertThat(invocations).hasValue(1);
  }

  @Test
  void poisonMessageIsDeadLetteredAfterExactlyItsMaximumOfReceives() throws Exception {
    String id = queues.send("queue", "poison");
    AtomicInteger invocations = new AtomicInteger();
    EventTarget failing =
        event -> {
          invocations.incrementAndGet();
          throw new IllegalStateException("poison");
        };
    try (EventSourceMapping ignored =
        EventSourceMapping.start(queues, settings(10, 1, false), failing)) {
      awaitTrue(() -> queues.depth("dead").total() == 1);
    }

    assertThat(invocations).hasValue(3);
    assertThat(queues.receive("dead", 1, Optional.empty(), Duration.ZERO))
        .extracting(ReceivedMessage::id)
        .containsExactly(id);
  }

  @Test
  void tenThousandMessagesArriveThoughInvocationsFail() throws Exception {
    int messages = 10_000;
    Set<String> done = ConcurrentHashMap.newKeySet();
    AtomicInteger invocations = new AtomicInteger();
    EventTarget sometimesFailing =
        event -> {
          if (invocations.incrementAndGet() % 50 == 0) {
            throw new IllegalStateException("every fiftieth");
          }
          done.addAll(bodies(event));
          return NOTHING;
        };
    long startedAt = System.nanoTime();
    try (EventSourceMapping ignored =
        EventSourceMapping.start(queues, settings(10, 4, false), sometimesFailing)) {
      for (int i = 0; i < messages; i++) {
        queues.send("queue", "message " + i);
      }
      awaitTrue(() -> queues.depth("queue").total() == 0);
    }

    System.out.printf(
        "10000 messages, one invocation in 50 failing: %d ms%n",
        Duration.ofNanos(System.nanoTime() - startedAt).toMillis());
    assertThat(done).hasSize(messages);
    assertThat(queues.depth("dead").total()).isZero();
  }

  @Test
  void noMoreBatchesThanTheConcurrencyAreWorkedOn() throws Exception {
    for (int i = 0; i < 30; i++) {
      queues.send("slow", "x");
    }
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    EventTarget slow =
        event -> {
          most.accumulateAndGet(running.incrementAndGet(), Math::max);
          Thread.sleep(20);
          running.decrementAndGet();
          return NOTHING;
        };
    try (EventSourceMapping ignored =
        EventSourceMapping.start(
            queues, new EventSourceSettings("slow", 1, Duration.ZERO, 3, false), slow)) {
      awaitTrue(() -> queues.depth("slow").total() == 0);
    }

    assertThat(most).hasValue(3);
  }

  @Test
  void batchIsDeliveredWhenFullOrWhenItsWindowEnds() throws Exception {
    BlockingQueue<byte[]> events = new LinkedBlockingQueue<>();
    var window = new EventSourceSettings("slow", 3, Duration.ofSeconds(2), 1, false);
    try (EventSourceMapping ignored = EventSourceMapping.start(queues, window, handOver(events))) {
      long startedAt = System.nanoTime();
      for (String body : List.of("1", "2", "3", "4")) {
        queues.send("slow", body);
      }
      assertThat(bodies(events.poll(5, TimeUnit.SECONDS))).containsExactly("1", "2", "3");
      assertThat(Duration.ofNanos(System.nanoTime() - startedAt))
          .isLessThan(Duration.ofMillis(1_900));
      assertThat(bodies(events.poll(5, TimeUnit.SECONDS))).containsExactly("4");
      assertThat(Duration.ofNanos(System.nanoTime() - startedAt))
          .isGreaterThan(Duration.ofMillis(1_950));
    }
  }

  @Test
  void largeBatchIsSplitToFitAnEvent() throws Exception {
    for (int i = 0; i < 8; i++) {
      queues.send("slow", "x".repeat(1024 * 1024));
    }
    BlockingQueue<byte[]> events = new LinkedBlockingQueue<>();
    try (EventSourceMapping ignored =
        EventSourceMapping.start(queues, EventSourceSettings.of("slow"), handOver(events))) {
      byte[] first = events.poll(5, TimeUnit.SECONDS);
      byte[] second = events.poll(5, TimeUnit.SECONDS);

      assertThat(bodies(first)).hasSize(5);
      assertThat(bodies(second)).hasSize(3);
      assertThat(first.length).isLessThan(6 * 1024 * 1024);
    }
  }

  @Test
  void messageToAnIdleQueueArrivesWithinTwentyMilliseconds() throws Exception {
    BlockingQueue<byte[]> events = new LinkedBlockingQueue<>();
    try (EventSourceMapping ignored =
        EventSourceMapping.start(queues, EventSourceSettings.of("slow"), handOver(events))) {
      List<Long> micros = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        Thread.sleep(5);
        long sentAt = System.nanoTime();
        queues.send("slow", "x");
        assertThat(events.poll(5, TimeUnit.SECONDS)).isNotNull();
        micros.add(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - sentAt));
      }
      micros.sort(null);
      System.out.printf(
          "idle queue to target: median %d us, worst %d us%n", micros.get(25), micros.get(49));

      assertThat(micros.get(25)).isLessThan(20_000);
    }
  }

  @Test
  void closeIsPromptWhetherIdleOrWaitingForABatch() throws Exception {
    EventSourceMapping idle =
        EventSourceMapping.start(queues, settings(10, 1, false), event -> NOTHING);
    EventSourceMapping gathering =
        EventSourceMapping.start(
            queues,
            new EventSourceSettings("slow", 10, Duration.ofSeconds(300), 1, false),
            event -> NOTHING);
    queues.send("slow", "held");
    awaitTrue(() -> queues.depth("slow").inFlight() == 1);

    long startedAt = System.nanoTime();
    idle.close();
    gathering.close();

    assertThat(Duration.ofNanos(System.nanoTime() - startedAt))
        .isLessThan(Duration.ofMillis(1_500));
    assertThat(queues.depth("slow")).isEqualTo(new QueueDepth(1, 0, 0));
  }

  @Test
  void closeLetsARunningInvocationFinish() throws Exception {
    queues.send("slow", "x");
    CountDownLatch started = new CountDownLatch(1);
    EventSourceMapping mapping =
        EventSourceMapping.start(
            queues,
            EventSourceSettings.of("slow"),
            event -> {
              started.countDown();
              Thread.sleep(300);
              return NOTHING;
            });
    assertThat(started.await(5, TimeUnit.SECONDS)).isTrue();

    mapping.close();

    assertThat(queues.depth("slow").total()).isZero();
  }
}
