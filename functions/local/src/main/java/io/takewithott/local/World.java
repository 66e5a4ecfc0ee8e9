package io.takewithott.local;

import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.core.json.Json;
import io.takewithott.core.ranking.Ranking;
import io.takewithott.local.runtime.InvocationResult;
import io.takewithott.local.world.DataSet;
import io.takewithott.local.world.files.DataFolder;
import io.takewithott.local.world.load.ConsoleProgress;
import io.takewithott.local.world.load.ImportReport;
import io.takewithott.local.world.load.Importer;
import io.takewithott.local.world.load.ProgressListener;
import io.takewithott.local.world.sample.SampleClips;
import io.takewithott.local.world.sample.SampleWorld;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/** Data for the running system: the sample world, other data sets, and a model of them. */
final class World {
  private static final String TRAIN = "TrainFunction";
  private static final int FIRST_TRAINING_SECONDS = 6;
  private static final int MEBIBYTE_BITS = 20;

  private final LocalServer server;
  private final PrintStream out;
  private boolean changed;

  World(LocalServer server, PrintStream out) {
    this.server = server;
    this.out = out;
  }

  /** Loads the sample world unless it is there. */
  void loadSample() {
    load(new SampleWorld());
    new SampleClips(server.database(), server.objects()).load();
  }

  /**
   * Loads a folder of ratings.
   *
   * @throws io.takewithott.local.world.DataRefusedException when it is not what it claims to be
   */
  void load(Path folder) {
    load(DataFolder.open(folder));
  }

  /**
   * Trains if data came in, or if no training has come to its end yet: the ranking by popularity is
   * what a training writes last.
   */
  void trainIfNeeded() {
    if (changed || server.objects().get(Ranking.key(Ranking.EVERYBODY)).isEmpty()) {
      // Somebody is waiting for the first page; the night's training takes its time.
      train(Map.of("rank", "active", "seconds", FIRST_TRAINING_SECONDS));
    }
  }

  private void load(DataSet data) {
    ProgressListener progress =
        new ConsoleProgress(out, System.getenv("TERM") != null, InstantSource.system());
    ImportReport report =
        new Importer(server.database(), progress, InstantSource.system()).run(data);
    if (report.outcome() != ImportReport.Outcome.ALREADY_THERE) {
      changed = true;
      out.print(report.text().indent(2));
    }
  }

  /** Trains, says what came of it, and answers whether it succeeded. */
  boolean train(Map<String, Object> request) {
    InvocationResult result = server.invoke(TRAIN, Json.bytes(request));
    if (!result.succeeded()) {
      out.println("  training failed: " + result.text());
      return false;
    }
    JsonNode report = Json.tree(result.payload());
    JsonNode seconds = report.path("seconds");
    double ranked = report.path("ranked").path("written").asDouble();
    out.printf(
        "  model %s: %,d ratings, %,d users, %,d titles%n"
            + "    export %.1f s (%,.0f ratings a second), training %.1f s (%,.0f), store %.1f s,"
            + " %,.0f rankings in %.1f s (%,.0f rankings a second), peak heap %,d MiB%n",
        report.path("modelVersion").asText(),
        report.path("ratings").asLong(),
        report.path("users").asLong(),
        report.path("titles").asLong(),
        seconds.path("export").asDouble(),
        rate(report.path("ratings").asDouble(), seconds.path("export")),
        seconds.path("train").asDouble(),
        rate(report.path("ratings").asDouble(), seconds.path("train")),
        seconds.path("store").asDouble(),
        ranked,
        seconds.path("rank").asDouble(),
        rate(ranked, seconds.path("rank")),
        report.path("peakHeapBytes").asLong() >> MEBIBYTE_BITS);
    return true;
  }

  private static double rate(double count, JsonNode seconds) {
    return seconds.asDouble() > 0 ? count / seconds.asDouble() : 0;
  }
}
