package io.takewithott.payment.bootpay;

import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.payment.bootpay.BootpayException.Outcome;

/**
 * What a customer can be charged by; never shown to a browser, nor to a log.
 *
 * @param subscriptionId what the registration was begun as
 * @param card its name and masked number, for its owner
 */
public record BillingKey(String billingKey, String subscriptionId, String card) {
  private static final int ISSUED = 11;
  private static final int LONGEST_CARD = 60;

  static BillingKey of(JsonNode node) {
    if (node.path("status").asInt() != ISSUED) {
      throw new BootpayException(Outcome.REFUSED, "The registration is not completed");
    }
    JsonNode data = node.path("billing_data");
    String card =
        (data.path("card_company").asText("") + " " + data.path("card_no").asText("")).strip();
    return new BillingKey(
        Receipt.id(node, "billing_key"),
        Receipt.id(node, "subscription_id"),
        card.length() <= LONGEST_CARD ? card : card.substring(0, LONGEST_CARD));
  }

  @Override
  public String toString() {
    return "BillingKey[" + subscriptionId + "]";
  }
}
