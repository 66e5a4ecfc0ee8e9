package io.takewithott.local.runtime;

import io.takewithott.local.template.FunctionDefinition;
import io.takewithott.local.template.FunctionDefinition.PackageType;
import io.takewithott.local.template.LayerDefinition;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Definitions of the test handlers as functions named F. */
record TestFunctions(
    String handler,
    Duration timeout,
    OptionalInt reserved,
    boolean snapStart,
    Path code,
    List<LayerDefinition> layers) {

  static TestFunctions of(Class<?> handler) {
    return new TestFunctions(
        handler.getName(),
        Duration.ofSeconds(20),
        OptionalInt.empty(),
        false,
        Path.of("code"),
        List.of());
  }

  TestFunctions handler(String name) {
    return new TestFunctions(name, timeout, reserved, snapStart, code, layers);
  }

  TestFunctions timeout(Duration longest) {
    return new TestFunctions(handler, longest, reserved, snapStart, code, layers);
  }

  TestFunctions reserved(int concurrency) {
    return new TestFunctions(
        handler, timeout, OptionalInt.of(concurrency), snapStart, code, layers);
  }

  TestFunctions withSnapStart() {
    return new TestFunctions(handler, timeout, reserved, true, code, layers);
  }

  TestFunctions at(Path folder, LayerDefinition layer) {
    return new TestFunctions(handler, timeout, reserved, snapStart, folder, List.of(layer));
  }

  FunctionDefinition build() {
    return new FunctionDefinition(
        "F",
        PackageType.ZIP,
        code,
        handler,
        Optional.of("java25"),
        256,
        timeout,
        Map.of("STAGE", "로컬"),
        layers,
        List.of(),
        List.of(),
        List.of(),
        snapStart,
        reserved,
        Optional.of("live"),
        Optional.empty());
  }
}
