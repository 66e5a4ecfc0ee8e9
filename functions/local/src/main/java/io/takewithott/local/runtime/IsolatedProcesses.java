package io.takewithott.local.runtime;

import io.takewithott.local.template.FunctionDefinition;
import io.takewithott.local.template.LayerDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the isolated functions of one server share: the Runtime API and the unpacked runtime client.
 */
final class IsolatedProcesses {

  private final Jdk jdk;
  private final RuntimeApi api;
  private final Path folder;
  private final RuntimeClient client;

  private IsolatedProcesses(Jdk jdk, RuntimeApi api, Path folder, RuntimeClient client) {
    this.jdk = jdk;
    this.api = api;
    this.folder = folder;
    this.client = client;
  }

  static IsolatedProcesses start(Jdk jdk, Iterable<FunctionDefinition> functions) {
    requireBuilt(functions);
    try {
      Path folder = Files.createTempDirectory("isolated-functions");
      return new IsolatedProcesses(jdk, RuntimeApi.start(), folder, RuntimeClient.unpack(folder));
    } catch (IOException e) {
      throw new UncheckedIOException("No temporary folder could be made", e);
    }
  }

  private static void requireBuilt(Iterable<FunctionDefinition> functions) {
    List<String> missing = new ArrayList<>();
    for (FunctionDefinition function : functions) {
      if (!Files.isDirectory(function.code())) {
        missing.add(function.logicalId() + ": its code should be the folder " + function.code());
      }
      for (LayerDefinition layer : function.layers()) {
        if (!Files.isDirectory(layer.contentFolder().resolve("java/lib"))) {
          missing.add(
              function.logicalId()
                  + ": its layer "
                  + layer.logicalId()
                  + " should have the folder "
                  + layer.contentFolder().resolve("java/lib"));
        }
      }
    }
    if (!missing.isEmpty()) {
      throw new IllegalStateException(
          "Isolated functions run from built artifacts; build them first (mvn package). Missing are\n"
              + String.join("\n", missing));
    }
  }

  FunctionRuntime runtime(FunctionDefinition function, RuntimeSettings settings) {
    return new PooledRuntime(function, settings, number -> instance(function, settings, number));
  }

  IsolatedInstance instance(FunctionDefinition function, RuntimeSettings settings, int number)
      throws InitException {
    return instance(function, settings, new ProcessLaunch(jdk, client), number);
  }

  IsolatedInstance instance(
      FunctionDefinition function, RuntimeSettings settings, InstanceLaunch launch, int number)
      throws InitException {
    return IsolatedInstance.start(function, settings, api, launch, number);
  }

  void close() {
    api.close();
    try {
      Files.deleteIfExists(client.nativeLibrary());
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("The temporary folder " + folder + " could not be removed", e);
    }
  }
}
