package io.takewithott.payment.order;

import io.takewithott.payment.ledger.Posted;

/**
 * The moves of orders. Rows that a move needs are locked first, in the order orders, seats,
 * parties, memberships; everything else in the statement follows from {@code moved}.
 */
final class OrderSql {
  static final String FIND =
      """
      select o.order_id, o.kind, o.party_id, o.user_id, o.membership_id, o.cycle, o.name, o.share, o.fee,
             o.state, o.reason, o.receipt_id, o.checks, coalesce(c.tries, 0) as tries,
             coalesce(extract(epoch from o.asked_at), 0)::bigint as asked_seconds,
             coalesce(extract(epoch from s.locked_until), 0)::bigint as locked_until_seconds,
             to_char(case when o.kind = 'join' or m.state = 'paused' then greatest(:today, p.starts_on)
                          else coalesce(c.due_on, :today) end, 'YYYY-MM-DD') as starts_on
        from payment_orders o
        join parties p on p.party_id = o.party_id
        left join seats s on s.order_id = o.order_id
        left join memberships m on m.membership_id = o.membership_id
        left join cycles c on c.membership_id = o.membership_id and c.cycle = o.cycle
      """;

  static final String ASK =
      """
      with held as (
        select o.order_id, s.seat_id
          from payment_orders o
          join seats s on s.order_id = o.order_id and s.state = 'locked'
          join parties p on p.party_id = o.party_id and p.state <> 'closed'
         where o.order_id = :orderId and o.state = 'awaiting'
           for update of o, s),
      kept as (
        update seats s set locked_until = to_timestamp(:until) from held where s.seat_id = held.seat_id)
      update payment_orders o
         set state = 'asked', receipt_id = :receiptId, asked_at = to_timestamp(:now),
             check_at = to_timestamp(:until), checks = 1
        from held where o.order_id = held.order_id
      returning o.order_id
      """;

  static final String TAKE =
      """
      update payment_orders
         set check_at = to_timestamp(:until), checks = checks + 1
       where order_id = :orderId and state = 'asked' and check_at <= to_timestamp(:now)
      returning order_id
      """;

  static final String PAY_SEAT =
      """
      with held as (
        select o.order_id, o.party_id, o.user_id, o.share, o.fee, s.seat_id
          from payment_orders o
          join seats s on s.order_id = o.order_id and s.state = 'locked'
          join parties p on p.party_id = o.party_id and p.state <> 'closed'
         where o.order_id = :orderId and o.kind = 'join' and o.state in ('awaiting', 'asked')
           for update of o, s for share of p),
      joined as (
        insert into memberships (party_id, seat_id, user_id, state, joined_on, access_by)
        select party_id, seat_id, user_id, 'active', :today, to_timestamp(:accessBy) from held
        returning membership_id),
      begun as (
        insert into cycles (membership_id, cycle, state, due_on, starts_on, days, share, fee, order_id)
        select joined.membership_id, 0, 'paid', :startsOn, :startsOn, :days, held.share, held.fee, held.order_id
          from joined, held),
      seated as (
        update seats s set state = 'taken', user_id = held.user_id, order_id = null, locked_until = null
          from held where s.seat_id = held.seat_id),
      moved as (
        update payment_orders o
           set state = 'paid', membership_id = joined.membership_id, cycle = 0, receipt_id = :receiptId,
               method = :method, check_at = null, settled_at = to_timestamp(:enteredAt)
          from held, joined where o.order_id = held.order_id
        returning o.order_id)
      """
          + Posted.SQL
          + "select order_id from moved";

  static final String PAY_MONTH =
      """
      with held as (
        select o.order_id, o.membership_id, o.cycle
          from payment_orders o
          join memberships m on m.membership_id = o.membership_id and m.state <> 'ended'
          join cycles c on c.membership_id = o.membership_id and c.cycle = o.cycle
           and c.state = 'charging' and c.order_id = o.order_id
         where o.order_id = :orderId and o.kind = 'cycle' and o.state = 'asked'
           for update of o, m, c),
      active as (
        update memberships m set state = 'active', paused_at = null, version = version + 1
          from held where m.membership_id = held.membership_id),
      begun as (
        update cycles c set state = 'paid', starts_on = :startsOn, days = :days, tries = 0, next_at = null
          from held where c.membership_id = held.membership_id and c.cycle = held.cycle),
      moved as (
        update payment_orders o
           set state = 'paid', receipt_id = :receiptId, method = :method, check_at = null,
               settled_at = to_timestamp(:enteredAt)
          from held where o.order_id = held.order_id
        returning o.order_id)
      """
          + Posted.SQL
          + "select order_id from moved";

