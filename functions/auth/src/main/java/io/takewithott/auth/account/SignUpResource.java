package io.takewithott.auth.account;

import io.takewithott.auth.client.Client;
import io.takewithott.auth.limits.Limit;
import io.takewithott.auth.mail.MailNudge;
import io.takewithott.auth.password.Passwords;
import io.takewithott.auth.session.OwnSite;
import io.takewithott.auth.session.SessionAnswer;
import io.takewithott.auth.session.Sessions;
import io.takewithott.core.http.Request;
import io.takewithott.core.http.Response;
import io.takewithott.core.limits.RateLimits;

/** Signing up with an e-mail address, which logs in as well. */
public final class SignUpResource {
  private final RateLimits limits;
  private final Passwords passwords;
  private final AccountStore accounts;
  private final Sessions sessions;
  private final OwnSite site;
  private final MailNudge nudge;

  public SignUpResource(
      RateLimits limits,
      Passwords passwords,
      AccountStore accounts,
      Sessions sessions,
      OwnSite site,
      MailNudge nudge) {
    this.limits = limits;
    this.passwords = passwords;
    this.accounts = accounts;
    this.sessions = sessions;
    this.site = site;
    this.nudge = nudge;
  }

  /**
   * Three database calls and a nudge. The attempt is taken before a password is hashed for nothing.
   */
  public Response signUp(Request request) {
    site.refuseForeign(request);
    SignUpRequest wanted = request.body(SignUpRequest.class);
    Client client = Client.of(request);
    limits.take(Limit.SIGN_UP_ADDRESS.of(client.address()));
    String hash = passwords.hash(wanted.newPassword().text());
    long userId = accounts.create(wanted.account(hash), client);
    nudge.nudge();
    return SessionAnswer.created(sessions.open(userId, client), wanted.delivery());
  }
}
