package io.takewithott.auth.social;

import io.takewithott.core.http.Request;
import io.takewithott.core.http.Response;
import java.time.Duration;
import java.util.Optional;

/**
 * Two cookies that no script can read. One binds an attempt to the browser it was begun in, a cookie
 * of its own for each attempt, so that two tabs do not disturb each other. The other holds an
 * identity that waits to be linked: it stays in the browser that owns the identity, so that nobody
 * can be made to confirm somebody else's.
 */
final class SocialCookies {
  private static final String BROWSER = "two_social_";
  private static final String PENDING = "two_pending_link";
  private static final String BROWSER_PATH = "/social";
  private static final String PENDING_PATH = "/me/identities";

  /** Of a state: enough to tell attempts of one browser apart. */
  private static final int NAME_LENGTH = 8;

  private SocialCookies() {}

  static Response withBrowser(
      Request request, Response response, String state, String value, Duration age) {
    return response.withCookie(cookie(request, browserName(state), value, BROWSER_PATH, age));
  }

  static Optional<String> browser(Request request, String state) {
    return state.length() < NAME_LENGTH ? Optional.empty() : request.cookie(browserName(state));
  }

  static Response withoutBrowser(Request request, Response response, String state) {
    return withBrowser(request, response, state, "", Duration.ZERO);
  }

  static Response withPending(Request request, Response response, String value, Duration age) {
    return response.withCookie(cookie(request, PENDING, value, PENDING_PATH, age));
  }

  static Optional<String> pending(Request request) {
    return request.cookie(PENDING);
  }

  static Response withoutPending(Request request, Response response) {
    return withPending(request, response, "", Duration.ZERO);
  }

  private static String browserName(String state) {
    return BROWSER + state.substring(0, NAME_LENGTH).replaceAll("[^A-Za-z0-9_-]", "-");
  }

  /** Lax: it must come along when a provider sends the browser back to us. */
  private static String cookie(
      Request request, String name, String value, String path, Duration age) {
    return name
        + "="
        + value
        + "; Path="
        + path
        + "; Max-Age="
        + age.toSeconds()
        + "; HttpOnly; SameSite=Lax"
        + (SiteAddress.isSecure(request) ? "; Secure" : "");
  }
}
