package io.takewithott.auth.social;

import io.takewithott.core.Environment;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * @param clientsSecret the secret with our registration at each provider; without it none is
 *     offered
 * @param standIn where requests to providers go instead of to their own hosts
 * @param timeout what one answer of a provider may take
 */
public record SocialConfig(
    Optional<String> clientsSecret, Optional<URI> standIn, Duration timeout) {
  /** Longer than a provider takes on a bad day, and three times that is still within a request. */
  private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(5);

  public static SocialConfig from(Environment.Settings settings) {
    return new SocialConfig(
        settings.optional("TWO_SOCIAL_SECRET"),
        settings.address("TWO_SOCIAL_ENDPOINT"),
        settings.duration("TWO_SOCIAL_TIMEOUT", DEFAULT_TIMEOUT));
  }
}
