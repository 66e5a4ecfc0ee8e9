package io.takewithott.auth;

import io.takewithott.core.Environment;
import io.takewithott.core.cloud.CloudConfig;
import io.takewithott.core.database.DatabaseConfig;
import java.time.Duration;

/**
 * @param tokenKeysSecret the secret with the token's keys ({@link TokenKeys})
 * @param tokenLifetime how long an access token is good for
 */
record AuthConfig(
    CloudConfig cloud, DatabaseConfig database, String tokenKeysSecret, Duration tokenLifetime) {
  private static final Duration DEFAULT_LIFETIME = Duration.ofHours(12);

  static AuthConfig from(Environment.Settings settings) {
    return new AuthConfig(
        CloudConfig.from(settings),
        DatabaseConfig.from(settings),
        settings.required("TWO_TOKEN_KEYS_SECRET"),
        settings.duration("TWO_TOKEN_LIFETIME", DEFAULT_LIFETIME));
  }
}
