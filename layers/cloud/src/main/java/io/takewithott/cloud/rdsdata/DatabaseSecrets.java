package io.takewithott.cloud.rdsdata;

import java.util.Optional;

/** Where the Data API finds the secret that a caller names; {@code LocalSecrets} has one. */
@FunctionalInterface
public interface DatabaseSecrets {
  /** The current text of a secret, if there is one. */
  Optional<String> text(String secretArn);
}
