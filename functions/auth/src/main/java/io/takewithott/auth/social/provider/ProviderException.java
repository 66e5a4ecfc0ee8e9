package io.takewithott.auth.social.provider;

import org.jspecify.annotations.Nullable;

/** A provider did not do what it was asked. Messages never hold what was sent or answered. */
public final class ProviderException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What a caller can do about it. */
  public enum Reason {
    /** It did not answer in time, or said that it cannot now: later it may. */
    DOWN,
    /** It said no to this request, and would again. */
    REFUSED,
    /** It said no to us, not to the request: keys, quotas. A person has to look at it. */
    BARRED,
    /** It answered what is not understood. */
    ODD
  }

  private final Reason reason;

  ProviderException(Reason reason, String message) {
    this(reason, message, null);
  }

  ProviderException(Reason reason, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
