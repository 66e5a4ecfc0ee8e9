package io.takewithott.auth.session;

import io.takewithott.auth.client.Client;
import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.http.Request;
import io.takewithott.core.http.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeping a session alive and ending it, by its refresh token: in the cookie, then only for our own
 * pages, or in the body.
 */
public final class SessionResource {
  private final Sessions sessions;
  private final OwnSite site;

  public SessionResource(Sessions sessions, OwnSite site) {
    this.sessions = sessions;
    this.site = site;
  }

  /** One database call; two when a token comes a second time. */
  public Response refresh(Request request) {
    Presented presented = presented(request);
    String token =
        presented.token.orElseThrow(
            () -> new AppException(ErrorCode.SESSION_ENDED, "Nobody is logged in here"));
    return SessionAnswer.ok(sessions.refresh(token, Client.of(request)), presented.delivery);
  }

  /** Logs out here; one database call. Nobody is told whether there was a session. */
  public Response end(Request request) {
    presented(request).token.ifPresent(token -> sessions.end(token, Client.of(request)));
    return Response.noContent().withCookie(RefreshCookie.none());
  }

  /** A token in the body comes from an app; a cookie's token never leaves its cookie. */
  private Presented presented(Request request) {
    if (request.hasBody()) {
      RefreshRequest body = request.body(RefreshRequest.class);
      if (body.refreshToken != null) {
        return new Presented(Optional.of(body.refreshToken), Delivery.BODY);
      }
    }
    site.require(request);
    return new Presented(RefreshCookie.in(request), Delivery.COOKIE);
  }

  private record Presented(Optional<String> token, Delivery delivery) {}

  record RefreshRequest(@Nullable String refreshToken) {
    @Override
    public String toString() {
      return "RefreshRequest[…]";
    }
  }
}
