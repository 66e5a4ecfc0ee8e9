package io.takewithott.payment.order;

import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.payment.bootpay.Bootpay;
import io.takewithott.payment.bootpay.BootpayException;
import io.takewithott.payment.bootpay.BootpayException.Outcome;
import io.takewithott.payment.bootpay.Receipt;
import io.takewithott.payment.money.Today;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Getting paid. The provider is asked only after the order says so; what came of it is read from
 * its receipt by whoever comes next: the request itself, another one, a notice, or the schedule.
 * None of them needs to know of the others, for every move is conditional on the state it leaves.
 */
public final class Orders {
  private static final Logger LOG = LoggerFactory.getLogger(Orders.class);

  /** Approvals that are tried before the order is given up. */
  private static final int MOST_CHECKS = 6;

  /** A charge that the provider knows nothing of after so long will not come. */
  private static final Duration LATEST_CHARGE = Duration.ofMinutes(10);

  /** A month that could not be charged is charged again after a day and after two more. */
  private static final List<Duration> BACKOFF = List.of(Duration.ofDays(1), Duration.ofDays(2));

  private static final String LATE = "paid too late";

  private final OrderStore store;
  private final Bootpay bootpay;
  private final Today today;

  public Orders(OrderStore store, Bootpay bootpay, Today today) {
    this.store = store;
    this.bootpay = bootpay;
    this.today = today;
  }

  /** An order of the caller's. */
  public Order owned(long userId, String orderId) {
    return store
        .find(orderId)
        .filter(order -> order.userId() == userId)
        .orElseThrow(() -> new AppException(ErrorCode.NOT_FOUND, "There is no such order"));
  }

  /** The customer says that they agreed; the receipt says to what. */
  public Order confirm(long userId, String orderId, String receiptId) {
    Order order = owned(userId, orderId);
    if (order.stands() == OrderState.ASKED) {
      return resolve(order);
    }
    if (order.stands() != OrderState.AWAITING) {
      return order;
    }
    Receipt receipt = read(receiptId);
    Verdict verdict = Verdict.of(order, receipt);
    if (verdict == Verdict.FOREIGN) {
      throw new AppException(ErrorCode.INVALID_VALUE, "The receipt is of another order");
    }
    if (verdict == Verdict.APPROVE) {
      if (store.ask(order, receiptId)) {
        approve(order, receiptId);
      } else {
        store.drop(order);
      }
    } else {
      settle(order, receipt, verdict);
    }
    return current(order);
  }

  /** What is known of an order now; looks the outcome up if that is due. */
  public Order resolve(Order order) {
    if (order.stands() == OrderState.ASKED && store.take(order)) {
      try {
        lookUp(order);
      } catch (BootpayException failure) {
        unknown(order, failure);
      }
      return current(order);
    }
    return order;
  }

  /** Takes note of a receipt, wherever it was found. */
  public void observe(String orderId, Receipt receipt) {
    store.find(orderId).ifPresent(order -> settle(order, receipt, Verdict.of(order, receipt)));
  }

  /** A charge by billing key was answered. */
  public void charged(Order order, Receipt receipt) {
    settle(order, receipt, Verdict.of(order, receipt));
  }

  /** A charge by billing key was refused, or could not be asked for at all. */
  public void refused(Order order, String reason) {
    store.fail(order, reason, again(order));
  }

  public Optional<Order> find(String orderId) {
    return store.find(orderId);
  }

  public OrderStore store() {
    return store;
  }

  private void lookUp(Order order) {
    String receiptId = order.receiptId();
    if (order.isJoin() && receiptId != null) {
      Receipt receipt = bootpay.receipt(receiptId);
      Verdict verdict = Verdict.of(order, receipt);
      if (verdict != Verdict.APPROVE) {
        settle(order, receipt, verdict);
      } else if (order.checks() < MOST_CHECKS) {
        approve(order, receiptId);
      } else {
        store.fail(order, "not approved", Optional.empty());
      }
      return;
    }
    List<Receipt> receipts = bootpay.ofOrder(order.orderId());
    receipts.forEach(receipt -> observe(order.orderId(), receipt));
    Instant latest = Instant.ofEpochSecond(order.askedSeconds()).plus(LATEST_CHARGE);
    if (receipts.isEmpty() && !today.now().isBefore(latest)) {
      store.fail(order, "not charged", again(order));
    }
  }

