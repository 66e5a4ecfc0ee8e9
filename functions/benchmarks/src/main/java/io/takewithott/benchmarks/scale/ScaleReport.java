package io.takewithott.benchmarks.scale;

import io.takewithott.benchmarks.Stages.Cost;
import io.takewithott.benchmarks.report.Plot;
import io.takewithott.benchmarks.report.Plot.Curve;
import io.takewithott.benchmarks.report.Table;
import io.takewithott.benchmarks.scale.ScaleRun.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The costs of all sizes, what they would be on a Lambda, and how they grow. */
final class ScaleReport {
  /** A Lambda of 10 GB has 6 vCPU, and 15 minutes. */
  private static final int LAMBDA_CORES = 6;

  private static final double LAMBDA_SECONDS = 15 * 60;

  private final List<Result> results = new ArrayList<>();

  void add(Result result) {
    results.add(result);
  }

  void write(Path folder) throws IOException {
    Files.writeString(folder.resolve("scale.md"), markdown());
    Files.writeString(folder.resolve("scale.csv"), stages().commaSeparated());
    Plot.overNumbers(
        "Time by size",
        "ratings",
        "seconds",
        List.of(
            curve("train", result -> result.training().seconds()),
            curve("rank the active", result -> result.ranking().seconds())),
        folder.resolve("scale.png"));
  }

  private Curve curve(String name, ToDoubleFunction<Result> seconds) {
    return new Curve(
        name,
        results.stream().map(result -> (double) result.ratings()).toList(),
        results.stream().map(result -> Math.max(0.001, seconds.applyAsDouble(result))).toList());
  }

  String markdown() {
    return "# Scale\n\nActive users rated in the last 90 days: one in ten. On "
        + Runtime.getRuntime().availableProcessors()
        + " cores; serial and parallel seconds follow from wall and processor time, W = s + p / n"
        + " and C = s + p; on 6 cores a stage takes s + p / 6. Peak heap counts garbage that was not"
        + " collected yet; native memory is not in it.\n\n"
        + stages().markdown()
        + "\n## Together, on 6 vCPU\n\n"
        + together().markdown()
        + "\n## Growth from one size to the next\n\nThe exponent e of time ~ ratings^e.\n\n"
        + growth().markdown()
        + "\n"
        + residentMemory();
  }

  private Table stages() {
    Table table =
        new Table(
            "ratings",
            "users",
            "titles",
            "stage",
            "wall s",
            "processor s",
            "serial s",
            "parallel s",
            "on 6 vCPU s",
            "peak heap MB");
    for (Result result : results) {
      stage(table, result, "make the world", result.making());
      result.phases().forEach((name, cost) -> stage(table, result, name, cost));
      stage(table, result, "train", result.training());
      stage(table, result, "rank " + result.activeUsers() + " active users", result.ranking());
    }
    return table;
  }

  private static void stage(Table table, Result result, String name, Cost cost) {
    Extrapolation parts = parts(cost);
    table.add(
        String.valueOf(result.ratings()),
        String.valueOf(result.shape().users()),
        String.valueOf(result.shape().titles()),
        name,
        seconds(cost.seconds()),
        seconds(cost.processorSeconds()),
        seconds(parts.serialSeconds()),
        seconds(parts.parallelSeconds()),
        seconds(parts.secondsOn(LAMBDA_CORES)),
        String.valueOf(cost.peakHeapMegabytes()));
  }

  /** Phase by phase: what one leaves to a single core, no other phase makes up for. */
  private static double trainSeconds(Result result) {
    return result.phases().isEmpty()
        ? parts(result.training()).secondsOn(LAMBDA_CORES)
        : result.phases().values().stream()
            .mapToDouble(cost -> parts(cost).secondsOn(LAMBDA_CORES))
            .sum();
  }

  private Table together() {
    Table table =
        new Table(
            "ratings",
            "train s",
            "+ rank active s",
            "= s",
            "of 900 s",
            "+ rank all users s",
            "peak heap MB",
            "nDCG@10",
            "of popularity");
    for (Result result : results) {
      double train = trainSeconds(result);
      double rank = parts(result.ranking()).secondsOn(LAMBDA_CORES);
      double all = rank * result.shape().users() / Math.max(1, result.activeUsers());
      table.add(
          String.valueOf(result.ratings()),
          seconds(train),
          seconds(rank),
          seconds(train + rank),
          String.format(Locale.ROOT, "%.0f %%", (train + rank) / LAMBDA_SECONDS * 100),
          seconds(train + all),
          String.valueOf(
              Math.max(
                  result.training().peakHeapMegabytes(), result.ranking().peakHeapMegabytes())),
          String.format(Locale.ROOT, "%.4f", result.quality().ours()),
          String.format(Locale.ROOT, "%.4f", result.quality().popularity()));
    }
    return table;
  }

  private Table growth() {
    Table table = new Table("from", "to", "train", "rank the active");
    for (int i = 1; i < results.size(); i++) {
      Result small = results.get(i - 1);
      Result large = results.get(i);
      double times = Math.log((double) large.ratings() / small.ratings());
      table.add(
          String.valueOf(small.ratings()),
          String.valueOf(large.ratings()),
          exponent(small.training(), large.training(), times),
          exponent(small.ranking(), large.ranking(), times));
    }
    return table;
  }

  private static String exponent(Cost small, Cost large, double logarithm) {
    return String.format(
        Locale.ROOT, "%.2f", Math.log(large.seconds() / small.seconds()) / logarithm);
  }

  private static Extrapolation parts(Cost cost) {
    return Extrapolation.of(cost, Runtime.getRuntime().availableProcessors());
  }

  /**
   * Native matrices are outside of the heap, so the process's own peak is told where it is known.
   */
  private static String residentMemory() {
    Path status = Path.of("/proc/self/status");
    if (!Files.isReadable(status)) {
      return "";
    }
    try {
      return Files.readAllLines(status).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .map(line -> "Most memory of the whole process, all sizes: " + line.substring(6).strip())
          .findFirst()
          .orElse("");
    } catch (IOException e) {
      return "";
    }
  }

  private static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.2f", seconds);
  }
}
