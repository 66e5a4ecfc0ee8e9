package io.takewithott.local.runtime;

/** One function, ready to be invoked from any number of threads. */
public interface FunctionRuntime extends AutoCloseable {

  /** Waits for the answer; a failure of the function is a result, not an exception. */
  InvocationResult invoke(byte[] event, Invocation invocation);

  /**
   * Makes a first instance now rather than at the first event; a failure comes back at the first
   * event.
   */
  void warm();

  @Override
  void close();
}
