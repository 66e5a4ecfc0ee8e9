package io.takewithott.payment.bootpay;

import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.payment.bootpay.BootpayException.Outcome;
import io.takewithott.payment.money.Won;

/**
 * What the provider says of a payment.
 *
 * @param price in units of the currency
 * @param cancelled of the price, so far
 * @param method how it was paid: the card's name and its last digits; empty where it is not said
 */
public record Receipt(
    String receiptId,
    String orderId,
    ReceiptStatus status,
    Won price,
    Won cancelled,
    String currency,
    String method) {
  private static final String KOREAN = "KRW";
  private static final int LAST_DIGITS = 4;
  private static final int LONGEST_NAME = 40;

  public boolean isWon() {
    return currency.equals(KOREAN);
  }

  /** What it still holds. */
  public Won held() {
    return price.minus(cancelled);
  }

  /** Whether money is with the provider because of it. */
  public boolean hasTaken() {
    return status == ReceiptStatus.PAID || (status == ReceiptStatus.CANCELLED && !held().isNone());
  }

  public boolean isFor(String order, Won amount) {
    return orderId.equals(order) && isWon() && price.equals(amount);
  }

  static Receipt of(JsonNode node) {
    Won price = won(node, "price");
    Won cancelled = node.hasNonNull("cancelled_price") ? won(node, "cancelled_price") : Won.NONE;
    if (cancelled.compareTo(price) > 0) {
      throw odd("cancelled_price");
    }
    return new Receipt(
        id(node, "receipt_id"),
        id(node, "order_id"),
        ReceiptStatus.of(whole(node, "status")),
        price,
        cancelled,
        node.path("currency").asText(KOREAN),
        method(node));
  }

  /** Of a card's number no more than its last four digits, whatever was sent. */
  private static String method(JsonNode node) {
    JsonNode card = node.path("card_data");
    String name = card.path("card_company").asText(node.path("method").asText(""));
    String digits = card.path("card_no").asText("").replaceAll("[^0-9]", "");
    String last =
        digits.length() < LAST_DIGITS ? "" : digits.substring(digits.length() - LAST_DIGITS);
    String plain = name.replaceAll("[\\p{Cntrl}0-9]", "").strip();
    String shown = plain.substring(0, Math.min(LONGEST_NAME, plain.length()));
    return last.isEmpty() ? shown : (shown + " ****" + last).strip();
  }

  private static Won won(JsonNode node, String member) {
    double value = node.path(member).asDouble(-1);
    if (!node.path(member).isNumber() || value < 0 || value > 1e9 || value != Math.rint(value)) {
      throw odd(member);
    }
    return new Won((long) value);
  }

  private static int whole(JsonNode node, String member) {
    if (!node.path(member).canConvertToInt() || !node.path(member).isIntegralNumber()) {
      throw odd(member);
    }
    return node.path(member).intValue();
  }

  static String id(JsonNode node, String member) {
    String text = node.path(member).asText("");
    if (!text.matches("[A-Za-z0-9._-]{1,128}")) {
      throw odd(member);
    }
    return text;
  }

  /** It was answered, so whatever was asked for may have been done. */
  private static BootpayException odd(String member) {
    return new BootpayException(Outcome.UNKNOWN, "The answer has no proper " + member);
  }
}
