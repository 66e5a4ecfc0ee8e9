package io.takewithott.auth.social.provider;

import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.core.json.Json;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;

/** Facebook's {@code signed_request}: a signature and what it signs, both base64url. */
public final class SignedRequest {
  private static final int LONGEST = 8192;

  private SignedRequest() {}

  /** The app-scoped id of the person it is about, if Facebook signed it with our app's secret. */
  public static Optional<String> userId(String text, Registration facebook) {
    int dot = text.indexOf('.');
    if (text.length() > LONGEST || dot < 0 || facebook.secret().isEmpty()) {
      return Optional.empty();
    }
    String payload = text.substring(dot + 1);
    try {
      byte[] signature = Base64.getUrlDecoder().decode(text.substring(0, dot));
      byte[] expected = Signatures.sign(payload, facebook.secret());
      if (!MessageDigest.isEqual(signature, expected)) {
        return Optional.empty();
      }
      JsonNode claims = Json.tree(Base64.getUrlDecoder().decode(payload));
      return Optional.of(claims.path("user_id").asText(""))
          .filter(id -> claims.path("algorithm").asText().equalsIgnoreCase("HMAC-SHA256"))
          .filter(id -> id.matches("[0-9]{1,40}"));
    } catch (IllegalArgumentException | UncheckedIOException malformed) {
      return Optional.empty();
    }
  }
}
