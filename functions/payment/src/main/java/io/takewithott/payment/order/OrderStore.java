package io.takewithott.payment.order;

import io.takewithott.core.database.Database;
import io.takewithott.core.database.Sql;
import io.takewithott.payment.bootpay.Receipt;
import io.takewithott.payment.ledger.Entry;
import io.takewithott.payment.ledger.Posted;
import io.takewithott.payment.member.Ending;
import io.takewithott.payment.member.PaidMonth;
import io.takewithott.payment.money.Today;
import io.takewithott.payment.money.Won;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Orders and their moves; every method is one call, and every move one statement. */
public final class OrderStore {
  /** Who asked the provider has so long to store what came of it, before others look. */
  static final Duration LEASE = Duration.ofSeconds(60);

  /** After the first month begins, the member has so long to say that they have no access. */
  public static final Duration ACCESS_CLOCK = Duration.ofHours(72);

  private final Database database;
  private final Today today;

  public OrderStore(Database database, Today today) {
    this.database = database;
    this.today = today;
  }

  Optional<Order> find(String orderId) {
    return database.readOne(
        Sql.of(OrderSql.FIND + " where o.order_id = :orderId")
            .bind("orderId", orderId)
            .bind("today", today.date()),
        Order.class);
  }

  /** What a join that was asked for under this key has led to. */
  Optional<Order> replayed(long userId, String key) {
    return database.readOne(
        Sql.of(OrderSql.FIND + " where o.user_id = :userId and o.idempotency_key = :key")
            .bind("userId", userId)
            .bind("key", key)
            .bind("today", today.date()),
        Order.class);
  }

  /** Says that the provider is about to be asked; whether it is this caller who is to ask it. */
  boolean ask(Order order, String receiptId) {
    return moved(
        Sql.of(OrderSql.ASK)
            .bind("orderId", order.orderId())
            .bind("receiptId", receiptId)
            .bindSeconds("now", today.now())
            .bindSeconds("until", today.now().plus(LEASE)));
  }

  /** The party is closed, so that nobody is to pay any more; not if that has been asked for. */
  void drop(Order order) {
    moved(Sql.of(OrderSql.DROP).bind("orderId", order.orderId()).bindSeconds("now", today.now()));
  }

  /** Takes over finding out what came of it, if nobody else is at it. */
  boolean take(Order order) {
    return moved(
        Sql.of(OrderSql.TAKE)
            .bind("orderId", order.orderId())
            .bindSeconds("now", today.now())
            .bindSeconds("until", today.now().plus(LEASE)));
  }

  /** It was paid, and the seat or the month is the member's. Not if that is not to be had. */
  boolean pay(Order order, Receipt receipt) {
    Instant now = today.now();
    Sql sql =
        Sql.of(order.isJoin() ? OrderSql.PAY_SEAT : OrderSql.PAY_MONTH)
            .bind("orderId", order.orderId())
            .bind("receiptId", receipt.receiptId())
            .bind("method", method(receipt))
            .bind("startsOn", order.startsOn())
            .bind("days", PaidMonth.daysFrom(order.startsOn()));
    if (order.isJoin()) {
      Instant begins = today.start(order.startsOn());
      Instant from = begins.isAfter(now) ? begins : now;
      sql = sql.bind("today", today.date()).bindSeconds("accessBy", from.plus(ACCESS_CLOCK));
    }
    Entry paid =
        Entry.paid(order.orderId(), order.partyId(), order.userId(), order.share(), order.fee());
    return moved(Posted.bind(sql, List.of(paid), now));
  }

  /**
   * Nothing was taken. The seat is free again; a month is charged again at another time, or the
   * membership pauses.
   *
   * @param again when a month is to be charged again; nothing to pause
   */
  boolean fail(Order order, String reason, Optional<Instant> again) {
    return moved(
        Sql.of(OrderSql.FAIL)
            .bind("orderId", order.orderId())
            .bind("reason", reason)
            .bind("pauses", again.isEmpty())
            .bindSeconds("again", again.orElse(today.now()))
            .bindSeconds("now", today.now()));
  }

  /**
   * What was taken is to be given back; the refund is begun with it.
   *
   * @param again as for a failure
   */
  boolean giveBack(Order order, Receipt receipt, String reason, Optional<Instant> again) {
    Sql sql =
        Sql.of(OrderSql.GIVE_BACK)
            .bind("orderId", order.orderId())
            .bind("receiptId", receipt.receiptId())
            .bind("method", method(receipt))
            .bind("refundId", Ending.refundId(order.orderId()))
            .bind("received", taken(receipt).amount())
            .bind("reason", reason)
            .bind("pauses", again.isEmpty())
            .bindSeconds("again", again.orElse(today.now()));
    return moved(Posted.bind(sql, received(order, order.orderId(), taken(receipt)), today.now()));
  }

  /** What a second receipt of an order took is given back as well. */
  boolean giveBackTwin(Order order, Receipt receipt) {
    String twinId = order.orderId() + "_" + receipt.receiptId();
    Sql sql =
        Sql.of(OrderSql.GIVE_BACK_TWIN)
            .bind("orderId", order.orderId())
            .bind("twinId", twinId)
            .bind("receiptId", receipt.receiptId())
            .bind("method", method(receipt))
            .bind("refundId", Ending.refundId(twinId))
            .bind("received", taken(receipt).amount());
    return moved(Posted.bind(sql, received(order, twinId, taken(receipt)), today.now()));
  }

  private static @Nullable String method(Receipt receipt) {
    return receipt.method().isEmpty() ? null : receipt.method();
  }

  /** The ledger is in won: of another currency it knows nothing. */
  private static Won taken(Receipt receipt) {
    return receipt.isWon() ? receipt.held() : Won.NONE;
  }

  private static List<Entry> received(Order order, String orderId, Won taken) {
    return taken.isNone()
        ? List.of()
        : List.of(Entry.received(orderId, order.partyId(), order.userId(), taken));
  }

  /** Locks that nobody has used; how many. */
  public int expire(int most) {
    return database
        .write(
            Sql.of(OrderSql.EXPIRE).bindSeconds("now", today.now()).bind("most", most), Moved.class)
        .size();
  }

  /** Orders whose outcome nobody is looking for. */
  public List<Order> unresolved(int most) {
    return database.read(
        Sql.of(
                OrderSql.FIND
                    + """
                     where o.state = 'asked' and o.check_at <= to_timestamp(:now)
                     order by o.check_at limit :most
                    """)
            .bind("today", today.date())
            .bindSeconds("now", today.now())
            .bind("most", most),
        Order.class);
  }

  private boolean moved(Sql sql) {
    return !database.write(sql, Moved.class).isEmpty();
  }

  record Moved(String orderId) {}
}
