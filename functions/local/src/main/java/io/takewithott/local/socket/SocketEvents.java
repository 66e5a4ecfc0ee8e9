package io.takewithott.local.socket;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.takewithott.local.gateway.GatewaySettings;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The events that functions get, in the shape of a Lambda proxy integration. */
final class SocketEvents {
  private static final DateTimeFormatter COMMON_LOG =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final GatewaySettings settings;

  SocketEvents(GatewaySettings settings) {
    this.settings = settings;
  }

  byte[] connect(
      SocketClient client, Map<String, List<String>> headers, Map<String, List<String>> query) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    addMultiple(event, "headers", "multiValueHeaders", headers);
    if (!query.isEmpty()) {
      addMultiple(event, "queryStringParameters", "multiValueQueryStringParameters", query);
    }
    event.set("requestContext", context(client, "$connect", "CONNECT"));
    event.put("isBase64Encoded", false);
    return bytes(event);
  }

  byte[] message(SocketClient client, String routeKey, String body) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    ObjectNode context = context(client, routeKey, "MESSAGE");
    context.put("messageId", settings.requestIds().get());
    event.set("requestContext", context);
    event.put("body", body);
    event.put("isBase64Encoded", false);
    return bytes(event);
  }

  byte[] disconnect(SocketClient client, int status, String reason) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    ObjectNode context = context(client, "$disconnect", "DISCONNECT");
    context.put("disconnectStatusCode", status);
    context.put("disconnectReason", reason);
    event.set("requestContext", context);
    event.put("isBase64Encoded", false);
    return bytes(event);
  }

  private ObjectNode context(SocketClient client, String routeKey, String eventType) {
    Instant now = settings.clock().instant();
    String requestId = settings.requestIds().get();
    ObjectNode context = JsonNodeFactory.instance.objectNode();
    context.put("routeKey", routeKey);
    context.put("eventType", eventType);
    context.put("extendedRequestId", requestId);
    context.put("requestTime", COMMON_LOG.format(now));
    context.put("messageDirection", "IN");
    context.put("stage", client.stage());
    context.put("connectedAt", client.connectedAt().toEpochMilli());
    context.put("requestTimeEpoch", now.toEpochMilli());
    context
        .putObject("identity")
        .put("userAgent", client.userAgent())
        .put("sourceIp", client.sourceIp());
    context.put("requestId", requestId);
    context.put("domainName", client.domain());
    context.put("connectionId", client.connectionId());
    context.put("apiId", settings.apiId());
    return context;
  }

  private static void addMultiple(
      ObjectNode event, String single, String multiple, Map<String, List<String>> values) {
    ObjectNode last = event.putObject(single);
    ObjectNode all = event.putObject(multiple);
    values.forEach(
        (name, given) -> {
          last.put(name, given.get(given.size() - 1));
          given.forEach(all.putArray(name)::add);
        });
  }

  private static byte[] bytes(ObjectNode event) {
    return event.toString().getBytes(StandardCharsets.UTF_8);
  }
}
