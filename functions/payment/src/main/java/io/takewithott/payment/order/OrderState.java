package io.takewithott.payment.order;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Where an order stands, and where it can go from there. */
public enum OrderState {
  /** A seat is locked, and the customer is at the pay window. */
  AWAITING,
  /** The provider was asked for the money, and what came of it is not known yet. */
  ASKED,
  /** It was paid, and is held for what it was paid for. */
  PAID,
  /** Nothing was taken. */
  FAILED,
  /** The customer took too long; nothing was asked for. */
  EXPIRED,
  /** The provider took what we do not want: it is being given back. */
  RETURNING,
  /** It was given back. */
  RETURNED;

  /**
   * An order that has failed or expired may still turn out to have been paid, for the provider may
   * be late: that is given back.
   */
  public Set<OrderState> next() {
    return switch (this) {
      case AWAITING -> EnumSet.of(ASKED, PAID, FAILED, EXPIRED, RETURNING);
      case ASKED -> EnumSet.of(PAID, FAILED, RETURNING);
      case FAILED, EXPIRED -> EnumSet.of(RETURNING);
      case RETURNING -> EnumSet.of(RETURNED);
      case PAID, RETURNED -> EnumSet.noneOf(OrderState.class);
    };
  }

  public String column() {
    return name().toLowerCase(Locale.ROOT);
  }

  static OrderState of(String column) {
    return valueOf(column.toUpperCase(Locale.ROOT));
  }

  /** The states from which this one is reached, as a list for SQL. */
  String from() {
    StringBuilder list = new StringBuilder();
    for (OrderState state : values()) {
      if (state.next().contains(this)) {
        list.append(list.isEmpty() ? "'" : ", '").append(state.column()).append('\'');
      }
    }
    return list.toString();
  }
}
