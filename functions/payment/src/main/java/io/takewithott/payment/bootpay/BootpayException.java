package io.takewithott.payment.bootpay;

import org.jspecify.annotations.Nullable;

/** The provider did not do what it was asked, or did not say so. Messages quote nothing it sent. */
public final class BootpayException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What can be concluded. */
  public enum Outcome {
    /** It never heard of it. */
    NOT_ASKED,
    /** It heard and said no: nothing was done. */
    REFUSED,
    /** It may have done it. */
    UNKNOWN
  }

  private final Outcome outcome;

  public BootpayException(Outcome outcome, String message) {
    this(outcome, message, null);
  }

  public BootpayException(Outcome outcome, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.outcome = outcome;
  }

  public Outcome outcome() {
    return outcome;
  }
}
