package io.takewithott.payment.billing;

import io.takewithott.core.envelope.EnvelopeException;
import io.takewithott.core.lambda.Budget;
import io.takewithott.payment.billing.BillingStore.Claimed;
import io.takewithott.payment.billing.BillingStore.Over;
import io.takewithott.payment.bootpay.Bootpay;
import io.takewithott.payment.bootpay.BootpayException;
import io.takewithott.payment.bootpay.BootpayException.Outcome;
import io.takewithott.payment.bootpay.Charge;
import io.takewithott.payment.member.Leaving;
import io.takewithott.payment.member.Memberships;
import io.takewithott.payment.order.Order;
import io.takewithott.payment.order.OrderState;
import io.takewithott.payment.order.Orders;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Charges each month of each membership once. What is not known to have been charged is not charged
 * again before the provider has been asked about it.
 */
public final class Billing {
  private static final Logger LOG = LoggerFactory.getLogger(Billing.class);
  private static final int BATCH = 5;
  private static final int MOST_BATCHES = 1000;
  private static final int MOST_ENDS = 200;
  private static final int MOST_SEALS = 100;

  /** A batch takes no longer, even if the provider is silent. */
  private static final Duration LONGEST_BATCH = Duration.ofSeconds(60);

  private final BillingStore store;
  private final BillingKeyStore keys;
  private final Orders orders;
  private final Memberships memberships;
  private final Bootpay bootpay;
  private final Budget budget;

  public Billing(
      BillingStore store,
      BillingKeyStore keys,
      Orders orders,
      Memberships memberships,
      Bootpay bootpay,
      Budget budget) {
    this.store = store;
    this.keys = keys;
    this.orders = orders;
    this.memberships = memberships;
    this.bootpay = bootpay;
    this.budget = budget;
  }

  /** A scheduled run; how many months were charged for, successfully or not. */
  public int run() {
    for (Over over : store.over(MOST_ENDS)) {
      memberships.end(
          over.membershipId(),
          over.unpaid() ? Leaving.UNPAID : Leaving.EXPIRED,
          standing -> !standing.hasOpenClaim());
    }
    sealOldKeys();
    store.begin();
    int charged = 0;
    for (int i = 0; i < MOST_BATCHES && budget.remaining().compareTo(LONGEST_BATCH) > 0; i++) {
      List<Claimed> claimed = store.claim(0, BATCH);
      claimed.forEach(this::charge);
      charged += claimed.size();
      if (claimed.size() < BATCH) {
        break;
      }
    }
    return charged;
  }

  /** What lies in clear from before keys were sealed; no month waits for it. */
  private void sealOldKeys() {
    try {
      int sealed = MOST_SEALS;
      while (sealed == MOST_SEALS && budget.remaining().compareTo(LONGEST_BATCH) > 0) {
        sealed = keys.sealSome(MOST_SEALS);
      }
    } catch (EnvelopeException unavailable) {
      LOG.atWarn().setCause(unavailable).log("billing keys are sealed another time");
    }
  }

  /** Charges one membership while its member waits; the order, if there was anything to charge. */
  Optional<Order> charge(long membershipId) {
    List<Claimed> claimed = store.claim(membershipId, 1);
    claimed.forEach(this::charge);
    return claimed.stream().findFirst().flatMap(one -> orders.find(one.orderId()));
  }

  private void charge(Claimed claimed) {
    Optional<Order> order =
        orders.find(claimed.orderId()).filter(one -> one.stands() == OrderState.ASKED);
    if (order.isEmpty()) {
      return;
    }
    Optional<String> key;
    try {
      key = keys.key(order.get().userId());
    } catch (EnvelopeException unavailable) {
      // Nobody was asked for anything: it is found not to be charged, and charged again.
      LOG.atWarn()
          .setCause(unavailable)
          .addKeyValue("orderId", order.get().orderId())
          .log("a billing key could not be opened");
      return;
    }
    if (key.isEmpty()) {
      orders.refused(order.get(), "no card is registered");
      return;
    }
    charge(order.get(), key.get());
  }

  private void charge(Order order, String key) {
    try {
      orders.charged(
          order, bootpay.charge(new Charge(key, order.orderId(), order.name(), order.total())));
    } catch (BootpayException failure) {
      LOG.atWarn()
          .setCause(failure)
          .addKeyValue("orderId", order.orderId())
          .addKeyValue("outcome", failure.outcome())
          .log("a month could not be charged");
      if (failure.outcome() == Outcome.REFUSED) {
        orders.refused(order, "the card was refused");
      }
    }
  }
}
