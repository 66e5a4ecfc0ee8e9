package io.takewithott.local.runtime;

import io.takewithott.local.template.FunctionDefinition;
import java.time.Duration;

/**
 * Starts functions as Lambda would, from their built artifacts with AWS's runtime client, one
 * instance for each call: for measurements.
 */
public final class FunctionProcesses implements AutoCloseable {
  private final IsolatedProcesses processes;

  private FunctionProcesses(IsolatedProcesses processes) {
    this.processes = processes;
  }

  /**
   * @throws IllegalStateException naming every artifact that is not there
   */
  public static FunctionProcesses of(Jdk jdk, Iterable<FunctionDefinition> functions) {
    return new FunctionProcesses(IsolatedProcesses.start(jdk, functions));
  }

  /**
   * Waits until the new instance asks for its first event.
   *
   * @throws IllegalStateException with what Lambda would answer, when it never does
   */
  public FunctionProcess start(FunctionDefinition function, RuntimeSettings settings) {
    long begin = System.nanoTime();
    try {
      IsolatedInstance instance = processes.instance(function, settings, 1);
      return new FunctionProcess(instance, Duration.ofNanos(System.nanoTime() - begin));
    } catch (InitException failed) {
      throw new IllegalStateException(
          function.logicalId() + " did not start: " + failed.getMessage(), failed);
    }
  }

  @Override
  public void close() {
    processes.close();
  }
}
