package io.takewithott.local.runtime;

/** An instance could not be made; carries what Lambda would answer. */
final class InitException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient InvocationResult result;

  InitException(InvocationResult result) {
    super(result.text());
    this.result = result;
  }

  InvocationResult result() {
    return result;
  }
}
