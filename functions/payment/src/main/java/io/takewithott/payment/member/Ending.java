package io.takewithott.payment.member;

import io.takewithott.payment.ledger.Entry;
import io.takewithott.payment.money.Won;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What the end of a membership does to money, decided on one version of it.
 *
 * @param months with the days credited in the end
 * @param refunds one for each payment of which something comes back
 */
public record Ending(List<Closed> months, List<Back> refunds, List<Entry> entries) {

  public static Ending of(Standing standing, Leaving leaving, LocalDate today) {
    List<Closed> months = new ArrayList<>();
    List<Back> refunds = new ArrayList<>();
    List<Entry> entries = new ArrayList<>();
    for (PaidMonth month : standing.months()) {
      int served = standing.served(month, leaving, today);
      Refund refund = Refund.of(month.share(), month.fee(), month.days(), served, leaving);
      months.add(new Closed(month.cycle(), month.servedDays(), served));
      Won credit = refund.toHost().minus(month.earned(month.servedDays()));
      if (!credit.isNone()) {
        entries.add(
            Entry.served(month.orderId(), standing.partyId(), standing.hostId(), served, credit));
      }
      if (!refund.total().isNone()) {
        String refundId = refundId(month.orderId());
        refunds.add(new Back(refundId, month.orderId(), refund.total()));
        entries.add(
            Entry.refund(
                refundId,
                month.orderId(),
                standing.partyId(),
                standing.userId(),
                refund.share(),
                refund.fee()));
      }
    }
    return new Ending(List.copyOf(months), List.copyOf(refunds), List.copyOf(entries));
  }

  /** What the provider knows the cancellation by: a payment is given back in one piece, once. */
  public static String refundId(String orderId) {
    return "r_" + orderId;
  }

  public Won total() {
    return refunds.stream().map(Back::amount).reduce(Won.NONE, Won::plus);
  }

  /**
   * @param before the days credited when this was decided
   */
  public record Closed(int cycle, int before, int served) {}

  /** Money that comes back. */
  public record Back(String refundId, String orderId, Won amount) {}
}
