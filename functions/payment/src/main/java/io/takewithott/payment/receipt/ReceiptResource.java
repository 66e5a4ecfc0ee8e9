package io.takewithott.payment.receipt;

import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.http.Request;
import io.takewithott.core.http.Response;
import io.takewithott.payment.money.Won;
import io.takewithott.payment.receipt.ReceiptStore.PaymentRow;
import io.takewithott.payment.receipt.ReceiptStore.PayoutRow;
import io.takewithott.payment.request.Given;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody has paid, and was paid out. */
public final class ReceiptResource {
  private static final String HTML = "text/html; charset=utf-8";

  private final ReceiptStore store;

  public ReceiptResource(ReceiptStore store) {
    this.store = store;
  }

  /** The caller's payments, the latest first; one database call. */
  public Response payments(Request request) {
    List<PaymentRow> rows =
        store.payments(request.requireCaller().userId(), Given.cursor(request, Long.MAX_VALUE));
    List<PaymentRow> page = rows.subList(0, Math.min(rows.size(), ReceiptStore.PAGE));
    return Response.ok(
        new PaymentsResponse(
            page.stream().map(PaymentReceipt::of).toList(),
            rows.size() > page.size() ? page.get(page.size() - 1).entryId() : null));
  }

  /** One receipt, {@code ?format=html} to print; one database call. */
  public Response receipt(Request request) {
    String orderId = request.pathParameter("orderId");
    if (!orderId.matches("[A-Za-z0-9_-]{1,100}")) {
      throw Given.refused("orderId", "This is no id of an order");
    }
    PaymentReceipt receipt =
        store
            .payment(request.requireCaller().userId(), orderId)
            .map(PaymentReceipt::of)
            .orElseThrow(
                () -> new AppException(ErrorCode.NOT_FOUND, "You have made no such payment"));
    return switch (request.query("format").orElse("json")) {
      case "json" -> Response.ok(receipt);
      case "html" ->
          Response.bytes(200, HTML, ReceiptPage.of(receipt).getBytes(StandardCharsets.UTF_8))
              .withHeader("cache-control", "no-store")
              .withHeader(
                  "content-security-policy", "default-src 'none'; style-src 'unsafe-inline'")
              .withHeader("x-content-type-options", "nosniff");
      default -> throw Given.refused("format", "A receipt is json or html");
    };
  }

  /** What the caller was paid out as a host, and what waits; two database calls. */
  public Response payouts(Request request) {
    long userId = request.requireCaller().userId();
    List<PayoutRow> rows = store.payouts(userId, Given.cursor(request, Long.MAX_VALUE));
    List<PayoutRow> page = rows.subList(0, Math.min(rows.size(), ReceiptStore.PAGE));
    return Response.ok(
        new PayoutsResponse(
            store.waiting(userId),
            page.stream().map(PayoutResponse::of).toList(),
            rows.size() > page.size() ? page.get(page.size() - 1).payoutId() : null));
  }

  record PaymentsResponse(List<PaymentReceipt> payments, @Nullable Long next) {}

  /**
   * @param waiting earned and not paid out yet
   */
  record PayoutsResponse(Won waiting, List<PayoutResponse> payouts, @Nullable Long next) {}

  /**
   * @param period the month it is for
   */
  record PayoutResponse(
      long payoutId,
      String period,
      long partyId,
      String title,
      String service,
      Won amount,
      Instant paidAt) {
    static PayoutResponse of(PayoutRow row) {
      return new PayoutResponse(
          row.payoutId(),
          row.period(),
          row.partyId(),
          row.title(),
          row.service(),
          row.amount(),
          Instant.ofEpochSecond(row.paidSeconds()));
    }
  }
}
