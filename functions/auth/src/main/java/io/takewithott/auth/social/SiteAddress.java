package io.takewithott.auth.social;

import io.takewithott.core.http.Request;
import java.util.Optional;

/**
 * The site's own address, which providers are told. Where none is configured it is the one that was
 * asked: API Gateway serves no host but its own, and a provider sends nobody to an address that is
 * not registered with it.
 */
final class SiteAddress {
  private static final String HTTPS = "https";

  private final Optional<String> configured;

  SiteAddress(Optional<String> configured) {
    this.configured = configured;
  }

  String of(Request request, String path) {
    String base =
        configured
            .map(address -> address.replaceFirst("/+$", ""))
            .orElseGet(() -> scheme(request) + "://" + request.header("host").orElse("localhost"));
    return base + path;
  }

  private static String scheme(Request request) {
    return request.header("x-forwarded-proto").orElse(HTTPS).equals("http") ? "http" : HTTPS;
  }
}
