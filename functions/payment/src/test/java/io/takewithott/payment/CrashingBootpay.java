package io.takewithott.payment;

import io.takewithott.payment.bootpay.BillingKey;
import io.takewithott.payment.bootpay.Bootpay;
import io.takewithott.payment.bootpay.Cancellation;
import io.takewithott.payment.bootpay.Charge;
import io.takewithott.payment.bootpay.Receipt;
import java.util.List;

/** The provider, asked by a process that may die. */
record CrashingBootpay(Bootpay bootpay, CrashPoint crash) implements Bootpay {
  @Override
  public Receipt receipt(String receiptId) {
    return crash.call(() -> bootpay.receipt(receiptId));
  }

  @Override
  public List<Receipt> ofOrder(String orderId) {
    return crash.call(() -> bootpay.ofOrder(orderId));
  }

  @Override
  public Receipt approve(String receiptId) {
    return crash.call(() -> bootpay.approve(receiptId));
  }

  @Override
  public Receipt cancel(Cancellation cancellation) {
    return crash.call(() -> bootpay.cancel(cancellation));
  }

  @Override
  public BillingKey billingKey(String receiptId) {
    return crash.call(() -> bootpay.billingKey(receiptId));
  }

  @Override
  public Receipt charge(Charge charge) {
    return crash.call(() -> bootpay.charge(charge));
  }

  @Override
  public void forget(String billingKey) {
    crash.call(
        () -> {
          bootpay.forget(billingKey);
          return true;
        });
  }
}
