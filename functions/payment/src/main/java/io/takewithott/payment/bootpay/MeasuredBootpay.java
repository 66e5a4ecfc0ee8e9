package io.takewithott.payment.bootpay;

import io.takewithott.core.metrics.Measured;
import io.takewithott.core.metrics.Metric;
import io.takewithott.payment.bootpay.BootpayException.Outcome;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The provider, with a count of what it did not do. A refusal is a card's where money was to move;
 * of a question it is only an answer.
 */
public record MeasuredBootpay(Bootpay bootpay) implements Bootpay {
  private static final Logger LOG = LoggerFactory.getLogger(MeasuredBootpay.class);
  private static final String DECLINED = "Declined";
  private static final String PROVIDER_DOWN = "ProviderDown";

  @Override
  public Receipt receipt(String receiptId) {
    return asked("receipt", () -> bootpay.receipt(receiptId));
  }

  @Override
  public List<Receipt> ofOrder(String orderId) {
    return asked("ofOrder", () -> bootpay.ofOrder(orderId));
  }

  @Override
  public Receipt approve(String receiptId) {
    return moved("approve", () -> bootpay.approve(receiptId));
  }

  @Override
  public Receipt cancel(Cancellation cancellation) {
    return moved("cancel", () -> bootpay.cancel(cancellation));
  }

  @Override
  public BillingKey billingKey(String receiptId) {
    return asked("billingKey", () -> bootpay.billingKey(receiptId));
  }

  @Override
  public Receipt charge(Charge charge) {
    return moved("charge", () -> bootpay.charge(charge));
  }

  @Override
  public void forget(String billingKey) {
    asked(
        "forget",
        () -> {
          bootpay.forget(billingKey);
          return true;
        });
  }

  private static <T> T asked(String what, Supplier<T> call) {
    try {
      return call.get();
    } catch (BootpayException failure) {
      if (failure.outcome() != Outcome.REFUSED) {
        count(what, failure, PROVIDER_DOWN);
      }
      throw failure;
    }
  }

  private static <T> T moved(String what, Supplier<T> call) {
    try {
      return asked(what, call);
    } catch (BootpayException failure) {
      if (failure.outcome() == Outcome.REFUSED) {
        count(what, failure, DECLINED);
      }
      throw failure;
    }
  }

  private static void count(String what, BootpayException failure, String cause) {
    LOG.atInfo()
        .addKeyValue("call", what)
        .addKeyValue("outcome", failure.outcome())
        .addKeyValue(Measured.KEY, Measured.of(Metric.PAYMENT_FAILURES, 1, cause))
        .log("the payment provider did not do what it was asked");
  }
}
