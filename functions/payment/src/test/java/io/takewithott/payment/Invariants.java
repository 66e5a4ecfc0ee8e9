package io.takewithott.payment;

import io.takewithott.cloud.bootpay.BootpayReceipt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is true of the money whatever has happened; every answer is a list of what is not. */
final class Invariants {
  /**
   * A function in the database, whose plan is made once, for it is asked after every step. Each
   * part selects what must not be.
   */
  private static final String BROKEN =
      """
      create function broken(today date) returns setof text language plpgsql as $$
      begin return query
      select 'entry ' || e.business_key || ' sums to ' || sum(l.amount)
        from ledger_entries e left join ledger_postings l on l.entry_id = e.entry_id
       group by e.entry_id, e.business_key having coalesce(sum(l.amount), 1) <> 0
      union all
      select 'ledger sums to ' || sum(amount) from ledger_postings having sum(amount) <> 0
      union all
      select account || ' of ' || owner_id || ' has the wrong sign: ' || sum(amount)
        from ledger_postings group by account, owner_id
      having (account = 'member' and sum(amount) <> 0)
          or (account in ('escrow', 'fee', 'host', 'refund') and sum(amount) > 0)
          or (account = 'goodwill' and sum(amount) < 0)
      union all
      select 'the provider has paid out what neither members nor we ourselves have put in: ' || sum(amount)
        from ledger_postings where account in ('provider', 'goodwill') having sum(amount) < 0
      union all
      select 'seat ' || s.seat_id || ' has ' || count(m.membership_id) || ' members, and is ' || s.state
        from seats s left join memberships m on m.seat_id = s.seat_id and m.state <> 'ended'
       where s.position > 0
       group by s.seat_id, s.state, s.user_id
      having count(m.membership_id) <> (case when s.state = 'taken' then 1 else 0 end)
          or min(m.user_id) is distinct from (case when s.state = 'taken' then s.user_id end)
      union all
      select 'the host has not seat 0 of ' || p.party_id
        from parties p join seats s on s.party_id = p.party_id and s.position = 0
       where s.user_id is distinct from p.host_id
      union all
      select 'seat ' || s.seat_id || ' is locked for an order that is ' || coalesce(o.state, 'not there')
        from seats s left join payment_orders o on o.order_id = s.order_id
       where s.state = 'locked' and o.state is distinct from 'awaiting' and o.state is distinct from 'asked'
      union all
      select 'month ' || membership_id || '/' || cycle || ' was paid ' || count(*) || ' times'
        from payment_orders where state = 'paid' group by membership_id, cycle having count(*) > 1
      union all
      select 'month ' || membership_id || '/' || cycle || ' is ' || state || ' without its order being paid'
        from cycles c
       where state in ('paid', 'ended')
         and not exists (select 1 from payment_orders o where o.order_id = c.order_id and o.state = 'paid')
      union all
      select 'order ' || o.order_id || ' is paid and has no month'
        from payment_orders o
       where o.state = 'paid'
         and not exists (select 1 from cycles c where c.order_id = o.order_id and c.state in ('paid', 'ended'))
      union all
      select 'host was credited ' || h.amount || ' for ' || c.served_days || ' of ' || c.days || ' days of ' || c.share
        from cycles c
        join lateral (
          select coalesce(-sum(l.amount), 0) as amount
            from ledger_entries e join ledger_postings l on l.entry_id = e.entry_id
           where e.order_id = c.order_id and l.account = 'host') h on true
       where c.state in ('paid', 'ended')
         and h.amount <> c.share / c.days * c.served_days + least(c.served_days, c.share % c.days)
      union all
      select 'host was credited for ' || c.served_days || ' days since ' || c.starts_on || ', which is before they were over'
        from cycles c join memberships m on m.membership_id = c.membership_id
       where c.state in ('paid', 'ended')
         and c.starts_on + c.served_days > greatest(least(today, coalesce(m.ended_on, 'infinity')), c.starts_on)
      union all
      select 'host was credited under a claim of no access of ' || c.membership_id
        from cycles c join party_claims k on k.membership_id = c.membership_id
       where k.kind = 'no_access' and k.state = 'upheld' and c.served_days > 0
      union all
      select 'escrow of ' || c.order_id || ' holds ' || h.amount || ' and should ' ||
             case when c.state = 'paid'
                  then c.share - (c.share / c.days * c.served_days + least(c.served_days, c.share % c.days)) else 0 end
        from cycles c
        join lateral (
          select coalesce(-sum(l.amount), 0) as amount
            from ledger_entries e join ledger_postings l on l.entry_id = e.entry_id
           where e.order_id = c.order_id and l.account = 'escrow') h on true
       where c.state in ('paid', 'ended')
         and h.amount <> case when c.state = 'paid'
             then c.share - (c.share / c.days * c.served_days + least(c.served_days, c.share % c.days)) else 0 end
      union all
      select 'a refund of ' || r.order_id || ' is open and nothing is owed'
        from refunds r
       where r.state = 'open' and r.amount > 0
         and not exists (select 1 from ledger_entries e
                          where e.business_key in ('refund:' || r.refund_id, 'received:' || r.order_id,
                                                   'goodwill:' || r.refund_id))
      union all
      select 'more is given back of ' || o.order_id || ' than was paid: ' || sum(r.amount)
        from payment_orders o join refunds r on r.order_id = o.order_id
       where o.state = 'paid' group by o.order_id, o.share, o.fee having sum(r.amount) > o.share + o.fee
      union all
      select 'goodwill of ' || o.order_id || ' is ' || o.goodwill || ', and ' || coalesce(sum(q.amount), 0) || ' was approved'
        from payment_orders o
        left join refund_proposals q on q.order_id = o.order_id and q.state = 'approved'
       group by o.order_id, o.goodwill having o.goodwill <> coalesce(sum(q.amount), 0)
      union all
      select 'one of us alone gave ' || q.amount
        from refund_proposals q
       where q.state = 'approved' and q.needs_two
         and (q.decided_by = q.proposed_by
              or 2 <> (select count(distinct d.actor_id) from desk_actions d
                        where d.subject_id = q.proposal_id and d.action in ('refund_proposed', 'refund_approved')))
      union all
      select 'screen ' || a.screen || ' is reserved twice' from screen_reservations a
        join screen_reservations b on b.party_id = a.party_id and b.reservation_id > a.reservation_id
         and (b.screen = a.screen or b.user_id = a.user_id)
         and b.first_quarter < a.first_quarter + a.quarters and a.first_quarter < b.first_quarter + b.quarters
      union all
      select 'somebody who left keeps a screen: ' || r.user_id
        from screen_reservations r join parties p on p.party_id = r.party_id
       where r.user_id <> p.host_id
         and not exists (select 1 from memberships m
                          where m.party_id = r.party_id and m.user_id = r.user_id and m.state <> 'ended')
         and (to_timestamp(r.first_quarter * 900) at time zone 'Asia/Seoul')::date > today
      union all
      select 'the password is known to somebody who left, and nobody is asked to change it'
        from vaults v
       where v.sealed is not null and not v.stale
         and exists (select 1 from vault_reveals r join memberships m on m.party_id = r.party_id and m.user_id = r.user_id
                      where r.party_id = v.party_id and r.version = v.version and m.state = 'ended'
                        and m.user_id <> (select host_id from parties p where p.party_id = v.party_id)
                        and not exists (select 1 from memberships n
                                         where n.party_id = m.party_id and n.user_id = m.user_id and n.state <> 'ended'))
      union all
      select 'the vault of a closed party is not empty'
        from vaults v join parties p on p.party_id = v.party_id where p.state = 'closed' and v.sealed is not null;
      end $$
      """;

