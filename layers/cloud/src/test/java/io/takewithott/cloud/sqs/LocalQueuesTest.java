package io.takewithott.cloud.sqs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LocalQueuesTest {
  private static final QueueSettings QUEUE = QueueSettings.named("queue").withDeadLetter("dead", 2);
  private static final QueueSettings DEAD = QueueSettings.named("dead");
  private static final QueueSettings FIFO = QueueSettings.named("orders.fifo");

  private Path folder;
  private final ManualClock clock = new ManualClock();

  @BeforeEach
  void useFolder(@TempDir Path folder) {
    this.folder = folder;
  }

  private LocalQueues open() {
    return open(folder, clock);
  }

  private static LocalQueues open(Path folder, InstantSource clock) {
    return LocalQueues.open(folder, List.of(QUEUE, DEAD, FIFO), SqsEndpoint.ADDRESSES, clock);
  }

  private static List<ReceivedMessage> receive(LocalQueues queues, String name)
      throws InterruptedException {
    return queues.receive(name, 10, Optional.empty(), Duration.ZERO);
  }

  private static List<String> bodies(List<ReceivedMessage> messages) {
    return messages.stream().map(m -> m.message().content().body()).toList();
  }

  private Path journal() {
    return folder.resolve("queues.journal");
  }

  @Test
  void restartKeepsMessagesAndHowFarTheyHaveCome() throws Exception {
    Receipt receipt;
    try (LocalQueues queues = open()) {
      queues.send("queue", "received");
      queues.send("queue", "deleted");
      List<ReceivedMessage> received = receive(queues, "queue");
      receipt = received.get(0).receipt();
      queues.delete(received.get(1).receipt());
      queues.send("queue", "waiting");
    }

    try (LocalQueues queues = open()) {
      assertThat(queues.depth("queue")).isEqualTo(new QueueDepth(1, 1, 0));
      assertThat(bodies(receive(queues, "queue"))).containsExactly("waiting");
      queues.changeVisibility(receipt, Duration.ZERO);
      ReceivedMessage again = receive(queues, "queue").get(0);
      assertThat(again.message().content().body()).isEqualTo("received");
      assertThat(again.message().delivery().receives()).isEqualTo(2);
      clock.passSeconds(30);
      assertThat(bodies(receive(queues, "dead"))).containsExactly("received");
    }
  }

  @Test
  void restartKeepsOrderAndDeduplicationOfAFifoQueue() throws Exception {
    MessageContent first = fifo("first", "1");
    long sequence;
    try (LocalQueues queues = open()) {
      sequence = queues.send("orders.fifo", first, Optional.empty()).sequence();
    }
    try (LocalQueues queues = open()) {
      assertThat(queues.send("orders.fifo", first, Optional.empty()).sequence())
          .isEqualTo(sequence);
      queues.send("orders.fifo", fifo("second", "2"), Optional.empty());
      assertThat(bodies(receive(queues, "orders.fifo"))).containsExactly("first", "second");
    }
  }

  private static MessageContent fifo(String body, String deduplicationId) {
    return new MessageContent(body, Map.of(), null, "group", deduplicationId);
  }

  @Test
  void journalCutAnywhereKeepsEveryCompleteLine() throws Exception {
    try (LocalQueues queues = open()) {
      queues.send("queue", "하나");
      queues.send("queue", "둘");
    }
    byte[] whole = Files.readAllBytes(journal());
    int firstLine = Files.readAllLines(journal()).get(0).getBytes(UTF_8).length + 1;

    for (int length = 0; length <= whole.length; length++) {
      Files.write(journal(), Arrays.copyOf(whole, length));
      List<String> expected =
          length == whole.length
              ? List.of("하나", "둘")
              : length >= firstLine ? List.of("하나") : List.of();
      try (LocalQueues queues = open()) {
        assertThat(bodies(receive(queues, "queue"))).as("cut at " + length).isEqualTo(expected);
        queues.send("queue", "after");
      }
      try (LocalQueues queues = open()) {
        assertThat(queues.depth("queue").total()).isEqualTo(expected.size() + 1);
      }
    }
  }

  @Test
  void damagedLineIsReportedWithItsPlace() throws Exception {
    Files.createDirectories(folder);
    Files.writeString(journal(), "{\"change\":\"purged\",\"queue\":\"queue\"}\nnonsense\n");

    assertThatThrownBy(this::open)
        .hasMessageStartingWith("Line 2 of " + journal() + " is damaged:")
        .hasMessageEndingWith("Repair or delete the line; other lines do not depend on it.");
  }

  @Test
  void twoProcessesCannotShareAFolder() {
    try (LocalQueues queues = open()) {
      assertThat(queues.names()).containsExactly("dead", "orders.fifo", "queue");
      assertThatThrownBy(this::open)
          .hasMessage(
              "The queues in "
                  + folder
                  + " are in use by another process. Stop it, or choose another folder.");
    }
  }

  @Test
  void openingShrinksTheJournalToWhatIsLeft() throws Exception {
    try (LocalQueues queues = open()) {
      for (int i = 0; i < 100; i++) {
        queues.send("queue", "message " + i);
      }
      for (List<ReceivedMessage> batch = receive(queues, "queue");
          !batch.isEmpty();
          batch = receive(queues, "queue")) {
        batch.forEach(message -> queues.delete(message.receipt()));
      }
      queues.send("queue", "left");
    }
    open().close();

    assertThat(Files.readAllLines(journal())).hasSize(1).first().asString().contains("left");
  }

  @Test
  void journalOfABusyQueueIsRewrittenWhileInUse() throws Exception {
    try (LocalQueues queues = open()) {
      queues.send("orders.fifo", fifo("kept", "1"), Optional.empty());
      for (int i = 0; i < 20_000; i++) {
        queues.send("queue", "x");
        queues.delete(receive(queues, "queue").get(0).receipt());
      }
      queues.send("queue", "last");
    }
    try (var lines = Files.lines(journal())) {
      assertThat(lines.count()).isLessThan(20_000);
    }
    try (LocalQueues queues = open()) {
      assertThat(bodies(receive(queues, "queue"))).containsExactly("last");
      assertThat(bodies(receive(queues, "orders.fifo"))).containsExactly("kept");
    }
  }

  @Test
  void messagesOfAQueueNoLongerDeclaredAreKept() throws Exception {
    try (LocalQueues queues = open()) {
      queues.send("queue", "kept");
    }
    LocalQueues.open(folder, List.of(DEAD), SqsEndpoint.ADDRESSES, clock).close();

    try (LocalQueues queues = open()) {
      assertThat(bodies(receive(queues, "queue"))).containsExactly("kept");
    }
  }

  @Test
  void deadLetterQueueMustBeDeclared() {
    assertThatThrownBy(() -> LocalQueues.open(folder, List.of(QUEUE), SqsEndpoint.ADDRESSES, clock))
        .hasMessage(
            "Queue queue: its dead-letter queue dead must be declared, and FIFO exactly if queue"
                + " is");
    assertThat(folder.resolve("queues.lock")).exists();
    open().close();
  }

  @Test
  void messagesInFlightAreLimited() throws Exception {
    try (LocalQueues queues = open()) {
      for (int i = 0; i <= LocalQueues.MAXIMUM_IN_FLIGHT; i++) {
        queues.send("queue", "x");
      }
      queues.receive("queue", LocalQueues.MAXIMUM_IN_FLIGHT, Optional.empty(), Duration.ZERO);

      assertThatThrownBy(() -> receive(queues, "queue"))
          .hasMessage("Too many messages in flight: the limit is 120000.");
    }
  }

  @Test
  void settingsOutOfBoundsAreRefused() {
    assertThatThrownBy(() -> QueueSettings.named("queue").withVisibilityTimeout(Duration.ofDays(1)))
        .hasMessage("Queue queue: VisibilityTimeout must be 0 to 43200 seconds, found PT24H");
    assertThatThrownBy(() -> QueueSettings.named("a b"))
        .hasMessageStartingWith("Queue name \"a b\" must be up to 80 letters");
  }

  /** The process that is killed: sends without end and prints what was acknowledged. */
  static final class Sending {
    public static void main(String[] arguments) {
      LocalQueues queues = open(Path.of(arguments[0]), InstantSource.system());
      while (true) {
        System.out.println(queues.send("queue", "x".repeat(500)));
      }
    }
  }

  @Test
  void acknowledgedMessagesSurviveAKilledProcess() throws Exception {
    Path output = folder.resolve("acknowledged");
    Process sending =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Sending.class.getName(),
                folder.toString())
            .redirectOutput(output.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    while (sending.isAlive() && Files.size(output) < 1_000 * 37) {
      Thread.sleep(5);
    }
    sending.destroyForcibly().waitFor();
    List<String> acknowledged =
        Files.readAllLines(output).stream().filter(id -> id.length() == 36).toList();

    try (LocalQueues queues = open(folder, InstantSource.system())) {
      assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(1_000);
      assertThat(queues.receive("queue", Integer.MAX_VALUE, Optional.empty(), Duration.ZERO))
          .extracting(ReceivedMessage::id)
          .containsAll(acknowledged);
    }
  }
}
