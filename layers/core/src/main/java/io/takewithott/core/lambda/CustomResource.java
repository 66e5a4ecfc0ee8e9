package io.takewithott.core.lambda;

import com.amazonaws.services.lambda.runtime.events.CloudFormationCustomResourceEvent;
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
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The answer that CloudFormation waits for: without it a deployment hangs for an hour, so a failure
 * is answered as well. Where no response address is given (a direct invocation) none is sent.
 */
public final class CustomResource {
  private static final Logger LOG = LoggerFactory.getLogger(CustomResource.class);
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final CloudFormationCustomResourceEvent event;
  private final String physicalId;

  private CustomResource(CloudFormationCustomResourceEvent event, String physicalId) {
    this.event = event;
    this.physicalId = physicalId;
  }

  /**
   * @param physicalId the same always, so that an update never deletes what it names
   */
  public static CustomResource of(CloudFormationCustomResourceEvent event, String physicalId) {
    return new CustomResource(event, physicalId);
  }

  /**
   * Does the work, except on deletion, and reports what came of it. A failure that was reported is
   * not thrown as well: Lambda would repeat the work after CloudFormation has given it up.
   */
  public Map<String, Object> answer(Supplier<Map<String, Object>> work) {
    Map<String, Object> data;
    try {
      data = "Delete".equals(event.getRequestType()) ? Map.of() : work.get();
    } catch (RuntimeException failure) {
      if (!isAwaited()) {
        throw failure;
      }
      LOG.atError().setCause(failure).log("the custom resource failed");
      String reason = String.valueOf(failure.getMessage());
      send("FAILED", reason, Map.of());
      return Map.of("failed", reason);
    }
    if (isAwaited()) {
      send("SUCCESS", "", data);
    }
    return data;
  }

  private boolean isAwaited() {
    String responseUrl = event.getResponseUrl();
    return responseUrl != null && !responseUrl.isBlank();
  }

  private void send(String status, String reason, Map<String, Object> data) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("Status", status);
    body.put("Reason", reason);
    body.put("PhysicalResourceId", physicalId);
    body.put("StackId", event.getStackId());
    body.put("RequestId", event.getRequestId());
    body.put("LogicalResourceId", event.getLogicalResourceId());
    body.put("Data", data);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(event.getResponseUrl()))
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
