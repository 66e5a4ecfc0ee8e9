package io.takewithott.local.template;

import java.util.LinkedHashMap;
import java.util.Map;

/** Reads AWS::Serverless::WebSocketApi. */
final class WebSocketApiReader {

  private WebSocketApiReader() {}

  static WebSocketApiDefinition read(Resource resource) {
    Properties properties = resource.properties();
    properties
        .mapping("Auth")
        .ifPresent(
            auth ->
                auth.text("AuthType")
                    .filter(type -> !type.equals("NONE"))
                    .ifPresent(
                        type ->
                            auth.problem("AuthType", "found \"" + type + "\"; supported is NONE")));
    Map<String, String> routes = new LinkedHashMap<>();
    properties
        .mappings("Routes")
        .forEach(
            (key, route) ->
                Reference.function(route, "FunctionArn")
                    .ifPresent(function -> routes.put(key, function)));
    return new WebSocketApiDefinition(
        resource.logicalId(),
        properties.text("StageName").orElse("default"),
        properties.text("RouteSelectionExpression").orElse("$request.body.action"),
        routes);
  }
}
