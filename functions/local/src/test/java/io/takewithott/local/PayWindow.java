package io.takewithott.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.core.json.Json;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** The window of what stands in for the payment provider, and what a browser does there. */
final class PayWindow {
  private PayWindow() {}

  /**
   * Looks at what is to be paid, agrees, and answers the receipt's id.
   *
   * @param window as the API describes it
   */
  static String agree(HttpClient client, JsonNode window) throws Exception {
    String name = window.path("orderName").asText();
    long price = window.path("price").asLong();
    URI address =
        URI.create(
            window.path("standIn").asText()
                + "?order_id="
                + window.path("orderId").asText()
                + "&order_name="
                + URLEncoder.encode(name, StandardCharsets.UTF_8)
                + "&price="
                + price);
    HttpResponse<String> page =
        client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    assertThat(page.body()).contains(name + " · " + price + "원");
    HttpResponse<byte[]> agreed =
        client.send(
            HttpRequest.newBuilder(address)
                .header("content-type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("decision=agree"))
                .build(),
            HttpResponse.BodyHandlers.ofByteArray());
    return Json.tree(agreed.body()).path("receipt_id").asText();
  }
}
