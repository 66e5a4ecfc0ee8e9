package io.takewithott.core;

/**
 * The closed list of failures that a caller can see, each with its HTTP status. Where several
 * apply, the one that comes first in this list is reported.
 */
public enum ErrorCode {
  UNAUTHENTICATED(401),
  FORBIDDEN(403),
  NOT_FOUND(404),
  METHOD_NOT_ALLOWED(405),
  BODY_TOO_LARGE(413),
  MALFORMED_REQUEST(400),
  INVALID_VALUE(422),
  WRONG_CREDENTIALS(401),
  /** The refresh token opens nothing any more: log in. */
  SESSION_ENDED(401),
  /** The log-in is too old for this, and there is no password to ask for instead. */
  LOG_IN_AGAIN(403),
  /** A link from a mail that was used, has expired or was never ours. */
  LINK_SPENT(409),
  EMAIL_TAKEN(409),
  NICKNAME_TAKEN(409),
  /** Without it nobody could log in to the account any more. */
  LAST_WAY_IN(409),
  /** Every seat of the party is taken or being paid for. */
  SEAT_TAKEN(409),
  /** The service's own rules do not let these people share. */
  RULE_FORBIDS(422),
  /** Nothing was taken, or what was taken is given back. */
  PAYMENT_FAILED(409),
  CONFLICT(409),
  TOO_MANY_REQUESTS(429),
  /**
   * The database is waking up, or something we depend on is down: the same request may succeed
   * later.
   */
  UNAVAILABLE(503),
  /** Nobody recognises speech on our side, or not now: the browser may, or one types. */
  SPEECH_UNAVAILABLE(503),
  /** A defect of ours. It is logged with its cause and answered without it. */
  INTERNAL(500);

  private final int status;

  ErrorCode(int status) {
    this.status = status;
  }

  /** The HTTP status that goes with this code. */
  public int status() {
    return status;
  }
}
