package io.takewithott.payment.order;

import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.http.Request;
import io.takewithott.core.http.Response;
import io.takewithott.payment.bootpay.Bootpay;
import io.takewithott.payment.bootpay.BootpayException;
import io.takewithott.payment.bootpay.BootpayException.Outcome;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices from the provider. They are not signed, so nothing in them is believed: one that names an
 * order of ours has its receipt read again, and anything else is thanked for. A notice about an
 * order makes up to four database calls, any other one.
 */
public final class WebhookResource {
  private static final Logger LOG = LoggerFactory.getLogger(WebhookResource.class);
  private static final Response THANKS = Response.ok(Map.of("success", true));

  private final Orders orders;
  private final Bootpay bootpay;

  public WebhookResource(Orders orders, Bootpay bootpay) {
    this.orders = orders;
    this.bootpay = bootpay;
  }

  public Response notice(Request request) {
    Map<String, String> fields = request.fields();
    Optional<String> orderId = id(fields, "order_id");
    Optional<String> receiptId = id(fields, "receipt_id");
    boolean ours = orderId.isPresent() && receiptId.isPresent();
    if (ours && orders.find(orderId.get()).isPresent()) {
      observe(orderId.get(), receiptId.get());
    }
    LOG.atInfo().addKeyValue("ours", ours).log("a notice came from the payment provider");
    return THANKS;
  }

  private void observe(String orderId, String receiptId) {
    try {
      orders.observe(orderId, bootpay.receipt(receiptId));
    } catch (BootpayException failure) {
      // A receipt that is not there was made up; for any other reason the notice is to come again.
      if (failure.outcome() != Outcome.REFUSED) {
        throw new AppException(
            ErrorCode.UNAVAILABLE, "The receipt cannot be read now", Map.of(), failure);
      }
    }
  }

  private static Optional<String> id(Map<String, String> fields, String name) {
    return Optional.ofNullable(fields.get(name))
        .filter(text -> text.matches("[A-Za-z0-9_-]{1,100}"));
  }
}
