package io.takewithott.auth;

import io.takewithott.auth.social.SocialConfig;
import io.takewithott.core.Environment;
import io.takewithott.core.cloud.CloudConfig;
import io.takewithott.core.database.DatabaseConfig;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * @param tokenKeysSecret the secret with the token's keys ({@link TokenKeys})
 * @param tokenLifetime how long an access token is good for
 * @param mailQueueUrl where the function that sends mails is nudged
 * @param tasteQueueUrl where it is told that a ranking has to be made anew
 * @param pushQueue where changes are announced to open connections, if anywhere
 * @param bucket where rankings and photos lie
 * @param siteAddress the site's origin, where it is not the API's own address
 * @param edgeSecret the secret that what stands in front of the API proves itself by, if anything
 */
record AuthConfig(
    CloudConfig cloud,
    DatabaseConfig database,
    String tokenKeysSecret,
    Duration tokenLifetime,
    String mailQueueUrl,
    String tasteQueueUrl,
    Optional<String> pushQueue,
    String bucket,
    Optional<String> siteAddress,
    Optional<String> edgeSecret,
    SocialConfig social) {
  /** What a log-out takes, at the latest, to reach functions that do not ask the database. */
  private static final Duration DEFAULT_LIFETIME = Duration.ofMinutes(10);

  static AuthConfig from(Environment.Settings settings) {
    return new AuthConfig(
        CloudConfig.from(settings),
        DatabaseConfig.from(settings),
        settings.required("TWO_TOKEN_KEYS_SECRET"),
        settings.duration("TWO_TOKEN_LIFETIME", DEFAULT_LIFETIME),
        settings.required("TWO_MAIL_QUEUE_URL"),
        settings.required("TWO_TASTE_QUEUE_URL"),
        settings.optional("TWO_PUSH_QUEUE_URL"),
        settings.required("TWO_BUCKET"),
        settings.address("TWO_SITE_ADDRESS").map(URI::toString),
        settings.optional("TWO_EDGE_SECRET"),
        SocialConfig.from(settings));
  }
}
