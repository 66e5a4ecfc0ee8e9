package io.takewithott.local.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads what a function answered, as payload format 2.0 says: with a statusCode it is a response,
 * without one it is the body of a 200. multiValueHeaders belong to format 1.0 and are ignored.
 */
final class FunctionAnswer {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /** The connection is API Gateway's own business. */
  private static final Set<String> DROPPED =
      Set.of(
          "apigw-requestid",
          "connection",
          "content-length",
          "date",
          "expect",
          "host",
          "keep-alive",
          "max-forwards",
          "proxy-authenticate",
          "proxy-connection",
          "server",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "via");

  private static final Pattern HEADER_NAME = Pattern.compile("[\\w!#$%&'*+.^`|~-]+");

  /** A line break in a value would start a header of somebody else's choice. */
  private static final Pattern HEADER_BREAK = Pattern.compile("[\r\n\0]");

  private FunctionAnswer() {}

  /** The response; 500 for an answer that API Gateway could not read. */
  static GatewayResponse read(byte[] payload) {
    try {
      JsonNode answer = JSON.readTree(payload);
      if (answer.isMissingNode()) {
        return GatewayResponse.SERVER_ERROR;
      }
      return answer.has("statusCode") ? response(answer) : inferred(answer, payload);
    } catch (JsonProcessingException | IllegalArgumentException e) {
      return GatewayResponse.SERVER_ERROR;
    } catch (IOException e) {
      throw new IllegalStateException("Reading from memory failed", e);
    }
  }

  private static GatewayResponse inferred(JsonNode answer, byte[] payload) {
    byte[] body = answer.isTextual() ? utf8(answer.textValue()) : payload;
    return new GatewayResponse(200, List.of(Map.entry("content-type", "application/json")), body);
  }

  private static GatewayResponse response(JsonNode answer) {
    int status = Integer.parseInt(answer.get("statusCode").asText());
    if (status < 200 || status > 599) {
      return GatewayResponse.SERVER_ERROR;
    }
    List<Map.Entry<String, String>> headers = new ArrayList<>();
    answer
        .path("headers")
        .properties()
        .forEach(header -> addHeader(headers, header.getKey(), header.getValue()));
    answer.path("cookies").forEach(cookie -> addHeader(headers, "set-cookie", cookie));
    byte[] body = body(answer);
    if (body.length > 0
        && headers.stream().noneMatch(header -> header.getKey().equals("content-type"))) {
      headers.add(Map.entry("content-type", "text/plain;charset=UTF-8"));
    }
    return new GatewayResponse(status, headers, body);
  }

  private static void addHeader(
      List<Map.Entry<String, String>> headers, String name, JsonNode value) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (value.isContainerNode()
        || !HEADER_NAME.matcher(name).matches()
        || HEADER_BREAK.matcher(value.asText()).find()) {
      throw new IllegalArgumentException("The header " + name + " is not a header");
    }
    if (!value.isNull() && !DROPPED.contains(lower)) {
      headers.add(Map.entry(lower, value.asText()));
    }
  }

  private static byte[] body(JsonNode answer) {
    JsonNode body = answer.path("body");
    if (body.isMissingNode() || body.isNull()) {
      return new byte[0];
    }
    if (body.isContainerNode()) {
      throw new IllegalArgumentException("The body is not a text");
    }
    boolean encoded = answer.path("isBase64Encoded").asBoolean();
    return encoded ? Base64.getDecoder().decode(body.asText()) : utf8(body.asText());
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
