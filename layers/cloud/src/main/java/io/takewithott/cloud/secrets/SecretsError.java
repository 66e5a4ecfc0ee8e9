package io.takewithott.cloud.secrets;

import io.takewithott.cloud.wire.ServiceError;

/** The errors of Secrets Manager; all are answered with 400 but for a failure of ours. */
enum SecretsError implements ServiceError {
  RESOURCE_NOT_FOUND("ResourceNotFoundException"),
  RESOURCE_EXISTS("ResourceExistsException"),
  INVALID_PARAMETER("InvalidParameterException"),
  INVALID_REQUEST("InvalidRequestException"),
  LIMIT_EXCEEDED("LimitExceededException"),
  UNKNOWN_OPERATION("UnknownOperationException"),
  SERIALIZATION("SerializationException"),
  MISSING_AUTHENTICATION_TOKEN("MissingAuthenticationTokenException"),
  UNRECOGNIZED_CLIENT("UnrecognizedClientException"),
  INVALID_SIGNATURE("InvalidSignatureException");

  private final String type;

  SecretsError(String type) {
    this.type = type;
  }

  @Override
  public String type() {
    return type;
  }
}
