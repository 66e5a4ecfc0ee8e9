package io.takewithott.cloud.secrets;

/** A request that Secrets Manager refuses. Its message never contains a secret's value. */
final class SecretsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final SecretsError error;

  SecretsException(SecretsError error, String message) {
    super(message);
    this.error = error;
  }

  static SecretsException notFound() {
    return new SecretsException(
        SecretsError.RESOURCE_NOT_FOUND, "Secrets Manager can't find the specified secret.");
  }

  SecretsError error() {
    return error;
  }
}
