package io.takewithott.payment.settlement;

import io.takewithott.core.database.Database;
import io.takewithott.core.database.Sql;
import io.takewithott.payment.ledger.Entry;
import io.takewithott.payment.ledger.Posted;
import io.takewithott.payment.money.Won;
import java.time.Instant;
import java.util.List;

/** What hosts have earned and were paid; every method is one call. */
public final class SettlementStore {
  private static final String EARNED =
      """
      select e.party_id, l.owner_id as host_id, -sum(l.amount) as amount
        from ledger_postings l join ledger_entries e on e.entry_id = l.entry_id
       where l.account = 'host' and (e.occurred_at < to_timestamp(:until) or e.reason = 'payout')
         and not exists (select 1 from payouts o
                          where o.period = :period and o.party_id = e.party_id and o.host_id = l.owner_id)
       group by e.party_id, l.owner_id
      having -sum(l.amount) > 0
       order by e.party_id, l.owner_id limit :most
      """;

  private static final String PAY =
      """
      with moved as (
        insert into payouts (period, party_id, host_id, amount, paid_at)
        values (:period, :partyId, :hostId, :amount, to_timestamp(:enteredAt))
        on conflict do nothing
        returning payout_id)
      """
          + Posted.SQL
          + "select payout_id from moved";

  private final Database database;

  public SettlementStore(Database database) {
    this.database = database;
  }

  /** What is to be paid out for a month, and was not. */
  List<Earned> earned(String period, Instant until, int most) {
    return database.read(
        Sql.of(EARNED).bind("period", period).bindSeconds("until", until).bind("most", most),
        Earned.class);
  }

  /** Pays a host for a month; whether this was the first time. */
  boolean pay(String period, Earned earned, Instant now) {
    Sql sql =
        Sql.of(PAY)
            .bind("period", period)
            .bind("partyId", earned.partyId)
            .bind("hostId", earned.hostId)
            .bind("amount", earned.amount.amount());
    Entry entry = Entry.payout(period, earned.partyId, earned.hostId, earned.amount);
    return !database.write(Posted.bind(sql, List.of(entry), now), PayoutId.class).isEmpty();
  }

  /** A month's payouts after a given one, in order. */
  List<Payout> payouts(String period, long after, int most) {
    return database.read(
        Sql.of(
                """
                select payout_id, party_id, host_id, amount, extract(epoch from paid_at)::bigint as paid_seconds
                  from payouts where period = :period and payout_id > :after
                 order by payout_id limit :most
                """)
            .bind("period", period)
            .bind("after", after)
            .bind("most", most),
        Payout.class);
  }

  /** Every account's kind with its balance. */
  List<Balance> balances() {
    return database.read(
        Sql.of(
            "select account, sum(amount)::bigint as amount from ledger_postings group by account order by account"),
        Balance.class);
  }

  record Earned(long partyId, long hostId, Won amount) {}

  record PayoutId(long payoutId) {}

  record Payout(long payoutId, long partyId, long hostId, Won amount, long paidSeconds) {}

  record Balance(String account, long amount) {}
}
