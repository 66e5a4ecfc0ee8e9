package io.takewithott.cloud.bootpay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells of what happened, as the provider does: some time later, and without waiting for it. */
final class BootpayNotices {
  private static final Logger LOG = LoggerFactory.getLogger(BootpayNotices.class);

  private final Optional<URI> address;
  private final ObjectMapper mapper = new ObjectMapper();
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  BootpayNotices(Optional<URI> address) {
    this.address = address;
  }

  void send(BootpayReceipt receipt) {
    if (address.isEmpty()) {
      return;
    }
    Map<String, Object> members = new LinkedHashMap<>(receipt.shown());
    members.put("webhook_type", type(receipt));
    try {
      HttpRequest request =
          HttpRequest.newBuilder(address.get())
              .timeout(Duration.ofSeconds(30))
              .header("content-type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofByteArray(mapper.writeValueAsBytes(members)))
              .build();
      http.sendAsync(request, HttpResponse.BodyHandlers.discarding())
          .whenComplete(
              (answer, failure) -> {
                if (failure != null || answer.statusCode() != 200) {
                  LOG.debug("a notice was not taken");
                }
              });
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String type(BootpayReceipt receipt) {
    if (receipt.status() != BootpayReceipt.CANCELLED) {
      return "PAYMENT_COMPLETED";
    }
    return receipt.held() == 0 ? "PAYMENT_CANCELLED" : "PAYMENT_PARTIAL_CANCELLED";
  }
}
