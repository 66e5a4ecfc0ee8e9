package io.takewithott.cloud.sqs;

import org.jspecify.annotations.Nullable;

/** A request that SQS refuses. */
final class SqsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final SqsError error;

  SqsException(SqsError error, String message) {
    this(error, message, null);
  }

  SqsException(SqsError error, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.error = error;
  }

  static SqsException invalidParameter(String name, Object value, String reason) {
    return new SqsException(
        SqsError.INVALID_PARAMETER_VALUE,
        "Value " + value + " for parameter " + name + " is invalid. Reason: " + reason);
  }

  SqsError error() {
    return error;
  }
}
