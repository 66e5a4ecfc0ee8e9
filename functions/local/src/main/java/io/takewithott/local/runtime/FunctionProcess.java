package io.takewithott.local.runtime;

import java.time.Duration;

/** An instance of a function, as a process that is looked at from outside. */
public final class FunctionProcess implements AutoCloseable {
  private final IsolatedInstance instance;
  private final Duration init;

  FunctionProcess(IsolatedInstance instance, Duration init) {
    this.instance = instance;
    this.init = init;
  }

  /** From the start of the process until it asked for its first event. */
  public Duration init() {
    return init;
  }

  public InvocationResult invoke(byte[] event) {
    return instance.invoke(event, Invocation.untraced());
  }

  /** What it has used since its start. */
  public ProcessUse use() {
    return ProcessUse.of(instance.process());
  }

  @Override
  public void close() {
    instance.close();
  }
}
