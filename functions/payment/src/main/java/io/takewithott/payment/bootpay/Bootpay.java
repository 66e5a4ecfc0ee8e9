package io.takewithott.payment.bootpay;

import java.util.List;

/** What we ask the provider for. Every method throws {@link BootpayException}. */
public interface Bootpay {

  Receipt receipt(String receiptId);

  /** The receipts of an order, none if nobody has tried to pay it. */
  List<Receipt> ofOrder(String orderId);

  /** Takes the money that a customer has agreed to; repeated, it is taken once. */
  Receipt approve(String receiptId);

  /** Gives money back; repeated under the same id, it is given once. */
  Receipt cancel(Cancellation cancellation);

  /** What a registration has led to. */
  BillingKey billingKey(String receiptId);

  /** Takes money by a billing key, once for each call. */
  Receipt charge(Charge charge);

  /** Ends a billing key. */
  void forget(String billingKey);
}
