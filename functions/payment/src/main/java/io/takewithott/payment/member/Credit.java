package io.takewithott.payment.member;

import io.takewithott.payment.ledger.Entry;
import io.takewithott.payment.money.Won;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What a host is credited for days that are over: nothing before the member has access, and nothing
 * under a claim.
 */
public record Credit(List<Ending.Closed> months, List<Entry> entries) {

  public static Credit of(Standing standing, LocalDate today) {
    List<Ending.Closed> months = new ArrayList<>();
    List<Entry> entries = new ArrayList<>();
    if (standing.confirmed() && !standing.hasOpenClaim()) {
      for (PaidMonth month : standing.months()) {
        int served = month.elapsed(today);
        if (served > month.servedDays()) {
          months.add(new Ending.Closed(month.cycle(), month.servedDays(), served));
          Won credit = month.earned(served).minus(month.earned(month.servedDays()));
          if (!credit.isNone()) {
            entries.add(
                Entry.served(
                    month.orderId(), standing.partyId(), standing.hostId(), served, credit));
          }
        }
      }
    }
    return new Credit(List.copyOf(months), List.copyOf(entries));
  }
}
