package io.takewithott.payment.export;

import io.takewithott.core.database.Database;
import io.takewithott.core.database.Sql;
import io.takewithott.payment.money.Today;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Years out of the ledger; every method is one call. */
public final class ExportStore {
  /** Some 200 bytes each: far from the 1 MiB that one answer may have. */
  static final int PAGE = 1000;

  /**
   * What a member paid and got back. Of what was bought it counts from the day it was decided; what
   * the provider took unwanted counts when it came and when it went.
   */
  private static final String MEMBER =
      """
      select e.entry_id, to_char(e.occurred_at at time zone 'Asia/Seoul', 'YYYY-MM-DD') as day, e.reason,
             e.order_id, o.name as title, p.service, o.fee as order_fee,
             (-coalesce(sum(l.amount) filter (where l.account in ('escrow', 'goodwill')), 0))::bigint as share,
             (-coalesce(sum(l.amount) filter (where l.account = 'fee'), 0))::bigint as fee,
             coalesce(sum(l.amount) filter (where l.account = 'provider'), 0)::bigint as provider
        from payment_orders o
        join ledger_entries e on e.order_id = o.order_id
        join ledger_postings l on l.entry_id = e.entry_id
        join parties p on p.party_id = o.party_id
       where o.user_id = :userId and e.entry_id > :after
         and e.occurred_at >= to_timestamp(:from) and e.occurred_at < to_timestamp(:until)
         and (e.reason in ('paid', 'refund', 'goodwill', 'received')
              or (e.reason = 'refunded' and exists (
                    select 1 from ledger_entries w where w.business_key = 'received:' || e.order_id)))
       group by e.entry_id, o.order_id, p.party_id
       order by e.entry_id limit :page
      """;

  private static final String HOST =
      """
      select to_char(e.occurred_at at time zone 'Asia/Seoul', 'YYYY-MM') as month, e.party_id, p.title, p.service,
             (-coalesce(sum(l.amount) filter (where e.reason = 'served'), 0))::bigint as credited,
             coalesce(sum(l.amount) filter (where e.reason = 'payout'), 0)::bigint as paid_out
        from ledger_postings l
        join ledger_entries e on e.entry_id = l.entry_id
        join parties p on p.party_id = e.party_id
       where l.account = 'host' and l.owner_id = :userId
         and e.occurred_at >= to_timestamp(:from) and e.occurred_at < to_timestamp(:until)
       group by 1, 2, 3, 4
       order by 1, 2 limit :page
      """;

  /** The tax is that of each fee by itself, as the receipts have it. */
  private static final String FEES =
      """
      select f.month, count(*) filter (where f.charged > 0) as payments, sum(f.charged)::bigint as charged,
             sum(f.back)::bigint as given_back, sum(f.goodwill)::bigint as goodwill,
             sum(f.charged / 11 - (f.order_fee / 11 - (f.order_fee - f.back) / 11))::bigint as vat
        from (
          select to_char(e.occurred_at at time zone 'Asia/Seoul', 'YYYY-MM') as month, o.fee as order_fee,
                 (-coalesce(sum(l.amount) filter (where l.account = 'fee' and l.amount < 0), 0))::bigint as charged,
                 coalesce(sum(l.amount) filter (where l.account = 'fee' and l.amount > 0), 0)::bigint as back,
                 coalesce(sum(l.amount) filter (where l.account = 'goodwill'), 0)::bigint as goodwill
            from ledger_entries e
            join ledger_postings l on l.entry_id = e.entry_id and l.account in ('fee', 'goodwill')
            join payment_orders o on o.order_id = e.order_id
           where e.occurred_at >= to_timestamp(:from) and e.occurred_at < to_timestamp(:until)
           group by e.entry_id, o.order_id) f
       group by f.month order by f.month
      """;

  private final Database database;
  private final Today today;

  public ExportStore(Database database, Today today) {
    this.database = database;
    this.today = today;
  }

  List<MemberRow> member(long userId, int year, long after) {
    return database.read(
        within(MEMBER, year).bind("userId", userId).bind("after", after).bind("page", PAGE),
        MemberRow.class);
  }

  List<HostRow> host(long userId, int year) {
    return database.read(
        within(HOST, year).bind("userId", userId).bind("page", PAGE + 1), HostRow.class);
  }

  List<FeeRow> fees(int year) {
    return database.read(within(FEES, year), FeeRow.class);
  }

  private Sql within(String text, int year) {
    return Sql.of(text).bindSeconds("from", newYear(year)).bindSeconds("until", newYear(year + 1));
  }

  private Instant newYear(int year) {
    return today.start(LocalDate.of(year, 1, 1));
  }

  /**
   * @param share positive for what was paid, negative for what came back
   * @param provider what the provider took or gave back by this entry
   */
  record MemberRow(
      long entryId,
      String day,
      String reason,
      String orderId,
      String title,
      String service,
      long orderFee,
      long share,
      long fee,
      long provider) {}

  record HostRow(
      String month, long partyId, String title, String service, long credited, long paidOut) {}

  record FeeRow(
      String month, long payments, long charged, long givenBack, long goodwill, long vat) {}
}
