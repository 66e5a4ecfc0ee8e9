package io.takewithott.local;

import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.core.json.Json;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * As much of a browser as a log-in needs: cookies with their paths, and redirects one at a time. As
 * browsers do, it takes secure cookies from this machine without TLS.
 */
final class Browser {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

  private final URI site;
  private final Map<String, Cookie> cookies = new LinkedHashMap<>();

  Browser(URI site) {
    this.site = site;
  }

  Page get(String address) throws Exception {
    return send("GET", address, null, null);
  }

  /** Posts a form. */
  Page post(String address, Map<String, String> form) throws Exception {
    return send("POST", address, encode(form), "application/x-www-form-urlencoded");
  }

  /** Sends JSON as the site's own page does, as whoever the token is of. */
  Page call(String method, String path, @Nullable Object body, @Nullable String token)
      throws Exception {
    HttpRequest.Builder request = request(method, path, body == null ? null : Json.text(body));
    if (body != null) {
      request.header("content-type", "application/json");
    }
    if (token != null) {
      request.header("authorization", "Bearer " + token);
    }
    request.header("origin", "http://" + site.getAuthority());
    return send(request.build());
  }

  Page send(String method, String address, @Nullable String body, @Nullable String contentType)
      throws Exception {
    HttpRequest.Builder request = request(method, address, body);
    if (contentType != null) {
      request.header("content-type", contentType);
    }
    return send(request.build());
  }

  boolean hasCookie(String start) {
    return cookies.keySet().stream().anyMatch(name -> name.startsWith(start));
  }

  private HttpRequest.Builder request(String method, String address, @Nullable String body) {
    URI target = site.resolve(address);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(target)
            .timeout(PATIENCE)
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    String sent =
        cookies.values().stream()
            .filter(cookie -> target.getAuthority().equals(site.getAuthority()))
            .filter(cookie -> target.getPath().startsWith(cookie.path))
            .map(cookie -> cookie.name + "=" + cookie.value)
            .collect(Collectors.joining("; "));
    return sent.isEmpty() ? request : request.header("cookie", sent);
  }

  private Page send(HttpRequest request) throws Exception {
    HttpResponse<String> response =
        CLIENT.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    response.headers().allValues("set-cookie").forEach(this::keep);
    return new Page(
        response.statusCode(),
        response.headers().firstValue("location").orElse(""),
        response.body());
  }

  private void keep(String setCookie) {
    String[] parts = setCookie.split("; *");
    String name = parts[0].substring(0, parts[0].indexOf('='));
    String path = "/";
    boolean ended = false;
    for (String part : parts) {
      if (part.startsWith("Path=")) {
        path = part.substring(5);
      }
      ended |= part.equals("Max-Age=0");
    }
    if (ended) {
      cookies.remove(name);
    } else {
      cookies.put(name, new Cookie(name, parts[0].substring(name.length() + 1), path));
    }
  }

  static String encode(Map<String, String> form) {
    return form.entrySet().stream()
        .map(
            field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  /** An answer. */
  record Page(int status, String location, String body) {
    JsonNode json() {
      return Json.tree(body.getBytes(StandardCharsets.UTF_8));
    }

    /** A parameter of the address it sends to. */
    Optional<String> sends(String name) {
      String query = location.replaceFirst("#.*", "").replaceFirst("^[^?]*\\??", "");
      for (String field : query.split("&")) {
        if (field.startsWith(name + "=")) {
          return Optional.of(
              URLDecoder.decode(field.substring(name.length() + 1), StandardCharsets.UTF_8));
        }
      }
      return Optional.empty();
    }

    /** What the site is told: {@code joined}, {@code returned} and so on, or an error's code. */
    String outcome() {
      return sends("social")
          .or(() -> sends("socialError"))
          .orElse("HTTP " + status + " to " + location);
    }
  }

  private record Cookie(String name, String value, String path) {}
}
