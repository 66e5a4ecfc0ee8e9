package io.takewithott.payment.ledger;

import java.util.Locale;

/**
 * Kinds of accounts. A positive balance is owed to us or lies with the provider; a negative one is
 * what we owe, or have earned.
 */
public enum Account {
  /** What a member was asked for and has paid: 0 whenever nothing is under way. */
  MEMBER,
  /** What was paid for days that are not served yet, by party. */
  ESCROW,
  /** What a host has earned and was not paid out. */
  HOST,
  /** Our own fees, by party. */
  FEE,
  /** What lies with the provider. */
  PROVIDER,
  /** What is to be given back to somebody. */
  REFUND,
  /** What we gave back of our own, by party. */
  GOODWILL;

  public String column() {
    return name().toLowerCase(Locale.ROOT);
  }
}
