package io.takewithott.auth.social.provider;

import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.auth.social.provider.ProviderException.Reason;
import io.takewithott.core.json.Json;
import java.io.UncheckedIOException;
import java.util.Base64;

/**
 * An ID token, which some providers add when the app's console says so. It came from the token
 * address itself over TLS, so its signature need not be checked (OpenID Connect Core 3.1.3.7); that
 * it is for us and for this log-in must be.
 */
final class IdToken {
  private IdToken() {}

  /**
   * @throws ProviderException ODD when it is for another client or another log-in
   */
  static void check(String token, String clientId, String nonce) {
    JsonNode claims = claims(token);
    if (!claims.path("aud").asText().equals(clientId)
        || !claims.path("nonce").asText().equals(nonce)) {
      throw new ProviderException(Reason.ODD, "The ID token is for another client or log-in");
    }
  }

  private static JsonNode claims(String token) {
    String[] parts = token.split("\\.", -1);
    if (parts.length != 3) {
      throw new ProviderException(Reason.ODD, "The ID token has not three parts");
    }
    try {
      return Json.tree(Base64.getUrlDecoder().decode(parts[1]));
    } catch (IllegalArgumentException | UncheckedIOException malformed) {
      throw new ProviderException(Reason.ODD, "The ID token's claims are not readable");
    }
  }
}
