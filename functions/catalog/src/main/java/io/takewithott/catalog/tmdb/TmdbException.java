package io.takewithott.catalog.tmdb;

import org.jspecify.annotations.Nullable;

/** TMDB did not answer with what it was asked for. Messages quote nothing that it sent. */
public final class TmdbException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What can be done about it. */
  public enum Reason {
    /** It does not take our credentials: nothing will work until somebody changes them. */
    BARRED,
    /** This invocation has no time left for the call; the next one may make it. */
    NO_TIME,
    /** It did not answer, or with a failure of its own, however often it was asked. */
    DOWN,
    /** Its answer makes no sense, or is longer than any we read. */
    ODD,
    /** It says that it will not answer this. */
    REFUSED
  }

  private final Reason reason;

  TmdbException(Reason reason, String message) {
    this(reason, message, null);
  }

  TmdbException(Reason reason, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
