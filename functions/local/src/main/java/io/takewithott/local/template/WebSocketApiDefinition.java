package io.takewithott.local.template;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A WebSocket API.
 *
 * @param routes route key ("$connect", "$default", "send") to function
 * @param authorizer the function asked at $connect
 */
public record WebSocketApiDefinition(
    String logicalId,
    String stage,
    String routeSelectionExpression,
    Map<String, String> routes,
    Optional<String> authorizer) {

  public WebSocketApiDefinition {
    routes = Collections.unmodifiableMap(new LinkedHashMap<>(routes));
  }
}
