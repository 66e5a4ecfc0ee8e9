package io.takewithott.local.runtime;

/** One place where a function's code runs, one event at a time. */
interface FunctionInstance {

  InvocationResult invoke(byte[] event, Invocation invocation);

  /** Whether another event may be given to it. */
  boolean usable();

  void close();
}
