package io.takewithott.local.runtime;

import io.takewithott.local.template.FunctionDefinition;
import java.nio.file.Path;

/**
 * Starts the instance as its image would, outside any container.
 *
 * @param start what the image starts; it takes the handler, and is told the Java and the archive
 * @param archive the option with which Java gets its archive of classes, or does without
 */
record ImageLaunch(Path start, Jdk jdk, String archive) implements InstanceLaunch {

  @Override
  public ProcessBuilder builder(
      FunctionDefinition function,
      FunctionIdentity identity,
      RuntimeSettings settings,
      String runtimeApi) {
    ProcessBuilder builder =
        new ProcessBuilder(start.toString(), function.handler()).redirectErrorStream(true);
    builder.environment().putAll(LambdaVariables.of(function, identity, settings));
    builder.environment().put("AWS_LAMBDA_RUNTIME_API", runtimeApi);
    builder.environment().put("JAVA", jdk.launcher().toString());
    builder.environment().put("ARCHIVE", archive);
    return builder;
  }
}
