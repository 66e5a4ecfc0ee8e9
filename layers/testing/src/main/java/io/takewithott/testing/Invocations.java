package io.takewithott.testing;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.core.json.Json;
import io.takewithott.core.lambda.SyntheticContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Calls handlers as Lambda does. */
public final class Invocations {
  private static final int REMAINING_MILLIS = 20_000;

  private Invocations() {}

  public static JsonNode invoke(RequestStreamHandler handler, JsonNode event) {
    return invoke(handler, event, context());
  }

  public static JsonNode invoke(RequestStreamHandler handler, JsonNode event, Context context) {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    try {
      handler.handleRequest(new ByteArrayInputStream(Json.bytes(event)), output, context);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return Json.tree(output.toByteArray());
  }

  /** The JSON within an HTTP API response. */
  public static JsonNode body(JsonNode response) {
    return Json.tree(response.path("body").asText().getBytes(StandardCharsets.UTF_8));
  }

  /** An invocation with 20 seconds left. */
  public static Context context() {
    return new SyntheticContext("test", REMAINING_MILLIS);
  }
}