  private static final String HELD =
      """
      select o.order_id, o.state,
             coalesce((select sum(l.amount)
                         from ledger_entries e join ledger_postings l on l.entry_id = e.entry_id
                        where e.order_id = o.order_id and l.account = 'provider'), 0)::bigint as held,
             o.state in ('awaiting', 'asked') or exists (
               select 1 from refunds r where r.order_id = o.order_id and r.state = 'open') as pending
        from payment_orders o
      """;

  private final PaymentWorld world;

  Invariants(PaymentWorld world) {
    this.world = world;
  }

  /** To be called once, when the world is open. */
  void prepare() {
    world.database.run(BROKEN);
  }

  /** After any step, finished or not. */
  List<String> broken() {
    return world.texts("select broken('" + world.today() + "') as text");
  }

  /**
   * When everything that was begun is finished: the provider has what the ledger says, to the won.
   */
  List<String> unexplained() {
    List<String> unexplained = new ArrayList<>(broken());
    Map<String, Long> held = new HashMap<>();
    for (Held order : world.rows(HELD, Held.class)) {
      held.merge(order.orderId.replaceFirst("_rc.*", ""), order.held, Long::sum);
      if (order.pending) {
        unexplained.add("order " + order.orderId + " is not finished: " + order.state);
      }
    }
    for (BootpayReceipt receipt : world.book().all()) {
      if (receipt.billingKey() == null && receipt.currency().equals("KRW")) {
        held.merge(receipt.orderId(), -receipt.held(), Long::sum);
      } else if (receipt.held() != 0) {
        unexplained.add("the provider keeps " + receipt);
      }
    }
    held.forEach(
        (orderId, difference) -> {
          if (difference != 0) {
            unexplained.add(
                "of order " + orderId + " the ledger has " + difference + " won more than it is");
          }
        });
    return unexplained;
  }

  record Held(String orderId, String state, long held, boolean pending) {}
}
