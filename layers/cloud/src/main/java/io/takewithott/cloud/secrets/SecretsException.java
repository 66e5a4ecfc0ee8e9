package io.takewithott.cloud.secrets;

import io.takewithott.cloud.wire.ServiceException;

/** A request that Secrets Manager refuses. Its message never contains a secret's value. */
final class SecretsException extends ServiceException {
  private static final long serialVersionUID = 1L;

  SecretsException(SecretsError error, String message) {
    super(error, message, null);
  }

  static SecretsException notFound() {
    return new SecretsException(
        SecretsError.RESOURCE_NOT_FOUND, "Secrets Manager can't find the specified secret.");
  }
}
