package io.takewithott.local.template;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A WebSocket API without an authorizer: its function of {@code $connect} decides who may.
 *
 * @param routes route key ("$connect", "$default", "send") to function
 */
public record WebSocketApiDefinition(
    String logicalId, String stage, String routeSelectionExpression, Map<String, String> routes) {

  public WebSocketApiDefinition {
    routes = Collections.unmodifiableMap(new LinkedHashMap<>(routes));
  }
}
