package io.takewithott.auth;

import io.takewithott.auth.client.Client;
import io.takewithott.auth.session.SessionAnswer;
import io.takewithott.auth.session.Sessions;
import io.takewithott.auth.social.Accounts;
import io.takewithott.core.http.Request;
import io.takewithott.core.http.Response;

/** The accounts as social log-in sees them. */
final class SocialAccounts implements Accounts {
  private final Sessions sessions;

  SocialAccounts(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public Response withSession(Request request, Response response, long userId) {
    return response.withCookie(SessionAnswer.cookie(sessions.open(userId, Client.of(request))));
  }

  @Override
  public void erase(long userId) {
    throw new UnsupportedOperationException("not yet");
  }
}
