package io.takewithott.auth.account;

import io.takewithott.auth.account.AccountStore.Account;
import io.takewithott.auth.client.Client;
import io.takewithott.auth.limits.Limit;
import io.takewithott.auth.mail.EmailAddress;
import io.takewithott.auth.password.Passwords;
import io.takewithott.auth.session.OwnSite;
import io.takewithott.auth.session.SessionAnswer;
import io.takewithott.auth.session.Sessions;
import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.http.Request;
import io.takewithott.core.http.Response;
import io.takewithott.core.limits.Claim;
import java.util.List;
import java.util.Optional;

/**
 * Logging in with an e-mail address. An unknown address takes the same way as a wrong password: one
 * attempt, one hash, two database calls, one answer.
 */
public final class LogInResource {
  private final AccountStore accounts;
  private final LogInStore store;
  private final Passwords passwords;
  private final Sessions sessions;
  private final OwnSite site;

  public LogInResource(
      AccountStore accounts,
      LogInStore store,
      Passwords passwords,
      Sessions sessions,
      OwnSite site) {
    this.accounts = accounts;
    this.store = store;
    this.passwords = passwords;
    this.sessions = sessions;
    this.site = site;
  }

  public Response logIn(Request request) {
    site.refuseForeign(request);
    LogInRequest given = request.body(LogInRequest.class);
    Client client = Client.of(request);
    List<Claim> claims =
        List.of(
            Limit.LOG_IN_ADDRESS.of(client.address()),
            Limit.LOG_IN_ACCOUNT.of(EmailAddress.key(given.address())));
    Optional<Account> account = accounts.findForLogIn(given.address(), claims);
    String hash = account.map(Account::passwordHash).orElse(null);
    boolean known =
        hash == null
            ? passwords.matchesNobody(given.secret())
            : passwords.matches(given.secret(), hash);
    if (!known || hash == null || account.isEmpty()) {
      store.noteFailure(EmailAddress.key(given.address()), client);
      throw new AppException(ErrorCode.WRONG_CREDENTIALS, LogInRequest.WRONG_CREDENTIALS);
    }
    long userId = account.get().userId();
    if (passwords.isOutdated(hash)) {
      store.replaceHash(userId, hash, passwords.hash(given.secret()));
    }
    return SessionAnswer.ok(sessions.open(userId, client, claims), given.delivery());
  }

  /** Loads what a first log-in would load: hashing, signing, the database's client. */
  public void warmUp() {
    passwords.matchesNobody("warm");
    accounts.find(1);
  }
}
