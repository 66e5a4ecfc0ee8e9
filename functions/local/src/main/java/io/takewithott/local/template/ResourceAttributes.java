package io.takewithott.local.template;

import java.util.Optional;

/**
 * What {@code !Ref} and {@code !GetAtt} of a resource mean on this machine; the server that runs
 * them knows.
 */
@FunctionalInterface
public interface ResourceAttributes {

  /** The attribute's name when a template says {@code !Ref}. */
  String REF = "Ref";

  /**
   * @param attribute {@link #REF}, or the part after the logical id ("Arn",
   *     "MasterUserSecret.SecretArn", "Alias")
   * @return empty if this attribute has no local value
   */
  Optional<String> value(String logicalId, String type, String attribute);
}
