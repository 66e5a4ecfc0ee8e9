package io.takewithott.catalog.importing;

/** Another invocation works at the run now; nothing of this one's batch was stored. */
final class LeaseLostException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LeaseLostException() {
    super("Another invocation has taken the run over");
  }
}
