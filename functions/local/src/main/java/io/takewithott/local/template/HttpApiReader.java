package io.takewithott.local.template;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the one HTTP API: its authorizers, and which of them a route gets. */
final class HttpApiReader {

  /** The API SAM makes for events that name none. */
  private static final String IMPLICIT = "ServerlessHttpApi";

  private static final String PAYLOAD_FORMAT = "2.0";
  private static final int MOST_CACHE_SECONDS = 3600;
  private static final int DEFAULT_CACHE_SECONDS = 300;

  private final String logicalId;
  private final Optional<Properties> auth;
  private final List<AuthorizerDefinition> authorizers = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private final Optional<String> defaultAuthorizer;

  HttpApiReader(Map<String, Resource> resources, Globals globals, Problems problems) {
    List<Resource> apis =
        resources.values().stream()
            .filter(resource -> resource.type().equals(Reference.HTTP_API))
            .toList();
    apis.stream()
        .skip(1)
        .forEach(
            extra ->
                extra
                    .properties()
                    .problem(
                        "",
                        "found a second HTTP API beside "
                            + apis.get(0).logicalId()
                            + "; the local server serves one"));
    this.logicalId = apis.isEmpty() ? IMPLICIT : apis.get(0).logicalId();
    this.auth = apis.stream().findFirst().flatMap(api -> api.properties().mapping("Auth"));
    apis.forEach(HttpApiReader::refuseUnserved);
    auth.ifPresent(this::readAuthorizers);
    this.defaultAuthorizer = auth.flatMap(found -> found.text("DefaultAuthorizer"));
    defaultAuthorizer.ifPresent(
        name -> auth.ifPresent(found -> checkKnown(name, found, "DefaultAuthorizer")));
  }

  private static void refuseUnserved(Resource api) {
    api.properties()
        .refuse(
            List.of("CorsConfiguration", "DefinitionBody", "DefinitionUri"),
            "this property is not served locally; routes come from the functions' HttpApi events, and the site has the"
                + " same origin as its API");
    api.properties()
        .text("StageName")
        .filter(stage -> !stage.equals("$default"))
        .ifPresent(
            stage ->
                api.properties()
                    .problem(
                        "StageName",
                        "found \""
                            + stage
                            + "\"; supported is $default, the stage without a path of its own"));
  }

  List<AuthorizerDefinition> authorizers() {
    return authorizers;
  }

  private void readAuthorizers(Properties properties) {
    properties
        .mappings("Authorizers")
        .forEach(
            (name, authorizer) -> {
              names.add(name);
              read(name, authorizer).ifPresent(authorizers::add);
            });
  }

  private static Optional<AuthorizerDefinition> read(String name, Properties properties) {
    if (properties.has("JwtConfiguration") || properties.has("IdentitySource")) {
      properties.problem(
          "", "found a JWT authorizer; supported is a Lambda authorizer with FunctionArn");
      return Optional.empty();
    }
    Optional<String> function = Reference.function(properties, "FunctionArn");
    checkFormat(properties);
    Optional<Properties> identity = properties.mapping("Identity");
    identity.ifPresent(
        found ->
            found.refuse(
                List.of("QueryStrings", "Context", "StageVariables"),
                "this identity source is not served locally; supported is Headers"));
    List<String> headers =
        identity.map(found -> found.texts("Headers")).orElse(List.of()).stream()
            .map(header -> header.toLowerCase(Locale.ROOT))
            .toList();
    int seconds =
        identity
            .map(
                found ->
                    found.integer("ReauthorizeEvery", DEFAULT_CACHE_SECONDS, 0, MOST_CACHE_SECONDS))
            .orElse(DEFAULT_CACHE_SECONDS);
    if (headers.isEmpty() && seconds != 0) {
      properties.problem(
          "Identity",
          "found no Headers and ReauthorizeEvery "
              + seconds
              + "; an authorizer without an identity has nothing to cache by, so ReauthorizeEvery must be 0");
    }
    return function.map(
        id ->
            new AuthorizerDefinition(
                name, id, headers, Duration.ofSeconds(seconds), true, PAYLOAD_FORMAT));
  }

  private static void checkFormat(Properties properties) {
    String version = properties.text("AuthorizerPayloadFormatVersion").orElse("");
    boolean simple = properties.flag("EnableSimpleResponses", false);
    if (!version.equals(PAYLOAD_FORMAT) || !simple) {
      properties.problem(
          "",
          "found AuthorizerPayloadFormatVersion \""
              + version
              + "\" and EnableSimpleResponses "
              + simple
              + "; supported are '2.0' and true");
    }
  }

  /** The route of an event of type HttpApi. */
  Optional<HttpRoute> route(Properties event) {
    if (event.has("ApiId")) {
      Optional<String> api = Reference.httpApi(event, "ApiId");
      if (api.isEmpty()) {
        return Optional.empty();
      }
    } else if (!logicalId.equals(IMPLICIT)) {
      event.problem(
          "", "found no ApiId, so SAM would make a second API; write ApiId: !Ref " + logicalId);
      return Optional.empty();
    }
    Optional<String> format =
        event.text("PayloadFormatVersion").filter(version -> !version.equals(PAYLOAD_FORMAT));
    format.ifPresent(
        version ->
            event.problem("PayloadFormatVersion", "found \"" + version + "\"; supported is '2.0'"));
    String path = event.text("Path").orElse(HttpRoute.DEFAULT);
    String method = event.text("Method").orElse(HttpRoute.ANY).toUpperCase(Locale.ROOT);
    if (event.has("Path") != event.has("Method") && !path.equals(HttpRoute.DEFAULT)) {
      event.problem(
          "", "found only one of Path and Method; a route has both, the default route neither");
    }
    if (method.equals("X-AMAZON-APIGATEWAY-ANY-METHOD")) {
      method = HttpRoute.ANY;
    }
    checkForm(event, method, path);
    return Optional.of(new HttpRoute(method, path, authorizer(event)));
  }

  private static void checkForm(Properties event, String method, String path) {
    if (!method.matches("ANY|GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS")) {
      event.problem(
          "Method",
          "found \""
              + method
              + "\"; supported are ANY, GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
    }
    if (!path.equals(HttpRoute.DEFAULT)
        && !path.matches(
            "/|(/([^/{}]+|\\{[\\w.:-]+}))+|(/([^/{}]+|\\{[\\w.:-]+}))*/\\{[\\w.:-]+\\+}")) {
      event.problem(
          "Path",
          "found \""
              + path
              + "\"; a path starts with /, a {parameter} fills a whole segment, and {greedy+} is the last one");
    }
  }

  private Optional<String> authorizer(Properties event) {
    Optional<Properties> own = event.mapping("Auth");
    if (own.isPresent()
        && own.get().raw("Authorizer").orElse(null) instanceof Node.Sequence several) {
      own.get()
          .problem(
              "Authorizer",
              "found " + several.described() + "; a route has at most one authorizer");
      return Optional.empty();
    }
    Optional<String> named = own.flatMap(found -> found.text("Authorizer"));
    if (named.isEmpty()) {
      return defaultAuthorizer;
    }
    if (named.get().equals("NONE")) {
      return Optional.empty();
    }
    checkKnown(named.get(), own.get(), "Authorizer");
    return named;
  }

  private void checkKnown(String name, Properties at, String property) {
    if (!names.contains(name)) {
      at.problem(
          property,
          "found \""
              + name
              + "\"; the authorizers of "
              + logicalId
              + " are "
              + (names.isEmpty() ? "none" : String.join(", ", names)));
    }
  }
}
