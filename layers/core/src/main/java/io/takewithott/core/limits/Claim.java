package io.takewithott.core.limits;

import io.takewithott.core.objects.Checksum;
import java.nio.charset.StandardCharsets;

/**
 * One subject's attempt at something limited.
 *
 * @param subjectHash so that a table of attempts is not a table of addresses
 */
public record Claim(RateLimit limit, String subjectHash) {
  static Claim of(RateLimit limit, String subject) {
    return new Claim(
        limit, Checksum.sha256((limit.name() + "\n" + subject).getBytes(StandardCharsets.UTF_8)));
  }
}
