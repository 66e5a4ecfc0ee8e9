package io.takewithott.auth;

import io.takewithott.core.Environment;
import io.takewithott.core.cloud.CloudClients;
import io.takewithott.core.cloud.CloudConfig;
import io.takewithott.core.database.Database;
import io.takewithott.core.http.HttpFunction;
import io.takewithott.core.http.HttpFunction.HttpWiring;
import io.takewithott.core.http.Routes;
import io.takewithott.core.lambda.Budget;
import io.takewithott.core.secrets.Secrets;
import java.time.Clock;
import java.time.Duration;

/** What the functions of this module are made of. */
final class AuthWiring {
  /** The authorizer signs nothing but a token for itself, to warm up with. */
  private static final Duration WARMING_LIFETIME = Duration.ofMinutes(1);

  private AuthWiring() {}

  static HttpWiring http(Environment environment) {
    AuthConfig config = environment.read(AuthConfig::from);
    Clock clock = Clock.systemUTC();
    Budget budget = new Budget(clock, HttpFunction.LONGEST_REQUEST);
    CloudClients clients = new CloudClients(config.cloud());
    Database database = clients.database(config.database(), budget);
    Secrets secrets = clients.secrets(clock);
    AccessTokens tokens =
        new AccessTokens(
            new TokenKeys(secrets, config.tokenKeysSecret()), clock, config.tokenLifetime());
    AccountResource accounts =
        new AccountResource(new AccountStore(database), new Passwords(), tokens);
    Routes routes =
        Routes.builder()
            .post("/accounts", accounts::signUp)
            .post("/sessions", accounts::logIn)
            .get("/me", accounts::me)
            .build();
    return new HttpWiring(routes, budget, accounts::warmUp, secrets::forget);
  }

  static Verifier verifier(Environment environment) {
    VerifierConfig config = environment.read(VerifierConfig::from);
    Clock clock = Clock.systemUTC();
    Secrets secrets = new CloudClients(config.cloud()).secrets(clock);
    AccessTokens tokens =
        new AccessTokens(new TokenKeys(secrets, config.tokenKeysSecret()), clock, WARMING_LIFETIME);
    return new Verifier(tokens, secrets::forget);
  }

  static TokenKeysMaker keysMaker(Environment environment) {
    VerifierConfig config = environment.read(VerifierConfig::from);
    return new TokenKeysMaker(
        new CloudClients(config.cloud()).secrets(Clock.systemUTC()), config.tokenKeysSecret());
  }

  /** What the authorizer is made of. */
  record Verifier(AccessTokens tokens, Runnable afterRestore) {}

  private record VerifierConfig(CloudConfig cloud, String tokenKeysSecret) {
    static VerifierConfig from(Environment.Settings settings) {
      return new VerifierConfig(
          CloudConfig.from(settings), settings.required("TWO_TOKEN_KEYS_SECRET"));
    }
  }
}
