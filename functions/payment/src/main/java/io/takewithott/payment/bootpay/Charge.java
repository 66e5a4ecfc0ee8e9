package io.takewithott.payment.bootpay;

import io.takewithott.payment.money.Won;

/** A payment by billing key; the order id is used for this one attempt alone. */
public record Charge(String billingKey, String orderId, String orderName, Won price) {
  @Override
  public String toString() {
    return "Charge[" + orderId + ", " + price + "]";
  }
}
