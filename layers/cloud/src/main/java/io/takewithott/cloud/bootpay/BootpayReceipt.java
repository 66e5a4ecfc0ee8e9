package io.takewithott.cloud.bootpay;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One receipt as it stands.
 *
 * @param billingKey of a registration
 */
public record BootpayReceipt(
    String receiptId,
    String orderId,
    String orderName,
    long price,
    long cancelled,
    String currency,
    int status,
    @Nullable String billingKey) {
  public static final int PAID = 1;
  public static final int AGREED = 2;
  public static final int REGISTERED = 11;
  public static final int CANCELLED = 20;
  public static final int FAILED = -2;

  BootpayReceipt withStatus(int other) {
    return new BootpayReceipt(
        receiptId, orderId, orderName, price, cancelled, currency, other, billingKey);
  }

  BootpayReceipt withPrice(long other, String otherCurrency) {
    return new BootpayReceipt(
        receiptId, orderId, orderName, other, cancelled, otherCurrency, status, billingKey);
  }

  BootpayReceipt lessBy(long amount) {
    return new BootpayReceipt(
        receiptId, orderId, orderName, price, cancelled + amount, currency, CANCELLED, billingKey);
  }

  /** What it still has of it. */
  public long held() {
    return status == PAID || status == CANCELLED ? price - cancelled : 0;
  }

  /** As the API shows it. */
  Map<String, Object> shown() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("receipt_id", receiptId);
    if (billingKey == null) {
      members.put("order_id", orderId);
      members.put("price", price);
      members.put("tax_free", 0);
      members.put("cancelled_price", cancelled);
      members.put("order_name", orderName);
      members.put("currency", currency);
      members.put("company_name", "Take With OTT");
      members.put("sandbox", true);
      members.put("pg", "local");
      members.put("method", "card");
      members.put("card_data", Map.of("card_company", "로컬카드", "card_no", "9400-****-****-0000"));
      members.put("receipt_url", "http://localhost/receipts/" + receiptId);
    } else {
      members.put("subscription_id", orderId);
      members.put("billing_key", billingKey);
      members.put("billing_data", Map.of("card_company", "로컬카드", "card_no", "9400-****-****-0000"));
    }
    members.put("status", status);
    return members;
  }
}
