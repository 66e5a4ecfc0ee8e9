package io.takewithott.core.jobs;

/** EMR Serverless did not do as it was asked. */
public final class JobException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public JobException(String message) {
    super(message);
  }

  public JobException(String message, Throwable cause) {
    super(message, cause);
  }
}
