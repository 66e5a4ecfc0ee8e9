package io.takewithott.cloud.ses;

/** The errors of SES that a sender can meet, with their status. */
public enum SesError {
  BAD_REQUEST("BadRequestException", 400),
  MESSAGE_REJECTED("MessageRejected", 400),
  TOO_MANY_REQUESTS("TooManyRequestsException", 429),
  INTERNAL_FAILURE("InternalFailure", 500);

  private final String type;
  private final int status;

  SesError(String type, int status) {
    this.type = type;
    this.status = status;
  }

  /** The name that clients map to an exception. */
  public String type() {
    return type;
  }

  public int status() {
    return status;
  }
}
