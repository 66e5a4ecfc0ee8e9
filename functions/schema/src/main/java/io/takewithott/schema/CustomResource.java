package io.takewithott.schema;

import io.takewithott.core.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer that CloudFormation waits for: without it a deployment hangs for an hour, so a failure is
 * answered as well.
 */
record CustomResource(
    @Nullable String responseUrl,
    @Nullable String stackId,
    @Nullable String requestId,
    @Nullable String logicalResourceId) {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  /** The schema is one thing: the same id always, so that an update never deletes it. */
  private static final String PHYSICAL_ID = "takewithott-schema";

  void succeed(Map<String, Object> data) {
    send("SUCCESS", "", data);
  }

  void fail(RuntimeException failure) {
    send("FAILED", String.valueOf(failure.getMessage()), Map.of());
  }

  private void send(String status, String reason, Map<String, Object> data) {
    if (responseUrl == null || responseUrl.isBlank()) {
      return;
    }
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("Status", status);
    body.put("Reason", reason);
    body.put("PhysicalResourceId", PHYSICAL_ID);
    body.put("StackId", stackId);
    body.put("RequestId", requestId);
    body.put("LogicalResourceId", logicalResourceId);
    body.put("Data", data);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(responseUrl))
            .timeout(TIMEOUT)
            .PUT(HttpRequest.BodyPublishers.ofByteArray(Json.bytes(body)))
            .build();
    try {
      HttpResponse<Void> response =
          HttpClient.newBuilder()
              .connectTimeout(TIMEOUT)
              .build()
              .send(request, HttpResponse.BodyHandlers.discarding());
      if (response.statusCode() >= 300) {
        throw new IllegalStateException(
            "CloudFormation did not take the answer: HTTP " + response.statusCode());
      }
    } catch (IOException unreachable) {
      throw new UncheckedIOException(unreachable);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while answering CloudFormation", stop);
    }
  }
}
