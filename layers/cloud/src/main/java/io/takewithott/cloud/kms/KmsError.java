package io.takewithott.cloud.kms;

import io.takewithott.cloud.wire.ServiceError;

/** The errors of KMS; all are answered with 400 but for a failure of ours. */
enum KmsError implements ServiceError {
  NOT_FOUND("NotFoundException"),
  INVALID_CIPHERTEXT("InvalidCiphertextException"),
  INCORRECT_KEY("IncorrectKeyException"),
  VALIDATION("ValidationException"),
  UNKNOWN_OPERATION("UnknownOperationException"),
  SERIALIZATION("SerializationException"),
  MISSING_AUTHENTICATION_TOKEN("MissingAuthenticationTokenException"),
  UNRECOGNIZED_CLIENT("UnrecognizedClientException"),
  INVALID_SIGNATURE("InvalidSignatureException");

  private final String type;

  KmsError(String type) {
    this.type = type;
  }

  @Override
  public String type() {
    return type;
  }
}
