package io.takewithott.payment.refund;

import io.takewithott.core.database.DatabaseException;
import io.takewithott.core.lambda.Budget;
import io.takewithott.core.metrics.Measured;
import io.takewithott.core.metrics.Metric;
import io.takewithott.payment.bootpay.Bootpay;
import io.takewithott.payment.bootpay.BootpayException;
import io.takewithott.payment.bootpay.Cancellation;
import io.takewithott.payment.bootpay.Receipt;
import io.takewithott.payment.money.Today;
import io.takewithott.payment.refund.RefundStore.Due;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives back what was decided. A payment's refunds are made one after another, so the receipt
 * itself says whether one has been done: it is read first, and what is missing is asked for under
 * an id that the provider does once.
 */
public final class Refunds {
  private static final Logger LOG = LoggerFactory.getLogger(Refunds.class);
  private static final int BATCH = 5;
  private static final int MOST_BATCHES = 200;

  /** A batch takes no longer, even if the provider is silent. */
  private static final Duration LONGEST_BATCH = Duration.ofSeconds(100);

  private static final Duration FIRST_WAIT = Duration.ofMinutes(10);

  /** Ten minutes doubled eight times are two days; then somebody has to look. */
  private static final int MOST_DOUBLINGS = 8;

  private final RefundStore store;
  private final Bootpay bootpay;
  private final Budget budget;
  private final Today today;

  public Refunds(RefundStore store, Bootpay bootpay, Budget budget, Today today) {
    this.store = store;
    this.bootpay = bootpay;
    this.budget = budget;
    this.today = today;
  }

  /** A scheduled run; how many were given back. */
  public int run() {
    int done = 0;
    for (int i = 0; i < MOST_BATCHES && budget.remaining().compareTo(LONGEST_BATCH) > 0; i++) {
      List<Due> due = store.take(BATCH, today.now());
      done += (int) due.stream().filter(this::giveBack).count();
      if (due.size() < BATCH) {
        break;
      }
    }
    return done;
  }

  /** Tries one while somebody waits; whatever goes wrong is made up for by the schedule. */
  public void runOnce() {
    try {
      store.take(1, today.now()).forEach(this::giveBack);
    } catch (DatabaseException failure) {
      LOG.atWarn().setCause(failure).log("a refund was left for the schedule");
    }
  }

  private boolean giveBack(Due due) {
    try {
      Receipt receipt = bootpay.receipt(due.receiptId());
      if (!isDone(due, receipt)) {
        receipt =
            bootpay.cancel(
                new Cancellation(
                    due.receiptId(), due.refundId(), due.amount(), "refund " + due.refundId()));
      }
      if (isDone(due, receipt)) {
        store.done(due, today.now());
        return true;
      }
      return later(due, null);
    } catch (BootpayException failure) {
      return later(due, failure);
    }
  }

  private static boolean isDone(Due due, Receipt receipt) {
    return due.amount().isNone()
        ? receipt.held().isNone()
        : receipt.cancelled().compareTo(due.doneBefore().plus(due.amount())) >= 0
            && (!due.whole() || !receipt.hasTaken());
  }

  private boolean later(Due due, @Nullable BootpayException failure) {
    boolean stuck = due.attempts() > MOST_DOUBLINGS;
    int doublings = Math.min(due.attempts() - 1, MOST_DOUBLINGS);
    (stuck ? LOG.atError() : LOG.atWarn())
        .setCause(failure)
        .addKeyValue("refundId", due.refundId())
        .addKeyValue("attempts", due.attempts())
        .addKeyValue(Measured.KEY, Measured.of(Metric.REFUNDS_STUCK, stuck ? 1 : 0))
        .log("a refund could not be made yet");
    store.later(due, today.now().plus(FIRST_WAIT.multipliedBy(1L << doublings)));
    return false;
  }
}
