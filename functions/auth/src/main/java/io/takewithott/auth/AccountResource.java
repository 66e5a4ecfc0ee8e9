package io.takewithott.auth;

import io.takewithott.auth.AccountStore.Account;
import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.http.Request;
import io.takewithott.core.http.Response;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sign-up, log-in and "who am I". One database call each. */
final class AccountResource {
  static final String WRONG_CREDENTIALS = "The e-mail address or the password is wrong";

  private final AccountStore accounts;
  private final Passwords passwords;
  private final AccessTokens tokens;

  AccountResource(AccountStore accounts, Passwords passwords, AccessTokens tokens) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.tokens = tokens;
  }

  Response signUp(Request request) {
    SignUpRequest wanted = request.body(SignUpRequest.class);
    String nickname = Objects.requireNonNull(wanted.nickname());
    long userId =
        accounts.create(
            Objects.requireNonNull(wanted.email()),
            passwords.hash(Objects.requireNonNull(wanted.password())),
            nickname);
    return Response.created(session(userId, nickname, 0));
  }

  Response logIn(Request request) {
    LogInRequest given = request.body(LogInRequest.class);
    String password = Objects.requireNonNull(given.password());
    Optional<Account> account = accounts.findByEmail(Objects.requireNonNull(given.email()));
    String hash = account.map(Account::passwordHash).orElse(null);
    boolean known =
        hash == null ? passwords.matchesNobody(password) : passwords.matches(password, hash);
    if (!known) {
      throw new AppException(ErrorCode.WRONG_CREDENTIALS, WRONG_CREDENTIALS);
    }
    Account found = account.orElseThrow();
    return Response.ok(session(found.userId(), found.nickname(), found.picks()));
  }

  Response me(Request request) {
    Account account =
        accounts
            .find(request.requireCaller().userId())
            .orElseThrow(
                () ->
                    new AppException(
                        ErrorCode.UNAUTHENTICATED, "This account is gone: log in again"));
    return Response.ok(
        new MeResponse(
            account.userId(),
            account.nickname(),
            account.email(),
            account.picks(),
            account.ratings()));
  }

  /** Loads what a first request would load: hashing, signing, the database's client. */
  void warmUp() {
    passwords.matchesNobody("warm");
    tokens.issue(1);
    accounts.find(1);
  }

  private SessionResponse session(long userId, String nickname, int picks) {
    AccessTokens.AccessToken token = tokens.issue(userId);
    return new SessionResponse(userId, nickname, picks, token.text(), token.expiresAt());
  }

  /** A log-in: the token goes into {@code Authorization: Bearer}. */
  record SessionResponse(
      long userId, String nickname, int picks, String accessToken, Instant expiresAt) {}

  record MeResponse(long userId, String nickname, @Nullable String email, int picks, int ratings) {}
}
