package io.takewithott.payment.order;

import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.http.Request;
import io.takewithott.core.http.Response;
import io.takewithott.payment.bootpay.BootpayException;
import io.takewithott.payment.bootpay.Keys;
import io.takewithott.payment.money.Won;
import io.takewithott.payment.request.Given;
import io.takewithott.payment.request.IdempotencyKey;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Joining and paying. Joining makes two database calls (three when a request is repeated or there
 * is no seat), confirming six and two of the provider.
 */
public final class OrderResource {
  /** Where a stand-in for the provider has its window. */
  public static final String WINDOW = "/api.bootpay.co.kr/window";

  private final JoinStore joins;
  private final Orders orders;
  private final OrderIds ids;
  private final Keys keys;
  private final Optional<URI> standIn;

  /**
   * @param standIn what stands in for the provider, whose window is opened then
   */
  public OrderResource(
      JoinStore joins, Orders orders, OrderIds ids, Keys keys, Optional<URI> standIn) {
    this.joins = joins;
    this.orders = orders;
    this.ids = ids;
    this.keys = keys;
    this.standIn = standIn;
  }

  public Response join(Request request) {
    long userId = request.requireCaller().userId();
    long partyId = request.pathId("id");
    String key = IdempotencyKey.of(request);
    String code = request.hasBody() ? request.body(JoinRequest.class).code() : null;
    String clientKey = clientKey();
    Optional<String> locked = joins.lock(partyId, userId, code, ids.join(), key);
    Order order =
        locked.isPresent()
            ? orders.owned(userId, locked.get())
            : replayed(partyId, userId, code, key);
    return Response.created(response(order, clientKey));
  }

  private Order replayed(long partyId, long userId, @Nullable String code, String key) {
    Order order =
        orders.store().replayed(userId, key).orElseThrow(() -> joins.whyNot(partyId, userId, code));
    if (order.partyId() != partyId) {
      throw new AppException(ErrorCode.CONFLICT, "This Idempotency-Key was used for another party");
    }
    return order;
  }

  /** The customer agreed at the pay window. */
  public Response confirm(Request request) {
    long userId = request.requireCaller().userId();
    String orderId = id("orderId", request.pathParameter("orderId"));
    String receiptId = id("receiptId", request.body(ConfirmRequest.class).receiptId());
    Order order = orders.confirm(userId, orderId, receiptId);
    return switch (order.stands()) {
      case PAID -> Response.ok(response(order, clientKey()));
      case AWAITING, ASKED -> Response.accepted(response(order, clientKey()));
      case FAILED, EXPIRED ->
          throw new AppException(
              ErrorCode.PAYMENT_FAILED,
              "Nothing was taken: "
                  + Optional.ofNullable(order.reason()).orElse("it took too long"),
              Map.of("state", order.state()));
      case RETURNING, RETURNED ->
          throw new AppException(
              ErrorCode.PAYMENT_FAILED,
              "What was taken is given back: " + order.reason(),
              Map.of("state", order.state()));
    };
  }

  /** One of the caller's orders, looked up again if its outcome is not known. */
  public Response order(Request request) {
    long userId = request.requireCaller().userId();
    String orderId = id("orderId", request.pathParameter("orderId"));
    return Response.ok(response(orders.resolve(orders.owned(userId, orderId)), clientKey()));
  }

  /** Asked for first, so that nothing is locked that cannot be paid. */
  private String clientKey() {
    try {
      return keys.clientKey();
    } catch (BootpayException unknown) {
      throw new AppException(
          ErrorCode.UNAVAILABLE, "Payments are not set up here yet", Map.of(), unknown);
    }
  }

  static String id(String field, @Nullable String text) {
    if (text == null || !text.matches("[A-Za-z0-9_-]{1,100}")) {
      throw Given.refused(field, "This is no id of the payment provider's or ours");
    }
    return text;
  }

  private OrderResponse response(Order order, String clientKey) {
    boolean awaits = order.stands() == OrderState.AWAITING;
    return new OrderResponse(
        order.orderId(),
        order.partyId(),
        order.state(),
        order.reason(),
        order.share(),
        order.fee(),
        order.total(),
        awaits ? Instant.ofEpochSecond(order.lockedUntilSeconds()) : null,
        awaits ? window(order, clientKey) : null);
  }

  private WindowResponse window(Order order, String clientKey) {
    return new WindowResponse(
        clientKey,
        order.orderId(),
        order.name(),
        order.total(),
        standIn.map(address -> address + WINDOW).orElse(null));
  }

  /**
   * @param code of a party that is not found by anybody
   */
  record JoinRequest(@Nullable String code) {}

  record ConfirmRequest(@Nullable String receiptId) {}

  /**
   * @param lockedUntil until when the seat is kept for this order
   * @param window what the pay window is opened with
   */
  record OrderResponse(
      String orderId,
      long partyId,
      String state,
      @Nullable String reason,
      Won share,
      Won fee,
      Won total,
      @Nullable Instant lockedUntil,
      @Nullable WindowResponse window) {}

  /**
   * @param standIn the window's address where something stands in for the provider
   */
  record WindowResponse(
      String clientKey, String orderId, String orderName, Won price, @Nullable String standIn) {}
}
