package io.takewithott.local.template;

import java.util.Optional;

/**
 * One route of the HTTP API.
 *
 * @param method a verb in capitals, or {@link #ANY}
 * @param path as API Gateway has it ({@code /titles/{id}}, {@code /{proxy+}}), or {@link #DEFAULT}
 * @param authorizer the name of the authorizer asked first
 */
public record HttpRoute(String method, String path, Optional<String> authorizer) {

  public static final String ANY = "ANY";
  public static final String DEFAULT = "$default";

  /** The route key: "GET /titles/{id}" or "$default". */
  public String key() {
    return path.equals(DEFAULT) ? DEFAULT : method + " " + path;
  }
}
