package io.takewithott.payment.ledger;

import java.util.Locale;

/** Why an entry was made. */
public enum Reason {
  /** A member paid for a month. */
  PAID,
  /** The provider took something that is given back. */
  RECEIVED,
  /** The host is credited for days served. */
  SERVED,
  /** Money is to be given back. */
  REFUND,
  /** The provider gave it back. */
  REFUNDED,
  /** The host was paid out. */
  PAYOUT,
  /** We give something back that was served: it is our loss, not the host's. */
  GOODWILL;

  String column() {
    return name().toLowerCase(Locale.ROOT);
  }
}
