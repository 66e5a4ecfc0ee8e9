package io.takewithott.cloud.sqs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The queues that a template declares, in one process.
 *
 * <p>One lock guards all queues: an operation takes microseconds, and a message moves to its
 * dead-letter queue in one step. Every change is written to the {@link Journal} and then applied;
 * at {@link #open} the journal is applied again and rewritten. Messages of a queue that is no
 * longer declared are kept until their retention ends, in case the declaration comes back.
 *
 * <p>Unlike SQS, which moves an exhausted message at the next receive, these queues move it as soon
 * as anything asks about any queue after its visibility timeout.
 */
public final class LocalQueues implements AutoCloseable {
  /** SQS's limit on the messages of one queue that are received and not deleted. */
  static final int MAXIMUM_IN_FLIGHT = 120_000;

  private static final Duration DEDUPLICATION_WINDOW = Duration.ofMinutes(5);
  private static final Duration PURGE_INTERVAL = Duration.ofSeconds(60);

  /** The journal is rewritten when this many entries say nothing any more. */
  private static final long STALE_ENTRIES = 50_000;

  private final QueueAddresses addresses;
  private final InstantSource clock;
  private final Journal journal;
  private final Set<String> declared;
  private final Map<String, LocalQueue> queues = new TreeMap<>();
  private final Map<String, Long> purgedAtMillis = new HashMap<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private long lastSequence;
  private boolean closed;

  private LocalQueues(
      QueueAddresses addresses,
      InstantSource clock,
      Journal journal,
      Collection<QueueSettings> settings) {
    this.addresses = addresses;
    this.clock = clock;
    this.journal = journal;
    for (QueueSettings queue : settings) {
      if (queues.put(queue.name(), new LocalQueue(queue)) != null) {
        throw new IllegalArgumentException("Queue " + queue.name() + " is declared twice");
      }
    }
    this.declared = new TreeSet<>(queues.keySet());
    settings.forEach(this::checkDeadLetter);
  }

  /** Opens the queues whose journal is in {@code folder}; a new folder holds empty queues. */
  public static LocalQueues open(
      Path folder,
      Collection<QueueSettings> settings,
      QueueAddresses addresses,
      InstantSource clock) {
    try {
      Journal journal = Journal.open(folder);
      try {
        LocalQueues queues = new LocalQueues(addresses, clock, journal, settings);
        journal.replay(queues::apply);
        queues.compact();
        return queues;
      } catch (IOException | RuntimeException e) {
        journal.close();
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  private void checkDeadLetter(QueueSettings settings) {
    if (settings.deadLetter().isEmpty()) {
      return;
    }
    LocalQueue target = queues.get(settings.deadLetter().get().queueName());
    if (target == null || target.settings().fifo() != settings.fifo()) {
      throw new IllegalArgumentException(
          "Queue %s: its dead-letter queue %s must be declared, and FIFO exactly if %s is"
              .formatted(
                  settings.name(), settings.deadLetter().get().queueName(), settings.name()));
    }
  }

  public QueueAddresses addresses() {
    return addresses;
  }

  /** The declared queues' names in order. */
  public List<String> names() {
    return List.copyOf(declared);
  }

  public QueueSettings settings(String queueName) {
    return queue(queueName).settings();
  }

  public QueueDepth depth(String queueName) {
    lock.lock();
    try {
      settle();
      return queue(queueName).depth();
    } finally {
      lock.unlock();
    }
  }

  /** Sends a plain message to a standard queue and returns its id. */
  public String send(String queueName, String body) {
    if (settings(queueName).fifo()) {
      throw new IllegalArgumentException(
          "Queue " + queueName + " is FIFO: its messages need a group and a deduplication id");
    }
    return send(queueName, MessageContent.of(body), Optional.empty()).id();
  }

  /** What a sender is told of a message; the content of an ignored duplicate is not kept. */
  record Sent(String id, long sequence) {}

  Sent send(String queueName, MessageContent content, Optional<Duration> delay) {
    lock.lock();
    try {
      settle();
      LocalQueue queue = queue(queueName);
      long now = clock.millis();
      Optional<JournalEntry.Accepted> duplicate = duplicate(queue, content, now);
      if (duplicate.isPresent()) {
        return new Sent(duplicate.get().id(), duplicate.get().sequence());
      }
      StoredMessage message =
          new StoredMessage(
              UUID.randomUUID().toString(),
              lastSequence + 1,
              now,
              content,
              Delivery.pending(now + delay.orElse(queue.settings().delay()).toMillis()),
              null);
      commit(new JournalEntry.Stored(queueName, message));
      rememberAccepted(queue, message);
      return new Sent(message.id(), message.sequence());
    } finally {
      lock.unlock();
    }
  }

  private static Optional<JournalEntry.Accepted> duplicate(
      LocalQueue queue, MessageContent content, long now) {
    return queue.settings().fifo() && content.deduplicationId() != null
        ? queue.acceptedBefore(content.deduplicationId(), now)
        : Optional.empty();
  }

  private void rememberAccepted(LocalQueue queue, StoredMessage message) {
    String deduplicationId = message.content().deduplicationId();
    if (queue.settings().fifo() && deduplicationId != null) {
      commit(
          new JournalEntry.Accepted(
              queue.settings().name(),
              deduplicationId,
              message.id(),
              message.sequence(),
              message.sentAtMillis() + DEDUPLICATION_WINDOW.toMillis()));
    }
  }

  /**
   * Receives up to {@code maximum} messages, waiting for the first one at most {@code wait}.
   *
   * @param visibility how long the messages stay hidden, or the queue's own timeout if empty
   */
  List<ReceivedMessage> receive(
      String queueName, int maximum, Optional<Duration> visibility, Duration wait)
      throws InterruptedException {
    long deadline = System.nanoTime() + wait.toNanos();
    lock.lockInterruptibly();
    try {
      LocalQueue queue = queue(queueName);
      Duration hidden = visibility.orElse(queue.settings().visibilityTimeout());
      while (true) {
        List<ReceivedMessage> received = take(queue, maximum, hidden);
        long remaining = deadline - System.nanoTime();
        if (!received.isEmpty() || remaining <= 0 || closed) {
          return received;
        }
        long unused = changed.awaitNanos(Math.min(remaining, nanosUntilDue()));
      }
    } finally {
      lock.unlock();
    }
  }

  private List<ReceivedMessage> take(LocalQueue queue, int maximum, Duration hidden) {
    settle();
    if (queue.inFlight() >= MAXIMUM_IN_FLIGHT) {
      throw new SqsException(
          SqsError.OVER_LIMIT,
          "Too many messages in flight: the limit is " + MAXIMUM_IN_FLIGHT + ".");
    }
    String name = queue.settings().name();
    long now = clock.millis();
    List<ReceivedMessage> received = new ArrayList<>();
    for (StoredMessage message : queue.next(maximum)) {
      Delivery delivery = message.delivery().received(now, now + hidden.toMillis());
      commit(new JournalEntry.Delivered(name, message.id(), delivery));
      received.add(
          new ReceivedMessage(
              message.with(delivery), new Receipt(name, message.id(), delivery.receives())));
    }
    return received;
  }

  /**
   * A message may become visible, in any queue, with no one calling: until then nothing changes.
   */
  private long nanosUntilDue() {
    long due =
        queues.values().stream()
            .flatMapToLong(queue -> queue.nextDueMillis().stream())
            .min()
            .orElse(Long.MAX_VALUE);
    if (due == Long.MAX_VALUE) {
      return Long.MAX_VALUE;
    }
    return TimeUnit.MILLISECONDS.toNanos(Math.max(1, due - clock.millis()));
  }

  /**
   * Deletes a message for the consumer that received it last. A receipt of an earlier delivery
   * deletes nothing, because another consumer may be at work on the message.
   */
  void delete(Receipt receipt) {
    lock.lock();
    try {
      settle();
      LocalQueue queue = queue(receipt.queueName());
      Optional<StoredMessage> message = queue.find(receipt.messageId());
      if (message.isPresent() && message.get().delivery().receives() == receipt.receives()) {
        commit(new JournalEntry.Removed(receipt.queueName(), receipt.messageId()));
      }
    } finally {
      lock.unlock();
    }
  }

  /** Hides a message in flight for {@code timeout} from now; zero makes it visible at once. */
  void changeVisibility(Receipt receipt, Duration timeout) {
    lock.lock();
    try {
      settle();
      long now = clock.millis();
      StoredMessage message =
          queue(receipt.queueName())
              .find(receipt.messageId())
              .orElseThrow(
                  () ->
                      SqsException.invalidParameter(
                          "ReceiptHandle",
                          receipt.handle(),
                          "Message does not exist or is not available for visibility timeout"
                              + " change."));
      Delivery delivery = message.delivery();
      if (delivery.visibleAtMillis() <= now || delivery.receives() != receipt.receives()) {
        throw new SqsException(
            SqsError.MESSAGE_NOT_IN_FLIGHT, "The message referred to isn't in flight.");
      }
      commit(
          new JournalEntry.Delivered(
              receipt.queueName(),
              receipt.messageId(),
              delivery.visibleAt(now + timeout.toMillis())));
    } finally {
      lock.unlock();
    }
  }

  void purge(String queueName) {
    lock.lock();
    try {
      queue(queueName);
      long now = clock.millis();
      Long last = purgedAtMillis.get(queueName);
      if (last != null && now - last < PURGE_INTERVAL.toMillis()) {
        throw new SqsException(
            SqsError.PURGE_QUEUE_IN_PROGRESS,
            "Only one PurgeQueue operation on " + queueName + " is allowed every 60 seconds.");
      }
      commit(new JournalEntry.Purged(queueName));
      purgedAtMillis.put(queueName, now);
    } finally {
      lock.unlock();
    }
  }

  private LocalQueue queue(String name) {
    LocalQueue queue = queues.get(name);
    if (queue == null || !declared.contains(name)) {
      throw new SqsException(
          SqsError.QUEUE_DOES_NOT_EXIST, "The specified queue does not exist: " + name + ".");
    }
    return queue;
  }

  /** Lets time pass: messages expire, are dead-lettered, or become visible. */
  private void settle() {
    long now = clock.millis();
    for (LocalQueue queue : queues.values()) {
      String name = queue.settings().name();
      for (StoredMessage message : queue.expired(now)) {
        commit(new JournalEntry.Removed(name, message.id()));
      }
      for (StoredMessage message : queue.exhausted(now)) {
        String target = queue.settings().deadLetter().orElseThrow().queueName();
        commit(new JournalEntry.DeadLettered(name, message.id(), target));
      }
    }
    queues.values().forEach(queue -> queue.show(now));
  }

  private void commit(JournalEntry entry) {
    if (closed) {
      throw new IllegalStateException("The queues are closed");
    }
    journal.append(entry);
    apply(entry);
    changed.signalAll();
    if (journal.entries() > STALE_ENTRIES && journal.entries() > 4L * liveEntries()) {
      compactOrKeep();
    }
  }

  private void apply(JournalEntry entry) {
    LocalQueue queue = queueOrUndeclared(entry.queue());
    if (entry instanceof JournalEntry.Stored stored) {
      lastSequence = Math.max(lastSequence, stored.message().sequence());
      queue.add(stored.message());
    } else if (entry instanceof JournalEntry.Delivered delivered) {
      queue.change(delivered.id(), delivered.delivery());
    } else if (entry instanceof JournalEntry.Removed removed) {
      Optional<StoredMessage> unused = queue.remove(removed.id());
    } else if (entry instanceof JournalEntry.DeadLettered moved) {
      queue
          .remove(moved.id())
          .map(message -> message.deadLetteredFrom(moved.queue()))
          .ifPresent(queueOrUndeclared(moved.to())::add);
    } else if (entry instanceof JournalEntry.Purged) {
      queue.purge();
    } else if (entry instanceof JournalEntry.Accepted accepted) {
      lastSequence = Math.max(lastSequence, accepted.sequence());
      queue.accept(accepted);
    }
  }

  private LocalQueue queueOrUndeclared(String name) {
    return queues.computeIfAbsent(name, n -> new LocalQueue(QueueSettings.named(n)));
  }

  private long liveEntries() {
    return queues.values().stream().mapToLong(queue -> queue.messages().size()).sum();
  }

  private void compactOrKeep() {
    try {
      compact();
    } catch (IOException e) {
      throw new UncheckedIOException("The queues' journal cannot be rewritten", e);
    }
  }

  private void compact() throws IOException {
    List<JournalEntry> state = new ArrayList<>();
    queues.values().forEach(queue -> state.addAll(queue.state()));
    journal.rewrite(state);
  }

  /** Ends every wait; messages stay for the next {@link #open}. */
  @Override
  public void close() {
    lock.lock();
    try {
      if (!closed) {
        closed = true;
        changed.signalAll();
        journal.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The queues' journal could not be closed", e);
    } finally {
      lock.unlock();
    }
  }
}
