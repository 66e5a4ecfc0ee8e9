package io.takewithott.catalog.speech;

/** What was said could not be told. Messages never quote what was sent or received. */
final class SpeechException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Whose fault it is. */
  enum Reason {
    /** Nobody has put credentials where they belong. */
    NOT_CONFIGURED,
    /** It does not take our credentials. */
    BARRED,
    /** It did not answer, or with a failure of its own. */
    DOWN,
    /** Its answer makes no sense. */
    ODD,
    /** It does not take this audio. */
    REFUSED
  }

  private final Reason reason;

  SpeechException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  SpeechException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  Reason reason() {
    return reason;
  }
}
