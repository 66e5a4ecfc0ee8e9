package io.takewithott.catalog.speech;

import io.takewithott.core.Environment;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * @param secret the secret with {@code {"clova":{"keyId":"…","key":"…"}}}; without it no speech is
 *     recognised here
 * @param standIn where requests go instead of to the recogniser
 * @param timeout what one answer may take
 */
public record SpeechConfig(Optional<String> secret, Optional<URI> standIn, Duration timeout) {
  /** A minute of audio takes a recogniser a few seconds. */
  private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(12);

  public static SpeechConfig from(Environment.Settings settings) {
    return new SpeechConfig(
        settings.optional("TWO_SPEECH_SECRET"),
        settings.address("TWO_SPEECH_ENDPOINT"),
        settings.duration("TWO_SPEECH_TIMEOUT", DEFAULT_TIMEOUT));
  }
}
