package io.takewithott.payment.receipt;

import io.takewithott.core.database.Database;
import io.takewithott.core.database.Sql;
import io.takewithott.payment.money.Won;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Payments and payouts of one person; every method is one call. */
public final class ReceiptStore {
  static final int PAGE = 20;

  /** What lay with the provider because of an order, with every refund of it. */
  private static final String PAYMENTS =
      """
      select e.entry_id, o.order_id, extract(epoch from e.occurred_at)::bigint as paid_seconds,
             e.reason = 'received' as unwanted, o.party_id, o.name as title, p.service, l.name as plan_name,
             case when e.reason = 'paid' then o.share else 0 end as share,
             case when e.reason = 'paid' then o.fee else 0 end as fee,
             case when e.reason = 'paid' then o.share + o.fee else o.received end as total, o.method,
             to_char(c.starts_on, 'YYYY-MM-DD') as starts_on, c.days,
             (select coalesce(json_agg(json_build_object(
                       'refund_id', r.refund_id, 'amount', r.amount, 'reason', r.reason,
                       'fee', coalesce((select sum(b.amount)
                                 from ledger_entries k join ledger_postings b on b.entry_id = k.entry_id
                                where k.business_key = 'refund:' || r.refund_id and b.account = 'fee'), 0),
                       'decided_seconds', extract(epoch from r.decided_at)::bigint,
                       'done_seconds', extract(epoch from r.done_at)::bigint) order by r.refund_no), '[]')
                from refunds r where r.order_id = o.order_id)::text as refunds_json
        from payment_orders o
        join ledger_entries e on e.order_id = o.order_id and e.reason in ('paid', 'received')
        join parties p on p.party_id = o.party_id
        join party_plans l on l.service = p.service and l.plan = p.plan
        left join cycles c on c.order_id = o.order_id and c.state in ('paid', 'ended')
       where o.user_id = :userId
      """;

  private static final String PAYOUTS =
      """
      select o.payout_id, o.period, o.party_id, p.title, p.service, o.amount,
             extract(epoch from o.paid_at)::bigint as paid_seconds
        from payouts o join parties p on p.party_id = o.party_id
       where o.host_id = :userId and o.payout_id < :before
       order by o.payout_id desc limit :page
      """;

  private static final String WAITING =
      """
      select coalesce(-sum(amount), 0)::bigint as amount
        from ledger_postings where account = 'host' and owner_id = :userId
      """;

  private final Database database;

  public ReceiptStore(Database database) {
    this.database = database;
  }

  /** The latest first. */
  List<PaymentRow> payments(long userId, long before) {
    return database.read(
        Sql.of(PAYMENTS + " and e.entry_id < :before order by e.entry_id desc limit :page")
            .bind("userId", userId)
            .bind("before", before)
            .bind("page", PAGE + 1),
        PaymentRow.class);
  }

  Optional<PaymentRow> payment(long userId, String orderId) {
    return database.readOne(
        Sql.of(PAYMENTS + " and o.order_id = :orderId")
            .bind("userId", userId)
            .bind("orderId", orderId),
        PaymentRow.class);
  }

  List<PayoutRow> payouts(long userId, long before) {
    return database.read(
        Sql.of(PAYOUTS).bind("userId", userId).bind("before", before).bind("page", PAGE + 1),
        PayoutRow.class);
  }

  /** What a host has earned and was not paid out. */
  Won waiting(long userId) {
    return database
        .readOne(Sql.of(WAITING).bind("userId", userId), Waiting.class)
        .map(Waiting::amount)
        .orElse(Won.NONE);
  }

  record Waiting(Won amount) {}

  /**
   * @param unwanted whether it was taken without anything being bought, and is given back
   */
  record PaymentRow(
      long entryId,
      String orderId,
      long paidSeconds,
      boolean unwanted,
      long partyId,
      String title,
      String service,
      String planName,
      Won share,
      Won fee,
      Won total,
      @Nullable String method,
      @Nullable LocalDate startsOn,
      @Nullable Integer days,
      List<RefundRow> refunds) {}

  /**
   * @param fee of the amount, what was our fee
   */
  record RefundRow(
      String refundId,
      Won amount,
      String reason,
      Won fee,
      long decidedSeconds,
      @Nullable Long doneSeconds) {}

  record PayoutRow(
      long payoutId,
      String period,
      long partyId,
      String title,
      String service,
      Won amount,
      long paidSeconds) {}
}
