package io.takewithott.cloud.sqs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers a queue's messages to a function as Lambda does: one thread polls, up to the maximum
 * concurrency of batches are worked on. What the function dealt with is deleted; the rest becomes
 * visible again when the queue's visibility timeout ends, and is dead-lettered by the queue when it
 * came back too often.
 */
public final class EventSourceMapping implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(EventSourceMapping.class);

  /** Waiting costs nothing and ends at once when a message arrives. */
  private static final Duration POLL = Duration.ofSeconds(20);

  private static final Duration PAUSE_AFTER_FAILED_POLL = Duration.ofSeconds(1);

  /** An invocation that runs on after this is interrupted; its messages will be delivered again. */
  private static final Duration CLOSE_GRACE = Duration.ofSeconds(2);

  /** Lambda's limit on an event, less room for what surrounds the bodies. */
  private static final int MAXIMUM_EVENT_BYTES = 6 * 1024 * 1024 - 256 * 1024;

  private final LocalQueues queues;
  private final EventSourceSettings settings;
  private final QueueSettings queue;
  private final EventTarget target;
  private final Semaphore idle;
  private final ExecutorService workers;
  private final Thread poller;
  private volatile boolean closed;

  private EventSourceMapping(LocalQueues queues, EventSourceSettings settings, EventTarget target) {
    this.queues = queues;
    this.settings = settings;
    this.queue = queues.settings(settings.queueName());
    this.target = target;
    this.idle = new Semaphore(settings.maximumConcurrency());
    this.workers =
        Executors.newCachedThreadPool(task -> daemon(task, settings.queueName() + "-event-source"));
    this.poller = daemon(this::poll, settings.queueName() + "-poller");
  }

  /** Starts to deliver; {@code target} is called from several threads. */
  public static EventSourceMapping start(
      LocalQueues queues, EventSourceSettings settings, EventTarget target) {
    EventSourceMapping mapping = new EventSourceMapping(queues, settings, target);
    mapping.poller.start();
    return mapping;
  }

  private static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }

  private void poll() {
    while (!closed) {
      try {
        idle.acquire();
        boolean handedOver = false;
        try {
          List<ReceivedMessage> batch = gather();
          if (!batch.isEmpty()) {
            workers.execute(() -> work(batch));
            handedOver = true;
          }
        } finally {
          if (!handedOver) {
            idle.release();
          }
        }
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        pauseAfter(e);
      }
    }
  }

  private void pauseAfter(RuntimeException failure) {
    if (closed) {
      return;
    }
    log.error("Queue {} cannot be polled; trying again", settings.queueName(), failure);
    try {
      Thread.sleep(PAUSE_AFTER_FAILED_POLL.toMillis());
    } catch (InterruptedException e) {
      closed = true;
    }
  }

  /** Waits for a first message, then for more until the batch is full or its window has passed. */
  private List<ReceivedMessage> gather() throws InterruptedException {
    List<ReceivedMessage> batch = new ArrayList<>(receive(settings.batchSize(), POLL));
    if (batch.isEmpty()) {
      return batch;
    }
    try {
      fill(batch);
      return batch;
    } catch (InterruptedException e) {
      batch.forEach(message -> queues.changeVisibility(message.receipt(), Duration.ZERO));
      throw e;
    }
  }

  private void fill(List<ReceivedMessage> batch) throws InterruptedException {
    long deadline = System.nanoTime() + settings.maximumBatchingWindow().toNanos();
    long remaining = settings.maximumBatchingWindow().toNanos();
    while (batch.size() < settings.batchSize() && remaining > 0) {
      batch.addAll(receive(settings.batchSize() - batch.size(), Duration.ofNanos(remaining)));
      remaining = deadline - System.nanoTime();
    }
  }

  private List<ReceivedMessage> receive(int maximum, Duration wait) throws InterruptedException {
    return queues.receive(settings.queueName(), maximum, Optional.empty(), wait);
  }

  private void work(List<ReceivedMessage> batch) {
    try {
      for (List<ReceivedMessage> event : events(batch)) {
        deliver(event);
      }
    } catch (RuntimeException e) {
      log.error("Queue {} cannot be settled after a delivery", settings.queueName(), e);
    } finally {
      idle.release();
    }
  }

  /** Splits a batch where it would make an event larger than Lambda allows. */
  private static List<List<ReceivedMessage>> events(List<ReceivedMessage> batch) {
    List<List<ReceivedMessage>> events = new ArrayList<>();
    List<ReceivedMessage> event = new ArrayList<>();
    int size = 0;
    for (ReceivedMessage message : batch) {
      int added = Messages.size(message.message().content());
      if (size + added > MAXIMUM_EVENT_BYTES) {
        events.add(event);
        event = new ArrayList<>();
        size = 0;
      }
      event.add(message);
      size += added;
    }
    events.add(event);
    return events;
  }

  private void deliver(List<ReceivedMessage> batch) {
    Set<String> failed = invoke(batch);
    for (ReceivedMessage message : batch) {
      if (!failed.contains(message.id())) {
        queues.delete(message.receipt());
      }
    }
  }

  /** Invokes the function and returns the ids of the messages that it did not deal with. */
  private Set<String> invoke(List<ReceivedMessage> batch) {
    Set<String> ids = new HashSet<>();
    batch.forEach(message -> ids.add(message.id()));
    byte[] response;
    try {
      response = target.invoke(SqsEvent.of(batch, queue, queues.addresses()));
    } catch (Exception e) {
      if (e instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      log.warn(
          "Function failed on {} message(s) of queue {}; they become visible again in {} s",
          batch.size(),
          queue.name(),
          queue.visibilityTimeout().toSeconds(),
          e);
      return ids;
    }
    Set<String> failed =
        settings.reportBatchItemFailures() ? BatchResponse.failedIds(response, ids) : Set.of();
    if (!failed.isEmpty()) {
      log.warn(
          "Function reported {} of {} message(s) of queue {} as failed",
          failed.size(),
          batch.size(),
          queue.name());
    }
    return failed;
  }

  /** Stops polling at once and gives running invocations a moment to finish. */
  @Override
  public void close() {
    closed = true;
    poller.interrupt();
    try {
      poller.join();
      workers.shutdown();
      if (!workers.awaitTermination(CLOSE_GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
        List<Runnable> unused = workers.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      List<Runnable> unused = workers.shutdownNow();
    }
  }
}
