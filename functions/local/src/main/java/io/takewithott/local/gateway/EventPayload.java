package io.takewithott.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes events of payload format 2.0. Empty members are left out, as API Gateway leaves them out.
 */
final class EventPayload {

  private static final String STAGE = "$default";
  private static final DateTimeFormatter COMMON_LOG =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  /**
   * Tried against the real service: only these are text; forms and bodies without a type are not.
   */
  private static final Set<String> TEXT_TYPES =
      Set.of("application/json", "application/javascript", "application/xml");

  private final GatewaySettings settings;
  private final HttpRequest request;
  private final Routes.Match match;
  private final String requestId;
  private final Instant time;

  EventPayload(
      GatewaySettings settings,
      HttpRequest request,
      Routes.Match match,
      String requestId,
      Instant time) {
    this.settings = settings;
    this.request = request;
    this.match = match;
    this.requestId = requestId;
    this.time = time;
  }

  /** The event of the route's function. */
  byte[] forFunction(Optional<JsonNode> authorizerContext) {
    ObjectNode event = object().put("version", "2.0");
    addRequest(event, authorizerContext);
    if (request.body().length > 0) {
      boolean text = isText(request.headers().getOrDefault("content-type", ""));
      event.put(
          "body",
          text
              ? new String(request.body(), StandardCharsets.UTF_8)
              : Base64.getEncoder().encodeToString(request.body()));
      event.put("isBase64Encoded", !text);
    } else {
      event.put("isBase64Encoded", false);
    }
    return bytes(event);
  }

  /** The event of an authorizer's function. */
  byte[] forAuthorizer(List<String> identity) {
    ObjectNode event =
        object().put("version", "2.0").put("type", "REQUEST").put("routeArn", routeArn());
    if (!identity.isEmpty()) {
      ArrayNode sources = event.putArray("identitySource");
      identity.forEach(sources::add);
    }
    addRequest(event, Optional.empty());
    return bytes(event);
  }

  private String routeArn() {
    return "arn:aws:execute-api:"
        + settings.region()
        + ":"
        + settings.accountId()
        + ":"
        + settings.apiId()
        + "/"
        + STAGE
        + "/"
        + request.method()
        + request.path();
  }

  private void addRequest(ObjectNode event, Optional<JsonNode> authorizerContext) {
    event.put("routeKey", routeKey());
    event.put("rawPath", request.path());
    event.put("rawQueryString", request.rawQuery());
    if (!request.cookies().isEmpty()) {
      ArrayNode cookies = event.putArray("cookies");
      request.cookies().forEach(cookies::add);
    }
    addMap(event, "headers", request.headers());
    addMap(event, "queryStringParameters", request.query());
    event.set("requestContext", context(authorizerContext));
    ObjectNode parameters = object();
    match
        .parameters()
        .forEach((name, value) -> parameters.put(name, PercentEncoding.decode(value, false)));
    if (!parameters.isEmpty()) {
      event.set("pathParameters", parameters);
    }
  }

  private ObjectNode context(Optional<JsonNode> authorizerContext) {
    ObjectNode context = object();
    String host = request.headers().getOrDefault("host", "localhost").replaceFirst(":\\d+$", "");
    context.put("accountId", settings.accountId());
    context.put("apiId", settings.apiId());
    authorizerContext
        .filter(value -> !value.isEmpty())
        .ifPresent(value -> context.putObject("authorizer").set("lambda", value));
    context.put("domainName", host);
    context.put("domainPrefix", host.replaceFirst("\\..*$", ""));
    context
        .putObject("http")
        .put("method", request.method())
        .put("path", request.path())
        .put("protocol", request.protocol())
        .put("sourceIp", request.sourceIp())
        .put("userAgent", request.headers().getOrDefault("user-agent", ""));
    context.put("requestId", requestId);
    context.put("routeKey", routeKey());
    context.put("stage", STAGE);
    context.put("time", COMMON_LOG.format(time));
    context.put("timeEpoch", time.toEpochMilli());
    return context;
  }

  private String routeKey() {
    return match.route().definition().key();
  }

  private static boolean isText(String contentType) {
    String type = contentType.replaceFirst(";.*$", "").trim().toLowerCase(Locale.ROOT);
    return type.startsWith("text/") || TEXT_TYPES.contains(type);
  }

  private static void addMap(ObjectNode event, String name, Map<String, String> values) {
    if (!values.isEmpty()) {
      ObjectNode object = event.putObject(name);
      values.forEach(object::put);
    }
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static byte[] bytes(ObjectNode event) {
    return event.toString().getBytes(StandardCharsets.UTF_8);
  }
}
