package io.takewithott.core.http;

import io.takewithott.core.AppException;
import io.takewithott.core.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An answer. Immutable; {@code with…} answers a changed copy.
 *
 * @param headers one value a name
 * @param cookies whole {@code Set-Cookie} values
 */
public record Response(int status, Map<String, String> headers, List<String> cookies, byte[] body) {
  private static final byte[] NOTHING = new byte[0];

  /** The detail of a failure that becomes the header {@code Retry-After} as well. */
  public static final String RETRY_AFTER_SECONDS = "retryAfterSeconds";

  private static final String JSON = "application/json; charset=utf-8";

  public static Response ok(Object body) {
    return json(200, body);
  }

  public static Response created(Object body) {
    return json(201, body);
  }

  public static Response accepted(Object body) {
    return json(202, body);
  }

  public static Response noContent() {
    return new Response(204, Map.of("cache-control", "no-store"), List.of(), NOTHING);
  }

  public static Response bytes(int status, String contentType, byte[] body) {
    return new Response(status, Map.of("content-type", contentType), List.of(), body);
  }

  static Response error(AppException failure, String requestId) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("code", failure.code().name());
    error.put("message", failure.reason());
    if (!failure.details().isEmpty()) {
      error.put("details", failure.details());
    }
    error.put("requestId", requestId);
    Response response = json(failure.code().status(), Map.of("error", error));
    Object wait = failure.code().status() == 503 ? 5 : failure.details().get(RETRY_AFTER_SECONDS);
    return wait == null ? response : response.withHeader("retry-after", wait.toString());
  }

  public Response withHeader(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Response(status, Map.copyOf(more), cookies, body);
  }

  public Response withCookie(String cookie) {
    List<String> more = new ArrayList<>(cookies);
    more.add(cookie);
    return new Response(status, headers, List.copyOf(more), body);
  }

  private static Response json(int status, Object body) {
    return new Response(
        status,
        Map.of("content-type", JSON, "cache-control", "no-store"),
        List.of(),
        Json.bytes(body));
  }
}
