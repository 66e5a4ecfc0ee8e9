package io.takewithott.community.socket;

import io.takewithott.core.lambda.Budget;
import io.takewithott.core.socket.SocketSender;
import io.takewithott.core.socket.SocketSender.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes to many connections at once, within a time, and forgets those that are gone. */
public final class FanOut implements Deliveries {
  private static final Logger LOG = LoggerFactory.getLogger(FanOut.class);

  /** One that does not answer keeps nobody waiting longer. */
  private static final Duration LONGEST = Duration.ofSeconds(4);

  private final SocketSender sender;
  private final ConnectionStore connections;
  private final ExecutorService threads;
  private final Budget budget;

  public FanOut(
      SocketSender sender, ConnectionStore connections, ExecutorService threads, Budget budget) {
    this.sender = sender;
    this.connections = connections;
    this.threads = threads;
    this.budget = budget;
  }

  @Override
  public void deliver(List<Delivery> deliveries) {
    Queue<String> gone = new ConcurrentLinkedQueue<>();
    List<Callable<Outcome>> tasks = new ArrayList<>();
    for (Delivery delivery : deliveries) {
      tasks.add(
          () -> {
            Outcome outcome = sender.send(delivery.connectionId(), delivery.message());
            if (outcome == Outcome.GONE) {
              gone.add(delivery.connectionId());
            }
            return outcome;
          });
    }
    try {
      Duration left = budget.remaining();
      long millis = (left.compareTo(LONGEST) < 0 ? left : LONGEST).toMillis();
      threads.invokeAll(tasks, millis, java.util.concurrent.TimeUnit.MILLISECONDS);
      if (!gone.isEmpty()) {
        connections.forget(gone);
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException failure) {
      LOG.atWarn().setCause(failure).log("connections that are gone are still known");
    }
  }

  @Override
  public void close(String connectionId) {
    sender.close(connectionId);
  }
}
