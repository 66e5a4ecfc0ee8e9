package io.takewithott.auth;

import io.takewithott.auth.token.AccessTokens;
import io.takewithott.auth.token.KeyRotation;
import io.takewithott.auth.token.TokenKeys;
import io.takewithott.core.Environment;
import io.takewithott.core.cloud.CloudClients;
import io.takewithott.core.cloud.CloudConfig;
import io.takewithott.core.http.Edge;
import io.takewithott.core.http.HttpFunction;
import io.takewithott.core.http.HttpFunction.HttpWiring;
import io.takewithott.core.lambda.Budget;
import io.takewithott.core.secrets.Secrets;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;

/** What the functions of this module are made of. */
final class AuthWiring {
  /** The authorizer signs nothing but a token for itself, to warm up with. */
  private static final Duration WARMING_LIFETIME = Duration.ofMinutes(1);

  private AuthWiring() {}

  static HttpWiring http(Environment environment, InstantSource clock) {
    AuthConfig config = environment.read(AuthConfig::from);
    // What an invocation has left is real time, whatever the clock says.
    Budget budget = new Budget(Clock.systemUTC(), HttpFunction.LONGEST_REQUEST);
    CloudClients clients = new CloudClients(config.cloud());
    Secrets secrets = clients.secrets(clock);
    AuthParts parts =
        new AuthParts(
            config, clients, clients.database(config.database(), budget), secrets, budget, clock);
    Edge edge = new Edge(() -> config.edgeSecret().flatMap(secrets::kept));
    return new HttpWiring(parts.routes(), budget, parts::warmUp, secrets::forget, edge);
  }

  static Verifier verifier(Environment environment, InstantSource clock) {
    VerifierConfig config = environment.read(VerifierConfig::from);
    Secrets secrets = new CloudClients(config.cloud()).secrets(clock);
    AccessTokens tokens =
        new AccessTokens(
            new TokenKeys(secrets, config.tokenKeysSecret(), clock), clock, WARMING_LIFETIME);
    return new Verifier(tokens, secrets::forget);
  }

  static KeyRotation keyRotation(Environment environment, InstantSource clock) {
    VerifierConfig config = environment.read(VerifierConfig::from);
    return new KeyRotation(
        new CloudClients(config.cloud()).secrets(clock), config.tokenKeysSecret(), clock);
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
