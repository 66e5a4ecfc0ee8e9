package io.takewithott.cloud.tmdb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What it answers. */
record TmdbAnswer(int status, Map<String, String> headers, byte[] body) {
  private static final Map<String, String> JSON =
      Map.of("content-type", "application/json;charset=utf-8");

  static TmdbAnswer json(int status, JsonNode body) {
    return new TmdbAnswer(status, JSON, body.toString().getBytes(StandardCharsets.UTF_8));
  }

  static TmdbAnswer notFound() {
    return error(404, 34, "The resource you requested could not be found.");
  }

  /**
   * @param code TMDB's own
   */
  static TmdbAnswer error(int status, int code, String message) {
    return json(
        status,
        JsonNodeFactory.instance
            .objectNode()
            .put("success", false)
            .put("status_code", code)
            .put("status_message", message));
  }
}
