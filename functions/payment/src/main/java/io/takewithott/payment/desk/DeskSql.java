package io.takewithott.payment.desk;

import io.takewithott.payment.audit.DeskAction;
import io.takewithott.payment.ledger.Posted;

/** The statements of {@link DeskStore}. */
final class DeskSql {
  /**
   * What may be given of a payment beside what follows from its days: as much as the days that are
   * over have cost, or, of a month that has ended, what has not come back. What a running month may
   * still bring back by itself only becomes less, so that both together never exceed the payment.
   */
  static final String LIMIT =
      """
      (o.share + o.fee - o.goodwill - coalesce(r.amount, o.share + o.fee
        - (o.share / c.days * c.served_days + least(c.served_days, o.share % c.days))
        - (o.fee / c.days * c.served_days + least(c.served_days, o.fee % c.days))))
      """;

  static final String PAYMENT =
      """
      select o.order_id, o.state, o.party_id, o.user_id, p.host_id,
             coalesce(LIMIT, 0)::integer as possible
        from payment_orders o
        join parties p on p.party_id = o.party_id
        left join cycles c on c.order_id = o.order_id and c.state in ('paid', 'ended')
        left join refunds r on r.refund_id = 'r_' || o.order_id
       where o.order_id = :orderId
      """
          .replace("LIMIT", LIMIT);

  private static final String PROPOSALS =
      """
      select q.proposal_id, q.order_id, q.party_id, q.user_id, q.amount, q.reason, q.needs_two, q.state,
             q.proposed_by, extract(epoch from q.proposed_at)::bigint as proposed_seconds,
             extract(epoch from q.expires_at)::bigint as expires_seconds, q.decided_by
        from refund_proposals q
      """;

  static final String FIND = PROPOSALS + " where q.proposal_id = :id";

  static final String REPLAYED =
      PROPOSALS + " where q.proposed_by = :actorId and q.idempotency_key = :key";

  static final String LIST =
      PROPOSALS
          + """
             where (cast(:state as text) is null or q.state = :state) and q.proposal_id < :before
             order by q.proposal_id desc limit :page
            """;

  /** What nobody agreed to in time makes room for another one. */
  static final String LAPSE =
      """
      update refund_proposals set state = 'expired', decided_at = to_timestamp(:now)
       where order_id = :orderId and state = 'proposed' and expires_at <= to_timestamp(:now)
      """;

  static final String PROPOSE =
      """
      with moved as (
        insert into refund_proposals (order_id, party_id, user_id, amount, reason, needs_two, state, proposed_by,
                                      proposed_at, expires_at, idempotency_key)
        select o.order_id, o.party_id, o.user_id, :amount, :reason, :needsTwo, 'proposed', :actorId,
               to_timestamp(:now), to_timestamp(:until), :key
          from payment_orders o where o.order_id = :orderId and o.state = 'paid'
        returning proposal_id as subject_id, party_id, amount)
      """
          + DeskAction.NOTED
          + "select subject_id from moved";

  /**
   * Of several who agree at once the first one is it: the others find it approved. What is left of
   * the payment is looked at again on the row that is changed.
   */
  static final String APPROVE =
      """
      with held as (
        select q.proposal_id, q.order_id, q.amount from refund_proposals q
         where q.proposal_id = :id and q.state = 'proposed' and q.expires_at > to_timestamp(:now)
           and (not q.needs_two or q.proposed_by <> :actorId)
           for update),
      counted as (
        update payment_orders o set goodwill = o.goodwill + held.amount, to_compare = true
          from held
          join cycles c on c.order_id = held.order_id and c.state in ('paid', 'ended')
          left join refunds r on r.refund_id = 'r_' || held.order_id
         where o.order_id = held.order_id and o.state = 'paid' and held.amount <= LIMIT
        returning o.order_id),
      moved as (
        update refund_proposals q set state = 'approved', decided_by = :actorId, decided_at = to_timestamp(:now)
          from held, counted where q.proposal_id = held.proposal_id
        returning q.proposal_id as subject_id, q.party_id, q.amount, q.order_id, q.user_id),
      refunded as (
        insert into refunds (refund_id, order_id, party_id, user_id, amount, reason, state, next_at, decided_at)
        select 'g_' || subject_id, order_id, party_id, user_id, amount, 'goodwill', 'open',
               to_timestamp(:now), to_timestamp(:now)
          from moved)
      """
              .replace("LIMIT", LIMIT)
          + DeskAction.NOTED
          + Posted.SQL
          + "select subject_id from moved";

  static final String DECLINE =
      """
      with moved as (
        update refund_proposals q set state = 'declined', decided_by = :actorId, decided_at = to_timestamp(:now)
         where q.proposal_id = :id and q.state = 'proposed'
        returning q.proposal_id as subject_id, q.party_id, q.amount)
      """
          + DeskAction.NOTED
          + "select subject_id from moved";

  static final String REFUNDS =
      """
      select r.refund_no, r.refund_id, r.order_id, r.party_id, r.user_id, r.amount, r.reason, r.state, r.attempts,
             extract(epoch from r.decided_at)::bigint as decided_seconds,
             extract(epoch from r.done_at)::bigint as done_seconds,
             extract(epoch from r.next_at)::bigint as next_seconds
        from refunds r
       where (case when cast(:state as text) is null then true
                   when :state = 'stuck' then r.state = 'open' and r.attempts > 1
                   else r.state = :state end)
         and (:partyId = 0 or r.party_id = :partyId) and (:userId = 0 or r.user_id = :userId)
         and r.refund_no < :before
       order by r.refund_no desc limit :page
      """;

  static final String ACTIONS =
      """
      select a.action_id, a.actor_id, a.action, a.subject_id, a.party_id, a.amount, a.text,
             extract(epoch from a.acted_at)::bigint as seconds
        from desk_actions a
       where a.action_id < :before
       order by a.action_id desc limit :page
      """;

  private DeskSql() {}
}
