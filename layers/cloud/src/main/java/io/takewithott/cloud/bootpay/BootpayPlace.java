package io.takewithott.cloud.bootpay;

/** Where it can be asked for something, and where it can misbehave. */
public enum BootpayPlace {
  RECEIPT,
  LOOKUP,
  CONFIRM,
  CANCEL,
  BILLING_KEY,
  CHARGE
}
