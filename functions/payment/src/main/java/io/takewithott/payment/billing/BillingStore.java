package io.takewithott.payment.billing;

import io.takewithott.core.database.Database;
import io.takewithott.core.database.Sql;
import io.takewithott.payment.money.Today;
import java.time.Duration;
import java.util.List;

/** The months that are to be charged; every method is one call. */
public final class BillingStore {
  /** A seat is kept for so long when its month could not be charged. */
  private static final Duration GRACE = Duration.ofDays(7);

  /** As for every order: who asks the provider has so long to store what came of it. */
  private static final Duration LEASE = Duration.ofSeconds(60);

  private static final String BEGIN =
      """
      insert into cycles (membership_id, cycle, state, due_on, share, fee, next_at)
      select m.membership_id, l.cycle + 1, 'due', l.starts_on + l.days, s.share, p.fee, to_timestamp(:now)
        from memberships m
        join seats s on s.seat_id = m.seat_id
        join parties p on p.party_id = m.party_id and p.state <> 'closed'
        join lateral (
          select c.cycle, c.state, c.starts_on, c.days from cycles c
           where c.membership_id = m.membership_id order by c.cycle desc limit 1) l
          on l.state in ('paid', 'ended') and l.starts_on + l.days <= :today
       where m.state = 'active' and m.renews
         and not exists (select 1 from party_claims c
                          where c.membership_id = m.membership_id
                            and c.state in ('open', 'escalated', 'proposed'))
      on conflict do nothing
      """;

  /** The month is claimed and its order made in one: two runs at once never charge it twice. */
  private static final String CLAIM =
      """
      with due as (
        select c.membership_id, c.cycle
          from cycles c
          join memberships m on m.membership_id = c.membership_id and m.state <> 'ended' and m.renews
         where c.state = 'due' and c.next_at <= to_timestamp(:now)
           and (:membershipId = 0 or c.membership_id = :membershipId)
         order by c.next_at limit :most
           for update of c skip locked),
      claimed as (
        update cycles c
           set state = 'charging', attempts = attempts + 1, tries = tries + 1, next_at = null,
               order_id = 'm' || c.membership_id || '_c' || c.cycle || '_a' || (c.attempts + 1)
          from due where c.membership_id = due.membership_id and c.cycle = due.cycle
        returning c.membership_id, c.cycle, c.order_id, c.share, c.fee)
      insert into payment_orders (order_id, kind, party_id, user_id, seat_id, membership_id, cycle, name,
                                  share, fee, state, created_at, asked_at, check_at, checks)
      select claimed.order_id, 'cycle', m.party_id, m.user_id, m.seat_id, m.membership_id, claimed.cycle, p.title,
             claimed.share, claimed.fee, 'asked', to_timestamp(:now), to_timestamp(:now), to_timestamp(:until), 1
        from claimed
        join memberships m on m.membership_id = claimed.membership_id
        join parties p on p.party_id = m.party_id
      returning order_id
      """;

  private static final String RESUME =
      """
      update cycles c set next_at = to_timestamp(:now), tries = 0
        from memberships m
       where m.membership_id = c.membership_id and m.party_id = :partyId and m.user_id = :userId
         and m.state = 'paused' and m.renews and c.state = 'due'
      returning c.membership_id
      """;

  private static final String OVER =
      """
      select m.membership_id, m.state = 'paused' as unpaid
        from memberships m
       where (m.state = 'paused' and m.paused_at <= to_timestamp(:grace))
          or (m.state = 'active' and not m.renews
              and not exists (select 1 from cycles c
                               where c.membership_id = m.membership_id
                                 and (c.state = 'charging'
                                      or c.starts_on + c.days > :today)))
       order by m.membership_id limit :most
      """;

  private final Database database;
  private final Today today;

  public BillingStore(Database database, Today today) {
    this.database = database;
    this.today = today;
  }

  /** Another month of every membership whose last one is over; how many. */
  long begin() {
    return database.write(
        Sql.of(BEGIN).bind("today", today.date()).bindSeconds("now", today.now()));
  }

  /**
   * Takes months that are due, each under an order of its own.
   *
   * @param membershipId 0 for any
   */
  List<Claimed> claim(long membershipId, int most) {
    return database.write(
        Sql.of(CLAIM)
            .bind("membershipId", membershipId)
            .bind("most", most)
            .bindSeconds("now", today.now())
            .bindSeconds("until", today.now().plus(LEASE)),
        Claimed.class);
  }

  /** Has the month of a paused membership charged again; which one. */
  List<Resumed> resume(long partyId, long userId) {
    return database.write(
        Sql.of(RESUME)
            .bind("partyId", partyId)
            .bind("userId", userId)
            .bindSeconds("now", today.now()),
        Resumed.class);
  }

  /** Memberships that are to end, for nobody paid or nobody wanted another month. */
  List<Over> over(int most) {
    return database.read(
        Sql.of(OVER)
            .bindSeconds("grace", today.now().minus(GRACE))
            .bind("today", today.date())
            .bind("most", most),
        Over.class);
  }

  record Claimed(String orderId) {}

  record Resumed(long membershipId) {}

  record Over(long membershipId, boolean unpaid) {}
}
