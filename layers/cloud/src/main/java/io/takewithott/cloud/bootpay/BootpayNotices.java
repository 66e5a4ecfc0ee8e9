package io.takewithott.cloud.bootpay;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
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
    address.ifPresent(
        url -> {
          Thread sender = new Thread(() -> deliver(url, receipt), "bootpay-notice");
          sender.setDaemon(true);
          sender.start();
        });
  }

  private void deliver(URI url, BootpayReceipt receipt) {
    Map<String, Object> members = new LinkedHashMap<>(receipt.shown());
    members.put("webhook_type", type(receipt));
    try {
      HttpRequest request =
          HttpRequest.newBuilder(url)
              .timeout(Duration.ofSeconds(30))
              .header("content-type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofByteArray(mapper.writeValueAsBytes(members)))
              .build();
      int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      LOG.debug("a notice was answered with {}", status);
    } catch (IOException failure) {
      LOG.debug("a notice could not be delivered", failure);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private static String type(BootpayReceipt receipt) {
    if (receipt.status() != BootpayReceipt.CANCELLED) {
      return "PAYMENT_COMPLETED";
    }
    return receipt.held() == 0 ? "PAYMENT_CANCELLED" : "PAYMENT_PARTIAL_CANCELLED";
  }
}
