package io.takewithott.local.standin.oauth;

import java.util.Map;

/**
 * A request to a stand-in.
 *
 * @param path below the host
 * @param query the parameters in the address
 * @param form those in the body
 * @param authorization the header, empty when there is none
 */
record Call(
    String method,
    String path,
    Map<String, String> query,
    Map<String, String> form,
    String authorization) {
  private static final String BEARER = "Bearer ";

  Call {
    query = Map.copyOf(query);
    form = Map.copyOf(form);
  }

  /** A parameter from wherever the method puts it; empty when it is missing. */
  String parameter(String name) {
    return form.getOrDefault(name, query.getOrDefault(name, ""));
  }

  String bearer() {
    return authorization.startsWith(BEARER) ? authorization.substring(BEARER.length()) : "";
  }
}
