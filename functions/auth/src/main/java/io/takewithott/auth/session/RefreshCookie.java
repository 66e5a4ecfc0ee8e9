package io.takewithott.auth.session;

import io.takewithott.core.http.Request;
import java.time.Duration;
import java.util.Optional;

/**
 * The cookie that carries a refresh token: sent to {@code /sessions} alone, by this site's own
 * pages alone, over TLS (or to this very machine), and hidden from scripts.
 */
public final class RefreshCookie {
  static final String NAME = "__Secure-two-refresh";
  private static final String ATTRIBUTES = "; Path=/sessions; Secure; HttpOnly; SameSite=Strict";

  private RefreshCookie() {}

  static String of(RefreshToken token, Duration lifetime) {
    return NAME + "=" + token.text() + "; Max-Age=" + lifetime.toSeconds() + ATTRIBUTES;
  }

  /** Removes it. */
  public static String none() {
    return NAME + "=; Max-Age=0" + ATTRIBUTES;
  }

  static Optional<String> in(Request request) {
    return request.cookie(NAME).filter(value -> !value.isEmpty());
  }
}
