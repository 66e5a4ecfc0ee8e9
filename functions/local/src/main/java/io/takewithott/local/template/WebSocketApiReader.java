package io.takewithott.local.template;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads AWS::Serverless::WebSocketApi. */
final class WebSocketApiReader {

  private WebSocketApiReader() {}

  static WebSocketApiDefinition read(Resource resource) {
    Properties properties = resource.properties();
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
        routes,
        properties.mapping("Auth").flatMap(WebSocketApiReader::authorizer));
  }

  private static Optional<String> authorizer(Properties auth) {
    String type = auth.text("AuthType").orElse("NONE");
    if (type.equals("NONE")) {
      return Optional.empty();
    }
    if (!type.equals("CUSTOM")) {
      auth.problem("AuthType", "found \"" + type + "\"; supported are NONE and CUSTOM");
      return Optional.empty();
    }
    return Reference.function(auth, "AuthArn");
  }
}
