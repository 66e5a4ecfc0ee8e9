package io.takewithott.auth.social.provider;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A request to a provider. Parameters are a form where there is a body, else the query.
 *
 * @param authorization the header's whole value, empty for none
 */
record ProviderRequest(
    Method method, String url, Map<String, String> parameters, String authorization) {

  /** What the providers' addresses are asked with. */
  enum Method {
    GET,
    POST,
    DELETE
  }

  ProviderRequest {
    parameters = Map.copyOf(parameters);
  }

  /** The parameters as they stand in a query or a form. */
  String encodedParameters() {
    return encode(parameters);
  }

  static String encode(Map<String, String> parameters) {
    return new TreeMap<>(parameters)
        .entrySet().stream()
            .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
            .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "ProviderRequest[" + method + " " + url + "]";
  }
}
