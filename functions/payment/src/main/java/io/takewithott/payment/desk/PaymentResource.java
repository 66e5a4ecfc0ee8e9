package io.takewithott.payment.desk;

import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.http.Request;
import io.takewithott.core.http.Response;
import io.takewithott.payment.desk.PaymentStore.PaymentRow;
import io.takewithott.payment.desk.PaymentStore.PaymentSeen;
import io.takewithott.payment.ledger.EntryRead;
import io.takewithott.payment.money.Won;
import io.takewithott.payment.request.Given;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Payments for administrators to look at: one member's, and one with its ledger. */
public final class PaymentResource {
  private final PaymentStore payments;

  public PaymentResource(PaymentStore payments) {
    this.payments = payments;
  }

  /** {@code ?userId=}; one database call. */
  public Response ofMember(Request request) {
    long userId = Given.id(request, "userId");
    if (userId == 0) {
      throw Given.refused("userId", "Say whose payments");
    }
    return Response.ok(
        new PaymentsResponse(payments.ofMember(userId).stream().map(PaymentResponse::of).toList()));
  }

  /** One database call. */
  public Response one(Request request) {
    String orderId = request.pathParameter("orderId");
    if (!orderId.matches("[A-Za-z0-9_-]{1,100}")) {
      throw Given.refused("orderId", "This is no id of an order");
    }
    return Response.ok(
        payments
            .find(orderId)
            .map(SeenResponse::of)
            .orElseThrow(() -> new AppException(ErrorCode.NOT_FOUND, "There is no such order")));
  }

  record PaymentsResponse(List<PaymentResponse> orders) {}

  record PaymentResponse(
      String orderId,
      long partyId,
      long userId,
      String name,
      Won share,
      Won fee,
      Won total,
      String state,
      @Nullable String reason,
      Instant askedAt) {
    static PaymentResponse of(PaymentRow row) {
      return new PaymentResponse(
          row.orderId(),
          row.partyId(),
          row.userId(),
          row.name(),
          row.share(),
          row.fee(),
          row.share().plus(row.fee()),
          row.state(),
          row.reason(),
          Instant.ofEpochSecond(row.askedSeconds()));
    }
  }

  /**
   * @param possible what may be given back now; nothing of what was not paid
   * @param sum of every line here: 0, always
   */
  record SeenResponse(
      PaymentResponse order, long hostId, int possible, List<EntryRead.Answer> entries, long sum) {
    static SeenResponse of(PaymentSeen seen) {
      return new SeenResponse(
          PaymentResponse.of(seen.row()),
          seen.hostId(),
          seen.state().equals("paid") ? seen.possible() : 0,
          seen.entries().stream().map(EntryRead::answer).toList(),
          EntryRead.sum(seen.entries()));
    }
  }
}
