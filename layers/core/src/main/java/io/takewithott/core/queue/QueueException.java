package io.takewithott.core.queue;

/** A message was not taken, or it is not known whether it was. */
public final class QueueException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  QueueException(Throwable cause) {
    super("The queue did not take the message", cause);
  }
}
