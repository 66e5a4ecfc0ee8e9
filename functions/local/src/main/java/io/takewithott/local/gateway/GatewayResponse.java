package io.takewithott.local.gateway;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What goes back to the client. */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record GatewayResponse(int status, List<Map.Entry<String, String>> headers, byte[] body) {

  static final GatewayResponse BAD_REQUEST = own(400, "Bad Request");
  static final GatewayResponse UNAUTHORIZED = own(401, "Unauthorized");
  static final GatewayResponse FORBIDDEN = own(403, "Forbidden");
  static final GatewayResponse NOT_FOUND = own(404, "Not Found");
  static final GatewayResponse TOO_LARGE = own(413, "Request Entity Too Large");
  static final GatewayResponse HEADERS_TOO_LARGE = own(431, "Request Header Fields Too Large");
  static final GatewayResponse SERVER_ERROR = own(500, "Internal Server Error");
  static final GatewayResponse UNAVAILABLE = own(503, "Service Unavailable");

  /** An answer of API Gateway itself. */
  private static GatewayResponse own(int status, String message) {
    String body = JsonNodeFactory.instance.objectNode().put("message", message).toString();
    return new GatewayResponse(
        status,
        List.of(Map.entry("content-type", "application/json")),
        body.getBytes(StandardCharsets.UTF_8));
  }
}
