package io.takewithott.local;

import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.core.json.Json;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** What a browser does at the pay window of what stands in for the provider. */
final class PayWindow {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final URI address;

  /**
   * @param window as the API says of an order
   */
  PayWindow(JsonNode window) {
    address =
        URI.create(
            window.path("standIn").asText()
                + "?order_id="
                + window.path("orderId").asText()
                + "&order_name="
                + URLEncoder.encode(window.path("orderName").asText(), StandardCharsets.UTF_8)
                + "&price="
                + window.path("price").asLong());
  }

  /** What is read there. */
  String page() throws Exception {
    return CLIENT
        .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }

  /** The receipt's id. */
  String agree() throws Exception {
    HttpResponse<byte[]> agreed =
        CLIENT.send(
            HttpRequest.newBuilder(address)
                .header("content-type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("decision=agree"))
                .build(),
            HttpResponse.BodyHandlers.ofByteArray());
    return Json.tree(agreed.body()).path("receipt_id").asText();
  }
}
