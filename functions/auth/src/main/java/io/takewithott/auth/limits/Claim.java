package io.takewithott.auth.limits;

import io.takewithott.core.objects.Checksum;
import java.nio.charset.StandardCharsets;

/**
 * One subject's attempt at something limited.
 *
 * @param subjectHash so that a table of attempts is not a table of addresses
 */
public record Claim(Limit limit, String subjectHash) {
  static Claim of(Limit limit, String subject) {
    return new Claim(
        limit, Checksum.sha256((limit + "\n" + subject).getBytes(StandardCharsets.UTF_8)));
  }
}
