package io.takewithott.local.runtime;

import io.takewithott.local.template.FunctionDefinition;
import java.io.IOException;

/** How an instance becomes a process that asks the Runtime API for events. */
@FunctionalInterface
interface InstanceLaunch {
  /**
   * @param runtimeApi host, port and path at which the process asks
   */
  ProcessBuilder builder(
      FunctionDefinition function,
      FunctionIdentity identity,
      RuntimeSettings settings,
      String runtimeApi)
      throws IOException;
}
