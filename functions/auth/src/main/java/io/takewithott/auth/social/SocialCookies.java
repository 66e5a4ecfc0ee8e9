package io.takewithott.auth.social;

import io.takewithott.core.http.Request;
import io.takewithott.core.http.Response;
import java.time.Duration;
import java.util.Optional;

/**
 * Two cookies that no script can read. One binds an attempt to the browser it was begun in, a
 * cookie of its own for each attempt, so that two tabs do not disturb each other. The other holds
 * an identity that waits to be linked: it stays in the browser that owns the identity, so that
 * nobody can be made to confirm somebody else's.
 */
final class SocialCookies {
  private static final String BROWSER = "__Secure-two-social-";
  private static final String PENDING = "__Secure-two-pending-link";
  private static final String BROWSER_PATH = "/social";
  private static final String PENDING_PATH = "/me/identities";

  /** It must come along when a provider sends the browser back to us. */
  private static final String LAX = "Lax";

  private static final String STRICT = "Strict";

  /** Of a state: enough to tell attempts of one browser apart. */
  private static final int NAME_LENGTH = 8;

  private SocialCookies() {}

  static Response withBrowser(Response response, String state, String value, Duration age) {
    return response.withCookie(cookie(browserName(state), value, BROWSER_PATH, LAX, age));
  }

  static Optional<String> browser(Request request, String state) {
    return state.length() < NAME_LENGTH ? Optional.empty() : request.cookie(browserName(state));
  }

  static Response withoutBrowser(Response response, String state) {
    return withBrowser(response, state, "", Duration.ZERO);
  }

  static Response withPending(Response response, String value, Duration age) {
    return response.withCookie(cookie(PENDING, value, PENDING_PATH, STRICT, age));
  }

  static Optional<String> pending(Request request) {
    return request.cookie(PENDING);
  }

  static Response withoutPending(Response response) {
    return withPending(response, "", Duration.ZERO);
  }

  private static String browserName(String state) {
    return BROWSER + state.substring(0, NAME_LENGTH).replaceAll("[^A-Za-z0-9_-]", "-");
  }

  private static String cookie(
      String name, String value, String path, String sameSite, Duration age) {
    return name
        + "="
        + value
        + "; Path="
        + path
        + "; Max-Age="
        + age.toSeconds()
        + "; Secure; HttpOnly; SameSite="
        + sameSite;
  }
}
