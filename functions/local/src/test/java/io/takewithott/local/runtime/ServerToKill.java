package io.takewithott.local.runtime;

import io.takewithott.local.runtime.TestHandlers.Obedient;
import io.takewithott.local.template.LayerDefinition;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A server with one isolated function that prints its function's process id and then waits to be
 * killed.
 */
public final class ServerToKill {

  private ServerToKill() {}

  public static void main(String[] arguments) throws Exception {
    RuntimeSettings settings =
        RuntimeSettings.standard("ap-northeast-2", "000000000000", (function, instance, line) -> {})
            .withInitTimeout(Duration.ofSeconds(60));
    TestFunctions function =
        TestFunctions.of(Obedient.class)
            .at(Path.of(arguments[0]), new LayerDefinition("Layer", Path.of(arguments[1])));
    Functions functions = Functions.isolated(List.of(function.build()), settings);
    System.out.println(functions.invoke("F", event("pid"), Invocation.untraced()).text());
    if (arguments[2].equals("busy")) {
      functions.invoke("F", event("sleep 5000"), Invocation.untraced());
    }
    Thread.sleep(120_000);
  }

  private static byte[] event(String order) {
    return ("\"" + order + "\"").getBytes(StandardCharsets.UTF_8);
  }
}
