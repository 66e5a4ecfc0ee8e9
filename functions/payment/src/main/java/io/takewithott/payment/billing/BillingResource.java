package io.takewithott.payment.billing;

import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.envelope.EnvelopeException;
import io.takewithott.core.http.Request;
import io.takewithott.core.http.Response;
import io.takewithott.payment.bootpay.BillingKey;
import io.takewithott.payment.bootpay.Bootpay;
import io.takewithott.payment.bootpay.BootpayException;
import io.takewithott.payment.bootpay.BootpayException.Outcome;
import io.takewithott.payment.bootpay.Keys;
import io.takewithott.payment.order.Order;
import io.takewithott.payment.order.OrderIds;
import io.takewithott.payment.order.OrderResource;
import io.takewithott.payment.order.OrderState;
import io.takewithott.payment.request.Given;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The card that later months are charged by. The key itself is never shown. */
public final class BillingResource {
  private static final Logger LOG = LoggerFactory.getLogger(BillingResource.class);

  private final BillingKeyStore store;
  private final BillingStore months;
  private final Billing billing;
  private final Bootpay bootpay;
  private final OrderIds ids;
  private final Keys keys;
  private final Optional<URI> standIn;

  /**
   * @param standIn what stands in for the provider, whose window is opened then
   */
  public BillingResource(
      BillingKeyStore store,
      BillingStore months,
      Billing billing,
      Bootpay bootpay,
      OrderIds ids,
      Keys keys,
      Optional<URI> standIn) {
    this.store = store;
    this.months = months;
    this.billing = billing;
    this.bootpay = bootpay;
    this.ids = ids;
    this.keys = keys;
    this.standIn = standIn;
  }

  /** Begins a registration; one database call. */
  public Response begin(Request request) {
    String subscriptionId = ids.subscription();
    store.begin(request.requireCaller().userId(), subscriptionId);
    return Response.created(
        new BeginResponse(
            keys.clientKey(),
            subscriptionId,
            standIn.map(address -> address + OrderResource.WINDOW).orElse(null)));
  }

  /** Completes it: only the registration that the caller began is taken. */
  public Response register(Request request) {
    long userId = request.requireCaller().userId();
    String receiptId = request.body(RegisterRequest.class).receiptId();
    if (receiptId == null || !receiptId.matches("[A-Za-z0-9_-]{1,100}")) {
      throw Given.refused("receiptId", "This is no id of the payment provider's");
    }
    BillingKey key = read(receiptId);
    Optional<String> former = former(userId);
    if (!store.register(userId, key)) {
      throw new AppException(ErrorCode.INVALID_VALUE, "This is not the registration you began");
    }
    former.filter(old -> !old.equals(key.billingKey())).ifPresent(this::forget);
    return Response.ok(new CardResponse(true, key.card(), null));
  }

  public Response card(Request request) {
    return Response.ok(
        store
            .card(request.requireCaller().userId())
            .map(
                found ->
                    new CardResponse(
                        true, found.card(), Instant.ofEpochSecond(found.registeredSeconds())))
            .orElse(new CardResponse(false, null, null)));
  }

  public Response remove(Request request) {
    long userId = request.requireCaller().userId();
    Optional<String> former = former(userId);
    store.remove(userId);
    former.ifPresent(this::forget);
    return Response.noContent();
  }

  /** Has a paused membership charged again. */
  public Response resume(Request request) {
    long userId = request.requireCaller().userId();
    var resumed = months.resume(request.pathId("id"), userId);
    if (resumed.isEmpty()) {
      throw new AppException(ErrorCode.CONFLICT, "Nothing of yours is paused here");
    }
    Optional<Order> order = billing.charge(resumed.get(0).membershipId());
    boolean paid = order.filter(one -> one.stands() == OrderState.PAID).isPresent();
    boolean unknown = order.filter(one -> one.stands() == OrderState.ASKED).isPresent();
    if (!paid && !unknown) {
      throw new AppException(
          ErrorCode.PAYMENT_FAILED,
          "Nothing was taken: " + order.map(Order::reason).orElse("it is being charged already"));
    }
    return paid
        ? Response.ok(Map.of("state", "paid"))
        : Response.accepted(Map.of("state", "asked"));
  }

  private BillingKey read(String receiptId) {
    try {
      return bootpay.billingKey(receiptId);
    } catch (BootpayException failure) {
      throw failure.outcome() == Outcome.REFUSED
          ? new AppException(ErrorCode.INVALID_VALUE, "There is no such registration")
          : new AppException(
              ErrorCode.UNAVAILABLE,
              "The payment provider does not answer; try again in a moment",
              Map.of(),
              failure);
    }
  }

  /** The key that is in use; one that cannot be opened now stands in nobody's way. */
  private Optional<String> former(long userId) {
    try {
      return store.key(userId);
    } catch (EnvelopeException unavailable) {
      LOG.atWarn().setCause(unavailable).log("a billing key could not be opened");
      return Optional.empty();
    }
  }

  /** What we do not use any more is ended there too; if that fails, nobody here knows it. */
  private void forget(String billingKey) {
    try {
      bootpay.forget(billingKey);
    } catch (BootpayException failure) {
      LOG.atWarn().setCause(failure).log("a billing key could not be ended");
    }
  }

  record RegisterRequest(@Nullable String receiptId) {}

  /**
   * @param subscriptionId what the provider's window is to be opened for
   * @param standIn the window's address where something stands in for the provider
   */
  record BeginResponse(String clientKey, String subscriptionId, @Nullable String standIn) {}

  record CardResponse(boolean registered, @Nullable String card, @Nullable Instant registeredAt) {}
}
