package io.takewithott.local.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.local.template.RealTemplate;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The routes of {@code template.yaml}. */
final class TemplateRoutes {
  private TemplateRoutes() {}

  static Map<String, Route> read() throws IOException {
    Map<String, Route> routes = new TreeMap<>();
    RealTemplate.ofType(RealTemplate.read(), "AWS::Serverless::Function")
        .forEach(
            (function, properties) -> {
              for (JsonNode event : properties.path("Events")) {
                if (event.path("Type").asText().equals("HttpApi")) {
                  JsonNode route = event.path("Properties");
                  routes.put(
                      route.path("Method").asText() + " " + route.path("Path").asText(),
                      new Route(
                          function, Optional.ofNullable(route.at("/Auth/Authorizer").textValue())));
                }
              }
            });
    return routes;
  }

  /**
   * @param function its logical id
   */
  record Route(String function, Optional<String> authorizer) {
    /** What it is described in. */
    String file() {
      return function.replaceFirst("Function$", "").toLowerCase(Locale.ROOT) + ".yaml";
    }
  }
}
