package io.takewithott.payment.settlement;

import io.takewithott.core.lambda.Budget;
import io.takewithott.core.metrics.Measured;
import io.takewithott.core.metrics.Metric;
import io.takewithott.payment.bootpay.Bootpay;
import io.takewithott.payment.bootpay.BootpayException;
import io.takewithott.payment.bootpay.Receipt;
import io.takewithott.payment.order.Orders;
import io.takewithott.payment.settlement.ReconciliationStore.Recent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares the ledger with the provider's receipts, order by order. What was paid too late, or
 * twice, is given back; what is not explained is noted and raises an alarm.
 */
public final class Reconciliation {
  private static final Logger LOG = LoggerFactory.getLogger(Reconciliation.class);
  private static final int PAGE = 50;
  private static final int MOST_PAGES = 1000;
  private static final Duration RESERVE = Duration.ofSeconds(45);

  private final ReconciliationStore store;
  private final Orders orders;
  private final Bootpay bootpay;
  private final Budget budget;

  public Reconciliation(ReconciliationStore store, Orders orders, Bootpay bootpay, Budget budget) {
    this.store = store;
    this.orders = orders;
    this.bootpay = bootpay;
    this.budget = budget;
  }

  /** A scheduled run. */
  public Report run() {
    Report report = compareAll();
    LOG.atInfo()
        .addKeyValue("compared", report.compared())
        .addKeyValue(
            Measured.KEY,
            Measured.of(Metric.ORDERS_DIFFERING, report.differences())
                .and(Metric.LEDGER_IMBALANCE, store.imbalance()))
        .log("the ledger was compared with the provider");
    return report;
  }

  private Report compareAll() {
    int compared = 0;
    int differences = 0;
    String after = "";
    for (int i = 0; i < MOST_PAGES; i++) {
      List<Recent> page = store.recent(after, PAGE);
      List<String> agreed = new ArrayList<>();
      for (Recent recent : page) {
        if (budget.remaining().compareTo(RESERVE) < 0) {
          return new Report(compared, differences);
        }
        Outcome outcome = compare(recent);
        if (outcome == Outcome.AGREED) {
          agreed.add(recent.orderId());
        }
        differences += outcome == Outcome.DIFFERENT ? 1 : 0;
        compared++;
        after = recent.orderId();
      }
      if (!agreed.isEmpty()) {
        store.agreed(agreed);
      }
      if (page.size() < PAGE) {
        break;
      }
    }
    return new Report(compared, differences);
  }

  private Outcome compare(Recent recent) {
    List<Receipt> receipts;
    try {
      receipts = bootpay.ofOrder(recent.orderId());
    } catch (BootpayException failure) {
      LOG.atWarn()
          .setCause(failure)
          .addKeyValue("orderId", recent.orderId())
          .log("an order could not be compared");
      return Outcome.UNKNOWN;
    }
    long theirs =
        receipts.stream()
            .filter(receipt -> receipt.isWon() && receipt.hasTaken())
            .mapToLong(receipt -> receipt.held().amount())
            .sum();
    if (theirs == recent.held()) {
      return Outcome.AGREED;
    }
    receipts.forEach(receipt -> orders.observe(recent.orderId(), receipt));
    if (theirs > recent.held()) {
      // More than we know of: it was paid late, or twice, and is on its way back now.
      LOG.atWarn().addKeyValue("orderId", recent.orderId()).log("a late payment was found");
      return Outcome.UNKNOWN;
    }
    store.note(recent.orderId(), "held", recent.held(), theirs);
    LOG.atError()
        .addKeyValue("orderId", recent.orderId())
        .addKeyValue("ours", recent.held())
        .addKeyValue("theirs", theirs)
        .log("the ledger and the provider differ");
    return Outcome.DIFFERENT;
  }

  private enum Outcome {
    AGREED,
    DIFFERENT,
    /** To be compared again. */
    UNKNOWN
  }

  /**
   * @param differences orders of which the provider has less than our ledger says
   */
  public record Report(int compared, int differences) {}
}
