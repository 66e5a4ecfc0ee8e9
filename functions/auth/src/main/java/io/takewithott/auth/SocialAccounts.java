package io.takewithott.auth;

import io.takewithott.auth.account.DeletionResource;
import io.takewithott.auth.client.Client;
import io.takewithott.auth.password.Proof;
import io.takewithott.auth.session.SessionAnswer;
import io.takewithott.auth.session.Sessions;
import io.takewithott.auth.social.Accounts;
import io.takewithott.core.http.Caller;
import io.takewithott.core.http.Request;
import io.takewithott.core.http.Response;
import io.takewithott.core.limits.Claim;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The accounts as social log-in sees them. */
final class SocialAccounts implements Accounts {
  private final Sessions sessions;
  private final DeletionResource deletion;
  private final Proof proof;

  SocialAccounts(Sessions sessions, DeletionResource deletion, Proof proof) {
    this.sessions = sessions;
    this.deletion = deletion;
    this.proof = proof;
  }

  @Override
  public Response withSession(Request request, Response response, long userId) {
    return response.withCookie(SessionAnswer.cookie(sessions.open(userId, Client.of(request))));
  }

  @Override
  public List<Claim> prove(Caller caller, @Nullable String password) {
    return proof.require(caller, password).claims();
  }

  @Override
  public void erase(long userId) {
    deletion.eraseUnreachable(userId);
  }
}
