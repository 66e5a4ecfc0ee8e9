package io.takewithott.local.gateway;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A request as API Gateway takes it apart.
 *
 * @param rawPath as sent, still encoded
 * @param headers lower-cased, several values joined by a comma, without cookies and what belongs to
 *     the connection
 * @param query decoded, several values joined by a comma
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record HttpRequest(
    String method,
    String rawPath,
    String path,
    String rawQuery,
    Map<String, String> query,
    Map<String, String> headers,
    List<String> cookies,
    byte[] body,
    String protocol,
    String sourceIp) {

  private static final Set<String> CONNECTION =
      Set.of(
          "connection",
          "expect",
          "keep-alive",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  static Map<String, String> headers(List<Map.Entry<String, String>> sent) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (Map.Entry<String, String> header : sent) {
      String name = header.getKey().toLowerCase(Locale.ROOT);
      if (!name.equals("cookie") && !CONNECTION.contains(name)) {
        headers.merge(name, header.getValue(), (first, second) -> first + "," + second);
      }
    }
    return headers;
  }

  static List<String> cookies(List<Map.Entry<String, String>> sent) {
    List<String> cookies = new ArrayList<>();
    for (Map.Entry<String, String> header : sent) {
      if (header.getKey().equalsIgnoreCase("cookie")) {
        for (String cookie : header.getValue().split(";", -1)) {
          if (!cookie.isBlank()) {
            cookies.add(cookie.trim());
          }
        }
      }
    }
    return cookies;
  }

  /**
   * @throws IllegalArgumentException if the query is not properly percent-encoded
   */
  static Map<String, String> query(String rawQuery) {
    Map<String, String> query = new LinkedHashMap<>();
    for (String pair : rawQuery.split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = PercentEncoding.decode(equals < 0 ? pair : pair.substring(0, equals), true);
        String value = PercentEncoding.decode(equals < 0 ? "" : pair.substring(equals + 1), true);
        query.merge(name, value, (first, second) -> first + "," + second);
      }
    }
    return query;
  }
}
