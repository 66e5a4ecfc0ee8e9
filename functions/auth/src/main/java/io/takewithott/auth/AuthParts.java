package io.takewithott.auth;

import io.takewithott.auth.account.AccountStore;
import io.takewithott.auth.account.LogInResource;
import io.takewithott.auth.account.LogInStore;
import io.takewithott.auth.account.MeResource;
import io.takewithott.auth.account.SignUpResource;
import io.takewithott.auth.limits.RateLimits;
import io.takewithott.auth.password.Passwords;
import io.takewithott.auth.session.OwnSite;
import io.takewithott.auth.session.SessionResource;
import io.takewithott.auth.session.SessionStore;
import io.takewithott.auth.session.Sessions;
import io.takewithott.auth.token.AccessTokens;
import io.takewithott.auth.token.JwksResource;
import io.takewithott.auth.token.TokenKeys;
import io.takewithott.auth.social.SocialWiring;
import io.takewithott.core.database.Database;
import io.takewithott.core.http.Routes;
import io.takewithott.core.lambda.Budget;
import io.takewithott.core.secrets.Secrets;
import java.security.SecureRandom;
import java.time.InstantSource;

/** The parts behind the HTTP routes, put together. */
final class AuthParts {
  private final AccessTokens tokens;
  private final SignUpResource signUp;
  private final LogInResource logIn;
  private final SessionResource session;
  private final MeResource me;
  private final JwksResource jwks;
  private final SocialWiring social;

  AuthParts(
      AuthConfig config,
      Database database,
      Secrets secrets,
      Budget budget,
      InstantSource clock) {
    SecureRandom random = new SecureRandom();
    TokenKeys keys = new TokenKeys(secrets, config.tokenKeysSecret(), clock);
    this.tokens = new AccessTokens(keys, clock, config.tokenLifetime());
    RateLimits limits = new RateLimits(database, clock);
    Passwords passwords = new Passwords();
    AccountStore accounts = new AccountStore(database, limits, random, clock);
    Sessions sessions = new Sessions(new SessionStore(database), tokens, random, clock);
    OwnSite site = new OwnSite(config.siteAddress());
    this.signUp = new SignUpResource(limits, passwords, accounts, sessions, site);
    this.logIn =
        new LogInResource(
            accounts, new LogInStore(database, clock), passwords, sessions, site);
    this.session = new SessionResource(sessions, site);
    this.me = new MeResource(accounts);
    this.jwks = new JwksResource(keys);
    this.social =
        new SocialWiring(
            config.social(),
            config.siteAddress(),
            database,
            secrets,
            limits,
            new SocialAccounts(sessions),
            budget,
            clock);
  }

  Routes routes() {
    return social
        .addTo(Routes.builder())
        .get("/.well-known/jwks.json", jwks::keys)
        .post("/accounts", signUp::signUp)
        .post("/sessions", logIn::logIn)
        .post("/sessions/refresh", session::refresh)
        .delete("/sessions/current", session::end)
        .get("/me", me::me)
        .build();
  }

  /** Loads what a first request would load: hashing, signing, the database's client. */
  void warmUp() {
    logIn.warmUp();
    tokens.warmUp();
  }
}
