package io.takewithott.catalog.tmdb;

import io.takewithott.core.Environment;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * How TMDB is reached.
 *
 * @param secret holds {@code {"token":"…"}}; without a token nothing is imported
 * @param standIn what stands in for it; nothing does when absent
 * @param timeout what one answer may take
 * @param callsASecond at most; TMDB asks for fewer than about forty
 */
public record TmdbConfig(
    Optional<String> secret, Optional<URI> standIn, Duration timeout, int callsASecond) {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final int CALLS_A_SECOND = 30;
  private static final int MOST_CALLS_A_SECOND = 40;

  public static TmdbConfig from(Environment.Settings settings) {
    return new TmdbConfig(
        settings.optional("TWO_TMDB_SECRET"),
        settings.address("TWO_TMDB_ENDPOINT"),
        settings.duration("TWO_TMDB_TIMEOUT", TIMEOUT),
        settings.number("TWO_TMDB_CALLS_A_SECOND", CALLS_A_SECOND, 1, MOST_CALLS_A_SECOND));
  }
}
