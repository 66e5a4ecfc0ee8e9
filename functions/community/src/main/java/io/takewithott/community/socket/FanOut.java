package io.takewithott.community.socket;

import io.takewithott.core.lambda.Budget;
import io.takewithott.core.metrics.Measured;
import io.takewithott.core.metrics.Metric;
import io.takewithott.core.socket.SocketSender;
import io.takewithott.core.socket.SocketSender.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
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
      measure(threads.invokeAll(tasks, millis, TimeUnit.MILLISECONDS));
      if (!gone.isEmpty()) {
        connections.forget(gone);
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException failure) {
      LOG.atWarn().setCause(failure).log("connections that are gone are still known");
    }
  }

  private static void measure(List<Future<Outcome>> told) {
    long givenUp = told.stream().filter(FanOut::isGivenUp).count();
    if (givenUp > 0) {
      LOG.atWarn()
          .addKeyValue(Measured.KEY, Measured.of(Metric.PUSHES_GIVEN_UP, givenUp))
          .log("connections could not be told");
    }
  }

  private static boolean isGivenUp(Future<Outcome> told) {
    try {
      return told.isCancelled() || told.get() == Outcome.FAILED;
    } catch (ExecutionException defect) {
      return true;
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  @Override
  public void close(String connectionId) {
    sender.close(connectionId);
  }
}
