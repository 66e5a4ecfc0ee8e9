package io.takewithott.core.envelope;

import org.jspecify.annotations.Nullable;

/** Something could not be sealed or opened. Messages quote nothing of it. */
public final class EnvelopeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  EnvelopeException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
