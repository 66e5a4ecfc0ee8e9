package io.takewithott.payment.settlement;

import io.takewithott.payment.claim.ClaimStore;
import io.takewithott.payment.member.Leaving;
import io.takewithott.payment.member.Memberships;
import io.takewithott.payment.order.Order;
import io.takewithott.payment.order.Orders;
import io.takewithott.payment.party.PartyStore;
import io.takewithott.payment.refund.Refunds;
import java.util.List;

/** Finishes whatever was begun and not finished, and lets clocks run out. */
public final class Recovery {
  private static final int MOST = 100;
  private static final int MOST_PAGES = 100;

  private final Orders orders;
  private final Memberships memberships;
  private final PartyStore parties;
  private final ClaimStore claims;
  private final Refunds refunds;

  public Recovery(
      Orders orders,
      Memberships memberships,
      PartyStore parties,
      ClaimStore claims,
      Refunds refunds) {
    this.orders = orders;
    this.memberships = memberships;
    this.parties = parties;
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
    parties.closeDeparted();
    parties.ofDeparted(MOST).forEach(left -> memberships.end(left.membershipId(), Leaving.LEFT));
    parties
        .inClosedParties(MOST)
        .forEach(left -> memberships.end(left.membershipId(), Leaving.CLOSED));
    claims.escalate();
    claims.upheld(MOST).forEach(upheld -> memberships.end(upheld.membershipId(), Leaving.CLAIM));
    return new Report(expired, resolved, refunds.run());
  }

  /**
   * @param expired locks that nobody used
   * @param resolved orders whose outcome was looked up
   * @param refunded refunds made
   */
  public record Report(int expired, int resolved, int refunded) {}
}
