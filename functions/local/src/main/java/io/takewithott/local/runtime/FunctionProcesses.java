package io.takewithott.local.runtime;

import io.takewithott.local.template.FunctionDefinition;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Starts functions as Lambda would, from their built artifacts with AWS's runtime client, one
 * instance for each call: for measurements.
 */
public final class FunctionProcesses implements AutoCloseable {
  private final IsolatedProcesses processes;

  private final Jdk jdk;

  private FunctionProcesses(Jdk jdk, IsolatedProcesses processes) {
    this.jdk = jdk;
    this.processes = processes;
  }

  /**
   * @throws IllegalStateException naming every artifact that is not there
   */
  public static FunctionProcesses of(Jdk jdk, Iterable<FunctionDefinition> functions) {
    return new FunctionProcesses(jdk, IsolatedProcesses.start(jdk, functions));
  }

  /**
   * Waits until the new instance asks for its first event.
   *
   * @throws IllegalStateException with what Lambda would answer, when it never does
   */
  public FunctionProcess start(FunctionDefinition function, RuntimeSettings settings) {
    return timed(function, () -> processes.instance(function, settings, 1));
  }

  /**
   * The same from the contents of an image.
   *
   * @param start the script that the image starts
   * @param archive the option with which Java gets its archive of classes, or does without
   */
  public FunctionProcess start(
      FunctionDefinition function, RuntimeSettings settings, Path start, String archive) {
    return timed(
        function,
        () -> processes.instance(function, settings, new ImageLaunch(start, jdk, archive), 1));
  }

  private static FunctionProcess timed(FunctionDefinition function, Start start) {
    long begin = System.nanoTime();
    try {
      IsolatedInstance instance = start.now();
      return new FunctionProcess(instance, Duration.ofNanos(System.nanoTime() - begin));
    } catch (InitException failed) {
      throw new IllegalStateException(
          function.logicalId() + " did not start: " + failed.getMessage(), failed);
    }
  }

  /** Makes the instance. */
  private interface Start {
    IsolatedInstance now() throws InitException;
  }

  @Override
  public void close() {
    processes.close();
  }
}
