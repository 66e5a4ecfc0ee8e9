package io.takewithott.core.mail;

/** A mail was not taken, or it is not known whether it was. */
public final class MailException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean isFinal;

  MailException(boolean isFinal, Throwable cause) {
    super(isFinal ? "The mail was refused" : "The mail could not be handed over", cause);
    this.isFinal = isFinal;
  }

  /** Whether the same mail would be refused again. */
  public boolean isFinal() {
    return isFinal;
  }
}
