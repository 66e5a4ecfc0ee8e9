package io.takewithott.benchmarks.start;

import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.core.json.Json;
import io.takewithott.local.runtime.InvocationResult;
import java.nio.charset.StandardCharsets;

/** What came back: a measurement of refusals would be one of something else. */
final class Answers {
  private static final int FIRST_REFUSAL = 400;

  private Answers() {}

  /**
   * @throws IllegalStateException when the function failed or refused
   */
  static void requireGood(String name, InvocationResult result) {
    JsonNode answer = result.succeeded() ? Json.tree(result.payload()) : Json.mapper().nullNode();
    boolean refused =
        answer.path("statusCode").asInt() >= FIRST_REFUSAL
            || !answer.path("isAuthorized").asBoolean(true);
    if (!result.succeeded() || refused) {
      throw new IllegalStateException(
          name + " answered " + result.outcome() + ": " + result.text());
    }
  }

  /** The JSON in the body of an answer to the HTTP API. */
  static JsonNode body(InvocationResult result) {
    String body = Json.tree(result.payload()).path("body").asText("{}");
    return Json.tree(body.getBytes(StandardCharsets.UTF_8));
  }
}
