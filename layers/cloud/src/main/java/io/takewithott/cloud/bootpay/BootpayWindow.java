package io.takewithott.cloud.bootpay;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.eclipse.jetty.server.FormFields;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;

/**
 * The pay window, {@code /window?order_id=…&order_name=…&price=…&redirect=…}, and with {@code
 * subscription_id} instead of an order the one that registers a card. Without a {@code redirect} it
 * answers with what the window's event tells a page.
 */
final class BootpayWindow {
  private final BootpayBook book;

  BootpayWindow(BootpayBook book) {
    this.book = book;
  }

  BootpayAnswer answer(Request request) throws Exception {
    Fields query = Request.extractQueryParameters(request, StandardCharsets.UTF_8);
    if (request.getMethod().equals("GET")) {
      return BootpayAnswer.text(200, "text/html; charset=utf-8", page(query));
    }
    Fields form = FormFields.getFields(request);
    if (!"agree".equals(form.getValue("decision"))) {
      return back(query, "event=cancel", Map.of("event", "cancel"));
    }
    BootpayReceipt receipt = receipt(query);
    String event = receipt.billingKey() == null ? "confirm" : "done";
    return back(
        query,
        "event=" + event + "&receipt_id=" + receipt.receiptId() + "&order_id=" + receipt.orderId(),
        Map.of("event", event, "receipt_id", receipt.receiptId(), "order_id", receipt.orderId()));
  }

  private BootpayReceipt receipt(Fields query) {
    String subscription = value(query, "subscription_id");
    if (!subscription.isEmpty()) {
      return book.register(subscription);
    }
    String price = value(query, "price");
    return book.agree(
        value(query, "order_id"),
        value(query, "order_name"),
        price.matches("[0-9]{1,9}") ? Long.parseLong(price) : 0);
  }

  private static BootpayAnswer back(Fields query, String parameters, Object event) {
    String redirect = value(query, "redirect");
    // To this machine alone: the window must not send anybody elsewhere.
    if (!redirect.matches("http://(localhost|127\\.0\\.0\\.1)(:[0-9]{1,5})?/.*")) {
      return BootpayAnswer.json(event);
    }
    return BootpayAnswer.redirect(redirect + (redirect.contains("?") ? "&" : "?") + parameters);
  }

  private static String page(Fields query) {
    String what =
        value(query, "subscription_id").isEmpty()
            ? value(query, "order_name") + " · " + value(query, "price") + "원"
            : "카드 등록";
    return """
        <!doctype html><html lang="ko"><meta charset="utf-8">
        <meta name="viewport" content="width=device-width"><title>결제 (로컬)</title>
        <style>body{font:16px sans-serif;max-width:28rem;margin:3rem auto;padding:0 1rem}
        button{font:inherit;padding:.6rem 1.2rem;margin-right:.5rem}</style>
        <h1>결제창 (로컬)</h1><p>%s</p>
        <form method="post"><button name="decision" value="agree">결제하기</button>
        <button name="decision" value="cancel">취소</button></form></html>
        """
        .formatted(escaped(what));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  private static String value(Fields fields, String name) {
    String value = fields.getValue(name);
    return value == null ? "" : value;
  }
}
