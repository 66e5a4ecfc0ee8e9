package io.takewithott.local.runtime;

import io.takewithott.local.template.FunctionDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Runs the instance in a container, as confined as Lambda keeps it: its memory, nothing to write to
 * but /tmp, and no rights. The host's network is its own, since the services are on the host's
 * loopback.
 */
record ContainerLaunch(String image) implements InstanceLaunch {

  @Override
  public ProcessBuilder builder(
      FunctionDefinition function,
      FunctionIdentity identity,
      RuntimeSettings settings,
      String runtimeApi) {
    Map<String, String> variables = new TreeMap<>(LambdaVariables.of(function, identity, settings));
    variables.put("AWS_LAMBDA_RUNTIME_API", runtimeApi);
    // The image says where its code lies.
    variables.remove("LAMBDA_TASK_ROOT");
    List<String> command =
        new ArrayList<>(List.of("docker", "run", "--rm", "--network", "host", "--read-only"));
    command.addAll(List.of("--volume", "/tmp", "--cap-drop", "ALL"));
    command.addAll(List.of("--memory", function.memoryMegabytes() + "m"));
    for (String name : variables.keySet()) {
      // The value comes from the client's own environment: a command line can be read by anybody.
      command.addAll(List.of("--env", name));
    }
    command.add(image);
    command.add(function.handler());
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(variables);
    return builder;
  }
}