  /** What loosens the seat or the month from an order that is not to be paid any more. */
  private static final String LET_GO =
      """
      freed as (
        update seats s set state = 'free', order_id = null, locked_until = null
          from moved where s.order_id = moved.order_id and s.state = 'locked')
      """;

  /** The month is charged again at another time, or the membership pauses. */
  private static final String AGAIN =
      """
      , again as (
        update cycles c
           set state = 'due', next_at = case when :pauses then null else to_timestamp(:again) end
          from moved
         where c.membership_id = moved.membership_id and c.cycle = moved.cycle
           and c.state = 'charging' and c.order_id = moved.order_id
        returning c.membership_id),
      paused as (
        update memberships m set state = 'paused', paused_at = to_timestamp(:again), version = version + 1
          from again
         where m.membership_id = again.membership_id and m.state = 'active' and :pauses)
      """;

  static final String FAIL =
      """
      with moved as (
        update payment_orders o
           set state = 'failed', reason = :reason, check_at = null, settled_at = to_timestamp(:now)
         where o.order_id = :orderId and o.state in (FROM)
        returning o.order_id, o.membership_id, o.cycle),
      """
              .replace("FROM", OrderState.FAILED.from())
          + LET_GO
          + AGAIN
          + "select order_id from moved";

  /** An order that nobody was asked to pay, of a party that is closed. */
  static final String DROP =
      """
      with moved as (
        update payment_orders o
           set state = 'failed', reason = 'the party is closed', settled_at = to_timestamp(:now)
          from parties p
         where o.order_id = :orderId and o.state = 'awaiting'
           and p.party_id = o.party_id and p.state = 'closed'
        returning o.order_id),
      """
          + LET_GO
          + "select order_id from moved";

  /** The receipt is the one whose money it is, whichever was approved before and led to nothing. */
  static final String GIVE_BACK =
      """
      with moved as (
        update payment_orders o
           set state = 'returning', reason = :reason, received = :received,
               receipt_id = :receiptId, method = :method,
               check_at = null, settled_at = to_timestamp(:enteredAt)
         where o.order_id = :orderId and o.state in (FROM)
        returning o.order_id, o.party_id, o.user_id, o.membership_id, o.cycle),
      """
              .replace("FROM", OrderState.RETURNING.from())
          + LET_GO
          + AGAIN
          + """
          , refunded as (
            insert into refunds (refund_id, order_id, party_id, user_id, amount, reason, state, next_at, decided_at)
            select :refundId, order_id, party_id, user_id, :received, :reason, 'open',
                   to_timestamp(:enteredAt), to_timestamp(:enteredAt)
              from moved)
          """
          + Posted.SQL
          + "select order_id from moved";

  /** A second receipt of an order: what it took is an order of its own, to be given back. */
  static final String GIVE_BACK_TWIN =
      """
      with moved as (
        insert into payment_orders (order_id, kind, party_id, user_id, seat_id, membership_id, cycle, name, share, fee,
                                    state, reason, receipt_id, method, received, created_at, settled_at)
        select :twinId, kind, party_id, user_id, seat_id, membership_id, null, name, share, fee,
               'returning', 'paid twice', :receiptId, :method, :received, to_timestamp(:enteredAt), to_timestamp(:enteredAt)
          from payment_orders where order_id = :orderId
        on conflict do nothing
        returning order_id, party_id, user_id),
      refunded as (
        insert into refunds (refund_id, order_id, party_id, user_id, amount, reason, state, next_at, decided_at)
        select :refundId, order_id, party_id, user_id, :received, 'paid twice', 'open',
               to_timestamp(:enteredAt), to_timestamp(:enteredAt)
          from moved)
      """
          + Posted.SQL
          + "select order_id from moved";

  static final String EXPIRE =
      """
      with late as (
        select o.order_id from payment_orders o
          join seats s on s.order_id = o.order_id
         where o.state = 'awaiting' and s.locked_until <= to_timestamp(:now)
         order by o.created_at limit :most for update of o, s skip locked),
      moved as (
        update payment_orders o set state = 'expired', settled_at = to_timestamp(:now)
          from late where o.order_id = late.order_id and o.state = 'awaiting'
        returning o.order_id),
      """
          + LET_GO
          + "select order_id from moved";

  private OrderSql() {}
}
