package io.takewithott.catalog.tmdb;

import io.takewithott.core.json.Json;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What TMDB knows us by: its read access token, {@code {"token":"…"}} in a secret. */
public record Token(String value) {

  /** The token, if the secret holds one. */
  public static Optional<Token> of(String secret) {
    try {
      String token =
          Json.tree(secret.getBytes(StandardCharsets.UTF_8)).path("token").asText("").strip();
      return token.matches("[\\x21-\\x7e]{1,2000}")
          ? Optional.of(new Token(token))
          : Optional.empty();
    } catch (UncheckedIOException malformed) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "Token[…]";
  }
}
