package io.takewithott.local.socket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which function a message goes to, by an expression such as {@code $request.body.action}; what it
 * does not find in the routes goes to {@code $default}.
 */
final class RouteSelection {
  private static final String PREFIX = "$request.body.";
  private static final String DEFAULT = "$default";

  /** A route's key and the function behind it. */
  record Chosen(String routeKey, String functionLogicalId) {}

  private final ObjectMapper json = new ObjectMapper();
  private final List<String> path;
  private final Map<String, String> routes;

  /**
   * @throws IllegalArgumentException for any other kind of expression
   */
  RouteSelection(String expression, Map<String, String> routes) {
    if (!expression.startsWith(PREFIX)) {
      throw new IllegalArgumentException(
          "The route selection expression " + expression + " does not start with " + PREFIX);
    }
    this.path = List.of(expression.substring(PREFIX.length()).split("\\.", -1));
    this.routes = routes;
  }

  /** Empty when the message fits no route and there is no default. */
  Optional<Chosen> choose(String message) {
    String key = key(message);
    boolean known = !key.startsWith("$") && routes.containsKey(key);
    return named(known ? key : DEFAULT);
  }

  /** The route of that key, such as {@code $connect}. */
  Optional<Chosen> named(String key) {
    return Optional.ofNullable(routes.get(key)).map(function -> new Chosen(key, function));
  }

  private String key(String message) {
    try {
      JsonNode found = json.readTree(message);
      for (String name : path) {
        found = found.path(name);
      }
      return found.isValueNode() ? found.asText() : "";
    } catch (JsonProcessingException notJson) {
      return "";
    }
  }
}
