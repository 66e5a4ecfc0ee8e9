package io.takewithott.local.template;

import java.util.Optional;

/** A secret: its text if the template gives one, or how Secrets Manager would generate it. */
public record SecretDefinition(
    String logicalId, String name, Optional<String> text, Optional<Generated> generated) {

  /**
   * @param template a JSON object to which the generated value is added under {@code key}; both
   *     empty when the secret is the value alone
   */
  public record Generated(
      Optional<String> template, Optional<String> key, int length, boolean excludePunctuation) {}
}
