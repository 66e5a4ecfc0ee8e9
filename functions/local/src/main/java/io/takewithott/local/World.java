package io.takewithott.local;

import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.core.json.Json;
import io.takewithott.local.runtime.InvocationResult;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

/** Data for the running system: the sample world, other data sets, and a model of them. */
final class World {
  private static final String TRAIN = "TrainFunction";

  private final LocalServer server;
  private final PrintStream out;

  World(LocalServer server, PrintStream out) {
    this.server = server;
    this.out = out;
  }

  void loadSample() {}

  void load(Path folder) {}

  void trainIfNeeded() {
    train("active");
  }

  /** Trains as the nightly schedule does, and says what came of it. */
  void train(String rank) {
    InvocationResult result = server.invoke(TRAIN, Json.bytes(Map.of("rank", rank)));
    if (!result.succeeded()) {
      out.println("  training failed: " + result.text());
      return;
    }
    JsonNode report = Json.tree(result.payload());
    out.println("  trained: " + report);
  }
}
