package io.takewithott.auth.token;

import io.takewithott.core.http.Request;
import io.takewithott.core.http.Response;
import java.nio.charset.StandardCharsets;

/** The public keys, for anybody who wants to verify a token. No database call. */
public final class JwksResource {
  private final TokenKeys keys;

  public JwksResource(TokenKeys keys) {
    this.keys = keys;
  }

  public Response keys(Request request) {
    return Response.bytes(
            200, "application/jwk-set+json", keys.published().getBytes(StandardCharsets.UTF_8))
        .withHeader("cache-control", "public, max-age=300");
  }
}
