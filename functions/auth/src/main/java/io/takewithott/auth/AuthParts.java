package io.takewithott.auth;

import io.takewithott.auth.account.AccountStore;
import io.takewithott.auth.account.AvailabilityResource;
import io.takewithott.auth.account.DeletionResource;
import io.takewithott.auth.account.DeletionStore;
import io.takewithott.auth.account.ExportResource;
import io.takewithott.auth.account.ExportStore;
import io.takewithott.auth.account.LogInResource;
import io.takewithott.auth.account.LogInStore;
import io.takewithott.auth.account.MeResource;
import io.takewithott.auth.account.RoleResource;
import io.takewithott.auth.account.RoleStore;
import io.takewithott.auth.account.SecurityEventResource;
import io.takewithott.auth.account.SecurityEventStore;
import io.takewithott.auth.account.SignUpResource;
import io.takewithott.auth.email.EmailChangeResource;
import io.takewithott.auth.email.EmailChangeStore;
import io.takewithott.auth.mail.EmailVerificationResource;
import io.takewithott.auth.mail.EmailVerificationStore;
import io.takewithott.auth.mail.MailNudge;
import io.takewithott.auth.password.PasswordResource;
import io.takewithott.auth.password.PasswordStore;
import io.takewithott.auth.password.Passwords;
import io.takewithott.auth.password.Proof;
import io.takewithott.auth.password.ResetResource;
import io.takewithott.auth.password.ResetStore;
import io.takewithott.auth.session.DeviceResource;
import io.takewithott.auth.session.DeviceStore;
import io.takewithott.auth.session.OwnSite;
import io.takewithott.auth.session.SessionResource;
import io.takewithott.auth.session.SessionStore;
import io.takewithott.auth.session.Sessions;
import io.takewithott.auth.social.SocialWiring;
import io.takewithott.auth.token.AccessTokens;
import io.takewithott.auth.token.JwksResource;
import io.takewithott.auth.token.TokenKeys;
import io.takewithott.core.cloud.CloudClients;
import io.takewithott.core.database.Database;
import io.takewithott.core.http.Admin;
import io.takewithott.core.http.Routes;
import io.takewithott.core.lambda.Budget;
import io.takewithott.core.limits.RateLimits;
import io.takewithott.core.photo.Photos;
import io.takewithott.core.secrets.Secrets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;

/** The parts behind the HTTP routes, put together. */
final class AuthParts {
  /** For deleting one object. */
  private static final Duration OBJECT_TIMEOUT = Duration.ofSeconds(3);

  /** For some megabytes. */
  private static final Duration PHOTO_TIMEOUT = Duration.ofSeconds(6);

  private final Database database;
  private final InstantSource clock;
  private final OwnSite site;
  private final MailNudge nudge;
  private final RateLimits limits;
  private final Passwords passwords = new Passwords();
  private final TokenKeys keys;
  private final AccessTokens tokens;
  private final AccountStore accounts;
  private final Sessions sessions;
  private final PasswordStore passwordStore;
  private final Proof proof;
  private final LogInResource logIn;
  private final DeletionResource deletion;
  private final SocialWiring social;
  private final MemberParts members;

  AuthParts(
      AuthConfig config,
      CloudClients clients,
      Database database,
      Secrets secrets,
      Budget budget,
      InstantSource clock) {
    SecureRandom random = new SecureRandom();
    this.database = database;
    this.clock = clock;
    this.site = new OwnSite(config.siteAddress());
    this.nudge = new MailNudge(clients.queue(config.mailQueueUrl()));
    this.limits = new RateLimits(database, clock);
    this.keys = new TokenKeys(secrets, config.tokenKeysSecret(), clock);
    this.tokens = new AccessTokens(keys, clock, config.tokenLifetime());
    this.accounts = new AccountStore(database, limits, random, clock);
    this.sessions = new Sessions(new SessionStore(database), tokens, random, clock);
    this.passwordStore = new PasswordStore(database, limits, clock);
    this.proof = new Proof(passwordStore, passwords);
    this.logIn =
        new LogInResource(accounts, new LogInStore(database, clock), passwords, sessions, site);
    Photos photos = new Photos(clients.objects(config.bucket(), PHOTO_TIMEOUT), random);
    this.deletion =
        new DeletionResource(
            proof,
            new DeletionStore(database, clock),
            clients.objects(config.bucket(), OBJECT_TIMEOUT),
            photos);
    this.social =
        new SocialWiring(
            config.social(),
            config.siteAddress(),
            database,
            secrets,
            limits,
            new SocialAccounts(sessions, deletion, proof),
            budget,
            clock);
    this.members = new MemberParts(config, clients, database, limits, photos, clock);
  }

  Routes routes() {
    Routes.Builder routes = Routes.builder();
    addAccount(routes);
    addEmail(routes);
    addSessions(routes);
    addMe(routes);
    addAdmin(routes);
    social.addTo(routes);
    members.addTo(routes);
    return routes.get("/.well-known/jwks.json", new JwksResource(keys)::keys).build();
  }

  private void addAccount(Routes.Builder routes) {
    ResetResource reset =
        new ResetResource(new ResetStore(database, limits, clock), passwords, nudge);
    routes
        .post(
            "/accounts",
            new SignUpResource(limits, passwords, accounts, sessions, site, nudge)::signUp)
        .get("/accounts/availability", new AvailabilityResource(accounts)::check)
        .post("/password-resets", reset::ask)
        .post("/password-resets/complete", reset::complete);
  }

  private void addEmail(Routes.Builder routes) {
    EmailVerificationResource verification =
        new EmailVerificationResource(new EmailVerificationStore(database, limits), nudge);
    EmailChangeResource change =
        new EmailChangeResource(proof, new EmailChangeStore(database, limits), nudge);
    routes
        .post("/me/email-verification", verification::ask)
        .post("/email-verifications", verification::verify)
        .post("/me/email", change::ask)
        .post("/email-changes/complete", change::complete)
        .post("/email-changes/stop", change::stop);
  }

  private void addSessions(Routes.Builder routes) {
    SessionResource session = new SessionResource(sessions, site);
    DeviceResource devices = new DeviceResource(new DeviceStore(database), clock);
    routes
        .post("/sessions", logIn::logIn)
        .post("/sessions/refresh", session::refresh)
        .delete("/sessions/current", session::end)
        .get("/me/sessions", devices::list)
        .delete("/me/sessions", devices::endAll)
        .delete("/me/sessions/{id}", devices::endOne);
  }

  private void addMe(Routes.Builder routes) {
    routes
        .get("/me", new MeResource(accounts)::me)
        .delete("/me", deletion::delete)
        .put("/me/password", new PasswordResource(proof, passwordStore, passwords, nudge)::change)
        .get("/me/export", new ExportResource(new ExportStore(database, limits))::export)
        .get("/me/security-events", securityEvents()::mine);
  }

  private void addAdmin(Routes.Builder routes) {
    RoleResource roles = new RoleResource(new RoleStore(database), clock);
    routes
        .get("/admin/users/{id}/security-events", Admin.only(securityEvents()::ofUser))
        .put("/admin/users/{id}/role", Admin.only(roles::give));
  }

  private SecurityEventResource securityEvents() {
    return new SecurityEventResource(new SecurityEventStore(database), clock);
  }

  /** Loads what a first request would load: hashing, signing, photos, the services' clients. */
  void warmUp() {
    logIn.warmUp();
    tokens.warmUp();
    members.warmUp();
  }
}
