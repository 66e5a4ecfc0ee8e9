package io.takewithott.payment.order;

import io.takewithott.payment.bootpay.Receipt;

/** What a receipt means for an order: a table, and nothing else decides. */
enum Verdict {
  /** Nothing is decided yet. */
  WAIT,
  /** The customer agreed to just this: take it. */
  APPROVE,
  /** It is paid. */
  PAY,
  /** Nothing was taken, and nothing will be. */
  FAIL,
  /** Something was taken that we do not want. */
  RETURN,
  /** It is of another order. */
  FOREIGN;

  static Verdict of(Order order, Receipt receipt) {
    if (!receipt.orderId().equals(order.orderId())) {
      return FOREIGN;
    }
    boolean fits = receipt.isFor(order.orderId(), order.total());
    return switch (receipt.status()) {
      case UNDER_WAY -> WAIT;
      case AGREED -> fits ? APPROVE : FAIL;
      case PAID -> fits && receipt.cancelled().isNone() ? PAY : RETURN;
      case CANCELLED -> receipt.hasTaken() ? RETURN : FAIL;
      case FAILED -> FAIL;
    };
  }
}