  private void approve(Order order, String receiptId) {
    try {
      Receipt receipt = bootpay.approve(receiptId);
      settle(order, receipt, Verdict.of(order, receipt));
    } catch (BootpayException failure) {
      if (failure.outcome() == Outcome.REFUSED) {
        turnedDown(order, receiptId);
      } else {
        unknown(order, failure);
      }
    }
  }

  /** A refusal may be the answer to a second approval, so the receipt has the last word. */
  private void turnedDown(Order order, String receiptId) {
    try {
      Receipt receipt = bootpay.receipt(receiptId);
      Verdict verdict = Verdict.of(order, receipt);
      settle(order, receipt, verdict == Verdict.APPROVE ? Verdict.FAIL : verdict);
    } catch (BootpayException failure) {
      unknown(order, failure);
    }
  }

  private void settle(Order order, Receipt receipt, Verdict verdict) {
    switch (verdict) {
      case PAY -> pay(order, receipt);
      case RETURN -> giveBack(order, receipt, "not what was asked for");
      case FAIL -> {
        // Another receipt of the same order may still be paid.
        if (order.receiptId() == null || order.receiptId().equals(receipt.receiptId())) {
          store.fail(order, "refused", again(order));
        }
      }
      case WAIT, APPROVE, FOREIGN -> {}
    }
  }

  private void pay(Order order, Receipt receipt) {
    if (isKnown(order, receipt)) {
      return;
    }
    if (!store.pay(order, receipt)) {
      Order now = current(order);
      if (!isKnown(now, receipt)) {
        giveBack(now, receipt, LATE);
      }
    }
  }

  /** Whether the order has been settled by this very receipt. */
  private static boolean isKnown(Order order, Receipt receipt) {
    boolean settled =
        switch (order.stands()) {
          case PAID, RETURNING, RETURNED -> true;
          case AWAITING, ASKED, FAILED, EXPIRED -> false;
        };
    return settled && receipt.receiptId().equals(order.receiptId());
  }

  private void giveBack(Order order, Receipt receipt, String reason) {
    if (isKnown(order, receipt)) {
      return;
    }
    LOG.atWarn()
        .addKeyValue("orderId", order.orderId())
        .addKeyValue("reason", reason)
        .log("a payment is given back");
    if (!store.giveBack(order, receipt, reason, again(order))) {
      Order now = current(order);
      if (!isKnown(now, receipt)) {
        store.giveBackTwin(now, receipt);
      }
    }
  }

  private Optional<Instant> again(Order order) {
    int tries = Math.max(1, order.tries());
    return tries > BACKOFF.size()
        ? Optional.empty()
        : Optional.of(today.now().plus(BACKOFF.get(tries - 1)));
  }

  private Order current(Order order) {
    return store.find(order.orderId()).orElse(order);
  }

  private Receipt read(String receiptId) {
    try {
      return bootpay.receipt(receiptId);
    } catch (BootpayException failure) {
      if (failure.outcome() == Outcome.REFUSED) {
        throw new AppException(ErrorCode.INVALID_VALUE, "There is no such receipt");
      }
      throw new AppException(
          ErrorCode.UNAVAILABLE,
          "The payment provider does not answer; nothing was taken, try again in a moment",
          java.util.Map.of(),
          failure);
    }
  }

  private static void unknown(Order order, BootpayException failure) {
    LOG.atWarn()
        .setCause(failure)
        .addKeyValue("orderId", order.orderId())
        .log("the outcome of a payment is looked up later");
  }
}
