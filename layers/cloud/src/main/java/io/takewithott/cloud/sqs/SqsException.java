package io.takewithott.cloud.sqs;

import io.takewithott.cloud.wire.ServiceException;
import org.jspecify.annotations.Nullable;

/** A request that SQS refuses. */
final class SqsException extends ServiceException {
  private static final long serialVersionUID = 1L;

  private final SqsError error;

  SqsException(SqsError error, String message) {
    this(error, message, null);
  }

  SqsException(SqsError error, String message, @Nullable Throwable cause) {
    super(error, message, cause);
    this.error = error;
  }

  static SqsException invalidParameter(String name, Object value, String reason) {
    return new SqsException(
        SqsError.INVALID_PARAMETER_VALUE,
        "Value " + value + " for parameter " + name + " is invalid. Reason: " + reason);
  }

  @Override
  public SqsError error() {
    return error;
  }
}
