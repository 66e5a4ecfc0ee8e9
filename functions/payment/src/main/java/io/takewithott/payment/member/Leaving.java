package io.takewithott.payment.member;

import java.util.Locale;

/** Ways in which a membership ends, and what each means for the money of days not served. */
public enum Leaving {
  /** The member goes. What they paid us for finding the party stays ours. */
  LEFT(false),
  /** The member did not want another month. */
  EXPIRED(false),
  /** Another month was not paid for. */
  UNPAID(false),
  /** The host removed the member by a rule. */
  REMOVED(true),
  /** The host closed the party. */
  CLOSED(true),
  /** The member did not get what they paid for. */
  CLAIM(true),
  /** The member is the host from now on. */
  HOSTING(true);

  private final boolean feeComesBack;

  Leaving(boolean feeComesBack) {
    this.feeComesBack = feeComesBack;
  }

  /** Whether the fee of days not served comes back as well. */
  public boolean feeComesBack() {
    return feeComesBack;
  }

  public String column() {
    return name().toLowerCase(Locale.ROOT);
  }
}
