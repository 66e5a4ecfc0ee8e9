package io.takewithott.payment.bootpay;

import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.core.json.Json;
import io.takewithott.core.lambda.Budget;
import io.takewithott.payment.bootpay.BootpayException.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The provider over HTTP. */
public final class BootpayClient implements Bootpay {
  /** An order of ours is paid once; this many receipts of one are a fault on the other side. */
  private static final int MOST_RECEIPTS = 50;

  private final BootpayHttp http;

  public BootpayClient(BootpayConfig config, Keys keys, Budget budget) {
    this.http = new BootpayHttp(config, keys, budget);
  }

  @Override
  public Receipt receipt(String receiptId) {
    return Receipt.of(http.read("receipt/" + receiptId + "?lookup_user_data=false"));
  }

  @Override
  public List<Receipt> ofOrder(String orderId) {
    JsonNode list = lookup(orderId);
    if (!list.isArray() || list.size() > MOST_RECEIPTS) {
      throw new BootpayException(Outcome.UNKNOWN, "The answer is no list of receipts");
    }
    List<Receipt> receipts = new ArrayList<>();
    list.forEach(node -> receipts.add(Receipt.of(node)));
    return receipts;
  }

  /** An order that nobody has tried to pay is refused or an empty list. */
  private JsonNode lookup(String orderId) {
    try {
      return http.read("lookup/order/" + orderId);
    } catch (BootpayException failure) {
      if (failure.outcome() == Outcome.REFUSED) {
        return Json.mapper().createArrayNode();
      }
      throw failure;
    }
  }

  @Override
  public Receipt approve(String receiptId) {
    return Receipt.of(http.once("POST", "confirm", Map.of("receipt_id", receiptId)));
  }

  @Override
  public Receipt cancel(Cancellation cancellation) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("receipt_id", cancellation.receiptId());
    body.put("cancel_id", cancellation.cancelId());
    body.put("cancel_username", "Take With OTT");
    body.put("cancel_message", cancellation.message());
    if (!cancellation.price().isNone()) {
      body.put("cancel_price", cancellation.price().amount());
    }
    return Receipt.of(http.once("POST", "cancel", body));
  }

  @Override
  public BillingKey billingKey(String receiptId) {
    return BillingKey.of(http.read("subscribe/billing_key/" + receiptId));
  }

  @Override
  public Receipt charge(Charge charge) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("billing_key", charge.billingKey());
    body.put("order_id", charge.orderId());
    body.put("order_name", charge.orderName());
    body.put("price", charge.price().amount());
    body.put("tax_free", 0);
    body.put("card_quota", "0");
    return Receipt.of(http.once("POST", "subscribe/payment", body));
  }

  @Override
  public void forget(String billingKey) {
    http.once("DELETE", "subscribe/billing_key/" + billingKey, null);
  }
}
