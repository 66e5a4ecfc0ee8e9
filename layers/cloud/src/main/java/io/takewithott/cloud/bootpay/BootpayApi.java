package io.takewithott.cloud.bootpay;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/** The calls of the API. */
final class BootpayApi {
  private static final long THOUSAND_WON = 1000;
  private static final String WON = "KRW";

  private final BootpayBook book;

  BootpayApi(BootpayBook book) {
    this.book = book;
  }

  static Optional<BootpayPlace> place(String method, String path) {
    String start = path.replaceAll("/[^/]*$", "/");
    return Optional.ofNullable(
        switch (method + " " + start) {
          case "GET receipt/" -> BootpayPlace.RECEIPT;
          case "GET lookup/order/" -> BootpayPlace.LOOKUP;
          case "POST confirm" -> BootpayPlace.CONFIRM;
          case "POST cancel" -> BootpayPlace.CANCEL;
          case "POST subscribe/" -> path.equals("subscribe/payment") ? BootpayPlace.CHARGE : null;
          case "GET subscribe/billing_key/", "DELETE subscribe/billing_key/" ->
              BootpayPlace.BILLING_KEY;
          default -> null;
        });
  }

  BootpayAnswer answer(
      BootpayPlace place, String path, JsonNode body, Optional<BootpayFault> fault) {
    String last = path.substring(path.lastIndexOf('/') + 1);
    return switch (place) {
      case RECEIPT -> shown(book.receipt(last));
      case LOOKUP ->
          BootpayAnswer.json(book.ofOrder(last).stream().map(BootpayReceipt::shown).toList());
      case BILLING_KEY ->
          book.receipt(last).isPresent() || !book.forget(last)
              ? shown(book.receipt(last))
              : BootpayAnswer.json(Map.of("done", true));
      case CONFIRM -> done(book.confirm(body.path("receipt_id").asText()), fault);
      case CHARGE ->
          done(
              book.charge(
                  body.path("billing_key").asText(),
                  body.path("order_id").asText(),
                  body.path("order_name").asText(),
                  body.path("price").asLong()),
              fault);
      case CANCEL ->
          done(
              book.cancel(
                  body.path("receipt_id").asText(),
                  body.path("cancel_id").asText(""),
                  body.path("cancel_price").asLong(0)),
              Optional.empty());
    };
  }

  private static BootpayAnswer shown(Optional<BootpayReceipt> receipt) {
    return receipt
        .map(found -> BootpayAnswer.json(found.shown()))
        .orElse(BootpayAnswer.refused(404, "RC_NOT_FOUND"));
  }

  private BootpayAnswer done(Optional<BootpayReceipt> receipt, Optional<BootpayFault> fault) {
    if (receipt.isEmpty()) {
      return BootpayAnswer.refused(400, "RC_NOT_POSSIBLE");
    }
    String receiptId = receipt.get().receiptId();
    fault.ifPresent(kind -> spoil(receiptId, kind));
    return BootpayAnswer.changed(book.receipt(receiptId).orElseThrow());
  }

  private void spoil(String receiptId, BootpayFault fault) {
    switch (fault) {
      case WRONG_AMOUNT -> book.alter(receiptId, THOUSAND_WON, WON);
      case WRONG_CURRENCY -> book.alter(receiptId, 0, "USD");
      case CANCELLED_BETWEEN -> book.cancelOutside(receiptId);
      case TWICE -> book.repeat(receiptId);
      default -> {}
    }
  }
}
