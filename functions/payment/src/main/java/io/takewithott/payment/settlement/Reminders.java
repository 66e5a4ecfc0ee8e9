package io.takewithott.payment.settlement;

import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.http.RouteHandler;
import io.takewithott.core.queue.MessageQueue;
import io.takewithott.core.queue.QueueException;
import io.takewithott.payment.money.Today;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Messages that have {@link Recovery} run when something that was begun may be due: nothing else
 * wakes the database for it. A message that is lost is made up for by the daily runs.
 */
public final class Reminders {
  private static final Logger LOG = LoggerFactory.getLogger(Reminders.class);

  /** When a seat that was locked is nobody's any more, and what was asked has an outcome. */
  private static final Duration AFTER_A_REQUEST = Duration.ofMinutes(11);

  /** The longest that SQS keeps a message back; for more it is sent again. */
  private static final Duration LONGEST_DELAY = Duration.ofMinutes(15);

  /** The queue counts whole seconds, and a message may come a little early. */
  private static final Duration EARLY = Duration.ofSeconds(5);

  private static final String RECOVER = "recover";

  private final Optional<MessageQueue> queue;
  private final Today today;

  /**
   * @param queue nobody is reminded without one
   */
  public Reminders(Optional<MessageQueue> queue, Today today) {
    this.queue = queue;
    this.today = today;
  }

  /** The handler of a route that may leave something open, also where it fails half way. */
  public RouteHandler after(RouteHandler handler) {
    return request -> {
      boolean open = true;
      try {
        return handler.handle(request);
      } catch (AppException refused) {
        open = refused.code() == ErrorCode.PAYMENT_FAILED || refused.code().status() >= 500;
        throw refused;
      } finally {
        if (open) {
          at(today.now().plus(AFTER_A_REQUEST));
        }
      }
    };
  }

  /** Whether it is time for what a message is about; if not, it is sent on. */
  public boolean isDue(Reminder reminder) {
    Instant due = Instant.ofEpochSecond(reminder.notBefore());
    if (due.minus(EARLY).isAfter(today.now())) {
      at(due);
      return false;
    }
    return true;
  }

  public void at(Instant due) {
    Duration delay = Duration.between(today.now(), due);
    Duration allowed = delay.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : delay;
    try {
      queue.ifPresent(
          open ->
              open.send(
                  new Reminder(RECOVER, due.getEpochSecond()),
                  (int) Math.max(0, allowed.toSeconds())));
    } catch (QueueException failure) {
      LOG.atWarn().setCause(failure).log("what was begun is looked after by the daily runs");
    }
  }

  /**
   * @param notBefore when it is due, in seconds since 1970
   */
  public record Reminder(String run, long notBefore) {}
}
