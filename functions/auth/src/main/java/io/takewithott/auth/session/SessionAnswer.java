package io.takewithott.auth.session;

import io.takewithott.core.http.Response;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a session is told to the client that opened it. */
public final class SessionAnswer {
  private SessionAnswer() {}

  public static Response created(OpenedSession session, Delivery delivery) {
    return finished(Response.created(body(session, delivery)), session, delivery);
  }

  public static Response ok(OpenedSession session, Delivery delivery) {
    return finished(Response.ok(body(session, delivery)), session, delivery);
  }

  private static Response finished(Response response, OpenedSession session, Delivery delivery) {
    return delivery == Delivery.COOKIE ? response.withCookie(cookie(session)) : response;
  }

  /** The refresh token as a cookie, for answers that have no body of ours. */
  public static String cookie(OpenedSession session) {
    return RefreshCookie.of(session.refresh(), SessionStore.IDLE);
  }

  private static SessionBody body(OpenedSession session, Delivery delivery) {
    return new SessionBody(
        session.userId(),
        session.nickname(),
        session.picks(),
        session.admin(),
        session.sessionId(),
        session.access().text(),
        session.access().expiresAt(),
        delivery == Delivery.BODY ? session.refresh().text() : null,
        session.endsAt());
  }

  /**
   * A log-in: the access token goes into {@code Authorization: Bearer}.
   *
   * @param refreshToken only for those who asked for it in the body
   */
  record SessionBody(
      long userId,
      String nickname,
      int picks,
      boolean admin,
      String sessionId,
      String accessToken,
      Instant expiresAt,
      @Nullable String refreshToken,
      Instant sessionEndsAt) {
    @Override
    public String toString() {
      return "SessionBody[…]";
    }
  }
}
