package io.takewithott.local.runtime;

import io.takewithott.local.template.FunctionDefinition;
import io.takewithott.local.template.LayerDefinition;
import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A function's process as Lambda lays it out: the code folder is the task root and working folder,
 * from which the runtime client loads classes and lib/*.jar by itself; layers lie in /opt there and
 * on the class path here. Nothing of our own environment is passed on.
 */
record ProcessLaunch(Jdk jdk, RuntimeClient client) implements InstanceLaunch {

  /** What a Java runtime leaves of the memory for everything that is not heap. */
  private static final int HEAP_PERCENT = 80;

  @Override
  public ProcessBuilder builder(
      FunctionDefinition function,
      FunctionIdentity identity,
      RuntimeSettings settings,
      String runtimeApi)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command(function));
    builder.directory(function.code().toFile());
    builder.redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(LambdaVariables.of(function, identity, settings));
    builder.environment().put("AWS_LAMBDA_RUNTIME_API", runtimeApi);
    builder.environment().put("LANG", "en_US.UTF-8");
    return builder;
  }

  private List<String> command(FunctionDefinition function) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(jdk.launcher().toString());
    command.add("-Xmx" + function.memoryMegabytes() * HEAP_PERCENT / 100 + "m");
    command.add("-XX:+UseSerialGC");
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-Xshare:auto");
    command.add("-Dfile.encoding=UTF-8");
    command.add("-D" + RuntimeClient.NATIVE_PROPERTY + "=" + client.nativeLibrary());
    if (jdk.feature() >= 24) {
      command.add("--enable-native-access=ALL-UNNAMED");
      command.add("--sun-misc-unsafe-memory-access=allow");
    }
    if (function.snapStart()) {
      command.add("-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac");
    }
    command.add("-cp");
    command.add(classPath(function));
    command.add(RuntimeClient.MAIN);
    command.add(function.handler());
    return command;
  }

  private String classPath(FunctionDefinition function) throws IOException {
    List<Path> entries = new ArrayList<>(client.jars());
    for (LayerDefinition layer : function.layers()) {
      entries.addAll(jars(layer.contentFolder().resolve("java/lib")));
    }
    return entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  private static Set<Path> jars(Path folder) throws IOException {
    Set<Path> jars = new TreeSet<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.jar")) {
      found.forEach(jars::add);
    }
    return jars;
  }
}
