package io.takewithott.core.envelope;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What something is sealed for. It is not secret, and opens nothing but what was sealed for the
 * same: a sealed text that is copied to another party or version is of no use there.
 *
 * @param purpose such as {@code vault}
 * @param subject whose it is
 * @param version counted where there are several, otherwise 0
 */
public record Seal(String purpose, long subject, long version) {

  /** As the key service is told, and writes into its own log. */
  Map<String, String> context() {
    return Map.of(
        "purpose", purpose, "subject", Long.toString(subject), "version", Long.toString(version));
  }

  byte[] additionalData() {
    return (purpose + ":" + subject + ":" + version).getBytes(StandardCharsets.UTF_8);
  }
}
