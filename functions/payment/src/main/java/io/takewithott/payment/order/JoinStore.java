package io.takewithott.payment.order;

import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.database.Database;
import io.takewithott.core.database.DatabaseException;
import io.takewithott.core.database.Sql;
import io.takewithott.payment.money.Today;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Locks a seat for who wants to pay for it; one call where there is one to be had. */
public final class JoinStore {
  /** As long as somebody may stand at the pay window while others wait for the seat. */
  static final Duration LOCK = Duration.ofMinutes(10);

  /** Seats that one member may be paying for at a time, of all parties. */
  private static final int MOST_AT_A_TIME = 3;

  /**
   * Rows are skipped that somebody else is taking at this moment, so that nobody waits and the next
   * seat is found instead; a lock that has run out is taken over with its order, unless the
   * provider has been asked for that one's money.
   */
  private static final String LOCK_SEAT =
      """
      with party as (
        select p.party_id, p.fee, p.title
          from parties p join users u on u.user_id = :userId and u.deleted_at is null
         where p.party_id = :partyId and p.state = 'open' and p.host_id <> :userId
           and (p.invite_code is null or p.invite_code = :code)
           and not exists (select 1 from memberships m
                            where m.party_id = p.party_id and m.user_id = :userId and m.state <> 'ended')
           and (select count(*) from payment_orders o join seats s on s.order_id = o.order_id
                 where o.user_id = :userId and o.state in ('awaiting', 'asked')) < :atATime
           for share of p),
      seat as (
        select s.seat_id, s.share, s.order_id as former
          from seats s join party on party.party_id = s.party_id
         where s.state = 'free'
            or (s.state = 'locked' and s.locked_until <= to_timestamp(:now)
                and exists (select 1 from payment_orders o
                             where o.order_id = s.order_id and o.state = 'awaiting'))
         order by s.position limit 1
           for update of s skip locked),
      lapsed as (
        update payment_orders o set state = 'expired', settled_at = to_timestamp(:now)
          from seat where o.order_id = seat.former and o.state = 'awaiting'
        returning o.order_id),
      locked as (
        update seats s
           set state = 'locked', order_id = :orderId, locked_until = to_timestamp(:until), user_id = null
          from seat
         where s.seat_id = seat.seat_id
           and (seat.former is null or exists (select 1 from lapsed))
        returning s.seat_id, s.share)
      insert into payment_orders (order_id, kind, party_id, user_id, seat_id, name, share, fee, state,
                                  idempotency_key, created_at)
      select :orderId, 'join', party.party_id, :userId, locked.seat_id, party.title, locked.share, party.fee,
             'awaiting', :key, to_timestamp(:now)
        from party, locked
      returning order_id
      """;

  private static final String WHY_NOT =
      """
      select p.state, p.host_id = :userId as own,
             p.invite_code is not null and p.invite_code is distinct from :code as uninvited,
             exists (select 1 from memberships m
                      where m.party_id = p.party_id and m.user_id = :userId and m.state <> 'ended') as member,
             (select o.order_id from payment_orders o
               where o.party_id = p.party_id and o.user_id = :userId and o.kind = 'join'
                 and o.state in ('awaiting', 'asked')) as paying,
             (select count(*) from payment_orders o join seats s on s.order_id = o.order_id
               where o.user_id = :userId and o.state in ('awaiting', 'asked')) >= :atATime as busy
        from parties p where p.party_id = :partyId
      """;

  private final Database database;
  private final Today today;

  public JoinStore(Database database, Today today) {
    this.database = database;
    this.today = today;
  }

  /** Locks a seat under a new order; none when none is to be had, or the key was used before. */
  Optional<String> lock(
      long partyId, long userId, @Nullable String code, String orderId, String key) {
    Sql sql =
        bound(Sql.of(LOCK_SEAT), partyId, userId, code)
            .bind("orderId", orderId)
            .bind("key", key)
            .bindSeconds("now", today.now())
            .bindSeconds("until", today.now().plus(LOCK));
    try {
      return database.writeOne(sql, OrderStore.Moved.class).map(OrderStore.Moved::orderId);
    } catch (DatabaseException failure) {
      if (failure.violatesUnique("payment_orders_once")
          || failure.violatesUnique("payment_orders_one_seat")) {
        return Optional.empty();
      }
      throw failure;
    }
  }

  /** Why there was no seat. */
  AppException whyNot(long partyId, long userId, @Nullable String code) {
    Optional<Why> found =
        database.readOne(bound(Sql.of(WHY_NOT), partyId, userId, code), Why.class);
    if (found.isEmpty()) {
      return new AppException(ErrorCode.NOT_FOUND, "There is no party " + partyId);
    }
    Why why = found.get();
    if (why.own || why.member) {
      return new AppException(ErrorCode.CONFLICT, "You are in this party already");
    }
    if (why.uninvited) {
      return new AppException(ErrorCode.FORBIDDEN, "This party takes whoever has its code");
    }
    if (!why.state.equals("open")) {
      return new AppException(ErrorCode.CONFLICT, "This party takes nobody now");
    }
    if (why.paying != null) {
      return new AppException(
          ErrorCode.CONFLICT,
          "You are paying for a seat of this party already",
          java.util.Map.of("orderId", why.paying));
    }
    if (why.busy) {
      return new AppException(
          ErrorCode.CONFLICT, "Finish paying for the seats that you have locked already");
    }
    return new AppException(
        ErrorCode.SEAT_TAKEN, "Every seat of this party is taken or being paid for");
  }

  private static Sql bound(Sql sql, long partyId, long userId, @Nullable String code) {
    return sql.bind("partyId", partyId)
        .bind("userId", userId)
        .bind("code", code)
        .bind("atATime", MOST_AT_A_TIME);
  }

  /**
   * @param paying the order that is under way
   */
  record Why(
      String state,
      boolean own,
      boolean uninvited,
      boolean member,
      @Nullable String paying,
      boolean busy) {}
}
