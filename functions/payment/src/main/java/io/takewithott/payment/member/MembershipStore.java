package io.takewithott.payment.member;

import io.takewithott.core.database.Database;
import io.takewithott.core.database.Sql;
import io.takewithott.core.json.Json;
import io.takewithott.payment.ledger.Posted;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Memberships and their money; every method is one call. */
public final class MembershipStore {
  private static final String STANDING =
      """
      select m.membership_id, m.party_id, m.user_id, p.host_id, m.state, m.version, m.renews,
             m.access_at is not null or m.access_by <= to_timestamp(:now) as confirmed,
             c.kind as claim_kind, to_char(c.opened_on, 'YYYY-MM-DD') as claim_on,
             (select coalesce(json_agg(json_build_object(
                       'cycle', y.cycle, 'order_id', y.order_id,
                       'starts_on', to_char(y.starts_on, 'YYYY-MM-DD'), 'days', y.days,
                       'served_days', y.served_days, 'share', y.share, 'fee', y.fee)
                       order by y.cycle), '[]')
                from cycles y
               where y.membership_id = m.membership_id and y.state = 'paid')::text as months_json
        from memberships m
        join parties p on p.party_id = m.party_id
        left join party_claims c
          on c.membership_id = m.membership_id and c.state in ('open', 'escalated', 'proposed')
      """;

  private static final String END =
      """
      with moved as (
        update memberships m
           set state = 'ended', ended_on = :today, end_reason = :reason, version = version + 1
         where m.membership_id = :membershipId and m.version = :version and m.state <> 'ended'
        returning m.membership_id, m.party_id, m.seat_id, m.user_id),
      freed as (
        update seats s set state = 'free', user_id = null from moved
         where s.seat_id = moved.seat_id and s.state = 'taken' and s.user_id = moved.user_id),
      closed as (
        update cycles c set state = 'ended', served_days = j.served
          from moved, json_to_recordset(cast(:months as json)) as j (cycle integer, served smallint)
         where c.membership_id = moved.membership_id and c.cycle = j.cycle),
      dropped as (
        update cycles c set state = 'dropped', next_at = null from moved
         where c.membership_id = moved.membership_id and c.state in ('due', 'charging')),
      judged as (
        update party_claims c
           set state = case when :reason in ('left', 'expired', 'unpaid') then 'withdrawn' else 'upheld' end,
               decided_at = to_timestamp(:enteredAt)
          from moved
         where c.membership_id = moved.membership_id and c.state in ('open', 'escalated', 'proposed')),
      refunded as (
        insert into refunds (refund_id, order_id, party_id, user_id, amount, reason, state, next_at, decided_at)
        select j.refund_id, j.order_id, moved.party_id, moved.user_id, j.amount, :reason, 'open',
               to_timestamp(:enteredAt), to_timestamp(:enteredAt)
          from moved, json_to_recordset(cast(:refunds as json))
            as j (refund_id text, order_id text, amount integer))
      """
          + Posted.SQL
          + "select membership_id from moved";

  private static final String CREDIT =
      """
      with moved as (
        update memberships m set version = version + 1,
               access_at = coalesce(access_at, to_timestamp(:enteredAt))
         where m.membership_id = :membershipId and m.version = :version and m.state <> 'ended'
        returning m.membership_id),
      credited as (
        update cycles c
           set served_days = j.served,
               state = case when j.served = c.days then 'ended' else c.state end
          from moved, json_to_recordset(cast(:months as json)) as j (cycle integer, served smallint)
         where c.membership_id = moved.membership_id and c.cycle = j.cycle)
      """
          + Posted.SQL
          + "select membership_id from moved";

  private final Database database;

  public MembershipStore(Database database) {
    this.database = database;
  }

  public Optional<Standing> find(long membershipId, Instant now) {
    return database.readOne(
        Sql.of(STANDING + " where m.membership_id = :id")
            .bind("id", membershipId)
            .bindSeconds("now", now),
        Standing.class);
  }

  /** The membership that a user has in a party, if it has not ended. */
  public Optional<Standing> find(long partyId, long userId, Instant now) {
    return database.readOne(
        Sql.of(
                STANDING
                    + " where m.party_id = :partyId and m.user_id = :userId and m.state <> 'ended'")
            .bind("partyId", partyId)
            .bind("userId", userId)
            .bindSeconds("now", now),
        Standing.class);
  }

  /** Those with days to credit, after a given one: for the nightly run. */
  public List<Standing> creditable(long after, int most, LocalDate today, Instant now) {
    return database.read(
        Sql.of(
                STANDING
                    + """
                     where m.membership_id > :after and m.state <> 'ended' and c.claim_id is null
                       and (m.access_at is not null or m.access_by <= to_timestamp(:now))
                       and exists (select 1 from cycles y
                                    where y.membership_id = m.membership_id and y.state = 'paid'
                                      and y.starts_on + y.served_days < :today)
                     order by m.membership_id limit :most
                    """)
            .bind("after", after)
            .bind("today", today)
            .bindSeconds("now", now)
            .bind("most", most),
        Standing.class);
  }

  /** Ends a membership as decided; not if it has changed since. */
  boolean end(Standing standing, Ending ending, Leaving leaving, LocalDate today, Instant now) {
    Sql sql =
        Sql.of(END)
            .bind("membershipId", standing.membershipId())
            .bind("version", standing.version())
            .bind("today", today)
            .bind("reason", leaving.column())
            .bind("months", Json.text(ending.months()))
            .bind("refunds", Json.text(ending.refunds().stream().map(BackRow::of).toList()));
    return !database.write(Posted.bind(sql, ending.entries(), now), Moved.class).isEmpty();
  }

  /** Credits the host as decided; not if the membership has changed since. */
  boolean credit(Standing standing, Credit credit, Instant now) {
    Sql sql =
        Sql.of(CREDIT)
            .bind("membershipId", standing.membershipId())
            .bind("version", standing.version())
            .bind("months", Json.text(credit.months()));
    return !database.write(Posted.bind(sql, credit.entries(), now), Moved.class).isEmpty();
  }

  /** The member says that they have access; whether there is such a member. */
  public boolean confirmAccess(long partyId, long userId, Instant now) {
    return database.write(
            Sql.of(
                    """
                    update memberships
                       set access_at = coalesce(access_at, to_timestamp(:now)), version = version + 1
                     where party_id = :partyId and user_id = :userId and state <> 'ended'
                       and not exists (select 1 from party_claims c
                                        where c.membership_id = memberships.membership_id
                                          and c.state in ('open', 'escalated', 'proposed'))
                    """)
                .bind("partyId", partyId)
                .bind("userId", userId)
                .bindSeconds("now", now))
        == 1;
  }

  /** Whether another month is wanted when this one is over. */
  public boolean renew(long partyId, long userId, boolean renews) {
    return database.write(
            Sql.of(
                    """
                    update memberships set renews = :renews, version = version + 1
                     where party_id = :partyId and user_id = :userId and state <> 'ended'
                    """)
                .bind("partyId", partyId)
                .bind("userId", userId)
                .bind("renews", renews))
        == 1;
  }

  record Moved(long membershipId) {}

  private record BackRow(
      @com.fasterxml.jackson.annotation.JsonProperty("refund_id") String refundId,
      @com.fasterxml.jackson.annotation.JsonProperty("order_id") String orderId,
      long amount) {
    static BackRow of(Ending.Back back) {
      return new BackRow(back.refundId(), back.orderId(), back.amount().amount());
    }
  }
}
