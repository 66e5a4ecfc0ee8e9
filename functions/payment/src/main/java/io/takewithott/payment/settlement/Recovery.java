package io.takewithott.payment.settlement;

import io.takewithott.payment.claim.ClaimStore;
import io.takewithott.payment.member.Leaving;
import io.takewithott.payment.member.Memberships;
import io.takewithott.payment.order.Order;
import io.takewithott.payment.order.Orders;
import io.takewithott.payment.refund.Refunds;
import io.takewithott.payment.settlement.LeftBehindStore.LeftBehind;
import java.util.List;

/** Finishes whatever was begun and not finished, and lets clocks run out. */
public final class Recovery {
  private static final int MOST = 100;
  private static final int MOST_PAGES = 100;

  private final Orders orders;
  private final Memberships memberships;
  private final LeftBehindStore leftBehind;
  private final ClaimStore claims;
  private final Refunds refunds;

  public Recovery(
      Orders orders,
      Memberships memberships,
      LeftBehindStore leftBehind,
      ClaimStore claims,
      Refunds refunds) {
    this.orders = orders;
    this.memberships = memberships;
    this.leftBehind = leftBehind;
    this.claims = claims;
    this.refunds = refunds;
  }

  /** A scheduled run. */
  public Report run() {
    int expired = orders.store().expire(MOST);
    int resolved = 0;
    for (int i = 0; i < MOST_PAGES; i++) {
      List<Order> unresolved = orders.store().unresolved(MOST);
      unresolved.forEach(orders::resolve);
      resolved += unresolved.size();
      if (unresolved.size() < MOST) {
        break;
      }
    }
    endLeftBehind();
    claims.escalate();
    return new Report(expired, resolved, refunds.run());
  }

  /** One call where nothing has been left behind. */
  private void endLeftBehind() {
    List<LeftBehind> found = leftBehind.leftBehind(MOST);
    boolean departed = found.stream().anyMatch(one -> one.kind().equals("departed"));
    if (departed) {
      leftBehind.closeDeparted();
      // With the members of those parties.
      found = leftBehind.leftBehind(MOST);
    }
    for (LeftBehind one : found) {
      switch (one.kind()) {
        case "left" -> memberships.end(one.membershipId(), Leaving.LEFT);
        case "closed" -> memberships.end(one.membershipId(), Leaving.CLOSED);
        case "claim" -> memberships.end(one.membershipId(), Leaving.CLAIM);
        default -> {}
      }
    }
    if (departed) {
      leftBehind.forgetDeparted();
    }
  }

  /**
   * @param expired locks that nobody used
   * @param resolved orders whose outcome was looked up
   * @param refunded refunds made
   */
  public record Report(int expired, int resolved, int refunded) {}
}
