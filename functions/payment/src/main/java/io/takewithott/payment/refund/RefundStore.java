package io.takewithott.payment.refund;

import io.takewithott.core.database.Database;
import io.takewithott.core.database.Sql;
import io.takewithott.payment.ledger.Entry;
import io.takewithott.payment.ledger.Posted;
import io.takewithott.payment.money.Won;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Refunds that are decided; every method is one call. */
public final class RefundStore {
  /** Who has taken a refund has so long to do it, before somebody else may. */
  private static final Duration LEASE = Duration.ofMinutes(2);

  /** Of one payment, one at a time and in order: what the receipt says is then unmistakable. */
  private static final String TAKE =
      """
      update refunds r set attempts = attempts + 1, next_at = to_timestamp(:until)
        from payment_orders o
       where o.order_id = r.order_id
         and r.refund_id in (
           select d.refund_id from refunds d
            where d.state = 'open' and d.next_at <= to_timestamp(:now)
              and not exists (select 1 from refunds e
                               where e.order_id = d.order_id and e.state = 'open' and e.refund_no < d.refund_no)
            order by d.next_at limit :most for update skip locked)
      returning r.refund_id, r.order_id, r.party_id, r.user_id, r.amount, r.attempts,
                o.receipt_id, o.state = 'returning' as whole,
                (select coalesce(sum(e.amount), 0) from refunds e
                  where e.order_id = r.order_id and e.state = 'done')::bigint as done_before
      """;

  private static final String DONE =
      """
      with moved as (
        update refunds set state = 'done', done_at = to_timestamp(:enteredAt), next_at = null
         where refund_id = :refundId and state = 'open'
        returning refund_id, order_id),
      returned as (
        update payment_orders o
           set state = case when o.state = 'returning' then 'returned' else o.state end, to_compare = true
          from moved where o.order_id = moved.order_id)
      """
          + Posted.SQL
          + "select refund_id from moved";

  private final Database database;

  public RefundStore(Database database) {
    this.database = database;
  }

  /** Takes some that are due, so that nobody else does them at the same time. */
  List<Due> take(int most, Instant now) {
    return database.write(
        Sql.of(TAKE)
            .bindSeconds("until", now.plus(LEASE))
            .bindSeconds("now", now)
            .bind("most", most),
        Due.class);
  }

  /** The provider gave it back. */
  void done(Due due, Instant now) {
    List<Entry> entries =
        due.amount.isNone()
            ? List.of()
            : List.of(
                Entry.refunded(due.refundId, due.orderId, due.partyId, due.userId, due.amount));
    database.write(
        Posted.bind(Sql.of(DONE).bind("refundId", due.refundId), entries, now), Done.class);
  }

  void later(Due due, Instant at) {
    database.write(
        Sql.of(
                """
                update refunds set next_at = to_timestamp(:at)
                 where refund_id = :refundId and state = 'open'
                """)
            .bind("refundId", due.refundId)
            .bindSeconds("at", at));
  }

  record Done(String refundId) {}

  /**
   * @param attempts with this one
   * @param whole whether it is all that was taken
   * @param doneBefore what was given back of the payment already
   */
  record Due(
      String refundId,
      String orderId,
      long partyId,
      long userId,
      Won amount,
      int attempts,
      String receiptId,
      boolean whole,
      Won doneBefore) {}
}
