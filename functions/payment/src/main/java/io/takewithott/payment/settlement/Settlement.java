package io.takewithott.payment.settlement;

import io.takewithott.core.json.Json;
import io.takewithott.core.lambda.Budget;
import io.takewithott.core.objects.ObjectStore;
import io.takewithott.payment.member.Memberships;
import io.takewithott.payment.member.Standing;
import io.takewithott.payment.money.Today;
import io.takewithott.payment.money.Won;
import io.takewithott.payment.settlement.SettlementStore.Balance;
import io.takewithott.payment.settlement.SettlementStore.Earned;
import io.takewithott.payment.settlement.SettlementStore.Payout;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Credits hosts for the days that are over, and pays them once a month for the month before. The
 * files are written from what the tables say, so that writing them again makes them no different.
 */
public final class Settlement {
  private static final int PAGE = 100;
  private static final int MOST_PAGES = 1000;
  private static final Duration RESERVE = Duration.ofSeconds(30);

  private final Memberships memberships;
  private final SettlementStore store;
  private final ObjectStore objects;
  private final Budget budget;
  private final Today today;

  public Settlement(
      Memberships memberships,
      SettlementStore store,
      ObjectStore objects,
      Budget budget,
      Today today) {
    this.memberships = memberships;
    this.store = store;
    this.objects = objects;
    this.budget = budget;
    this.today = today;
  }

  /** A scheduled run. */
  public Report run() {
    int credited = credit();
    YearMonth month = today.lastMonth();
    int paid = pay(month);
    if (paid > 0 || objects.get(key(month, "payouts.csv")).isEmpty()) {
      write(month);
    }
    return new Report(credited, paid);
  }

  private int credit() {
    int credited = 0;
    long after = 0;
    for (int i = 0; i < MOST_PAGES && budget.remaining().compareTo(RESERVE) > 0; i++) {
      List<Standing> page = memberships.store().creditable(after, PAGE, today.date(), today.now());
      for (Standing standing : page) {
        credited += memberships.credit(standing) ? 1 : 0;
        after = standing.membershipId();
      }
      if (page.size() < PAGE) {
        break;
      }
    }
    return credited;
  }

  private int pay(YearMonth month) {
    Instant until = today.start(month.plusMonths(1).atDay(1));
    int paid = 0;
    for (int i = 0; i < MOST_PAGES && budget.remaining().compareTo(RESERVE) > 0; i++) {
      List<Earned> page = store.earned(month.toString(), until, PAGE);
      for (Earned earned : page) {
        paid += store.pay(month.toString(), earned, today.now()) ? 1 : 0;
      }
      if (page.size() < PAGE) {
        break;
      }
    }
    return paid;
  }

  private void write(YearMonth month) {
    List<Payout> payouts = new ArrayList<>();
    List<Payout> page;
    do {
      long after = payouts.isEmpty() ? 0 : payouts.get(payouts.size() - 1).payoutId();
      page = store.payouts(month.toString(), after, PAGE);
      payouts.addAll(page);
    } while (page.size() == PAGE);
    StringBuilder csv = new StringBuilder("payout_id,host_id,party_id,period,amount_won\n");
    payouts.forEach(
        payout ->
            csv.append(payout.payoutId())
                .append(',')
                .append(payout.hostId())
                .append(',')
                .append(payout.partyId())
                .append(',')
                .append(month)
                .append(',')
                .append(payout.amount().amount())
                .append('\n'));
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("period", month.toString());
    report.put("payouts", payouts.size());
    report.put("paidOut", payouts.stream().map(Payout::amount).reduce(Won.NONE, Won::plus));
    report.put("balances", balances());
    // The payouts come last, for it is by them that a run knows that all is written.
    objects.put(key(month, "report.json"), Json.bytes(report), "application/json");
    objects.put(
        key(month, "payouts.csv"), csv.toString().getBytes(StandardCharsets.UTF_8), "text/csv");
  }

  private Map<String, Long> balances() {
    Map<String, Long> balances = new LinkedHashMap<>();
    for (Balance balance : store.balances()) {
      balances.put(balance.account(), balance.amount());
    }
    return balances;
  }

  private static String key(YearMonth month, String name) {
    return "settlements/" + month + "/" + name;
  }

  /**
   * @param credited memberships whose host was credited
   * @param paid payouts made
   */
  public record Report(int credited, int paid) {}
}
