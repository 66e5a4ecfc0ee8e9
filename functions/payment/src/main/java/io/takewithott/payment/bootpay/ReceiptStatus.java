package io.takewithott.payment.bootpay;

/** What a receipt says, as far as it matters to us. */
public enum ReceiptStatus {
  /** The customer is at it, or the provider is: look again later. */
  UNDER_WAY,
  /** The customer agreed; nothing is taken before we approve. */
  AGREED,
  PAID,
  /** A part or all of it was given back. */
  CANCELLED,
  FAILED;

  /** From the number in the receipt; one that is not known here decides nothing. */
  static ReceiptStatus of(int status) {
    return switch (status) {
      case 1 -> PAID;
      case 2 -> AGREED;
      case 20, -20, -30 -> CANCELLED;
      case -1, -2, -3, -4 -> FAILED;
      default -> UNDER_WAY;
    };
  }
}
