package io.takewithott.benchmarks.serving;

import io.takewithott.benchmarks.Options;
import io.takewithott.benchmarks.Workbench;
import io.takewithott.benchmarks.report.Table;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Serves the sample world, and the same with synthetic titles around it, and asks every route of
 * the catalogue one request after the other: the median and the 99th percentile in milliseconds.
 */
public final class ServingCommand {
  private static final int SAMPLE_ONLY = 1;
  private static final int LARGE = 50_000;
  private static final int REQUESTS = 400;
  private static final int RATINGS_A_TITLE = 20;

  private final Options options;
  private final Workbench bench;

  ServingCommand(Options options, Workbench bench) {
    this.options = options;
    this.bench = bench;
  }

  public static void main(String[] arguments) throws Exception {
    new ServingCommand(options(arguments), Workbench.ofProcess()).run();
    System.exit(0);
  }

  static Options options(String... arguments) {
    return Options.of(Set.of("titles", "requests", "root"), arguments);
  }

  void run() throws Exception {
    Path root = options.path("root").orElse(Path.of("")).toAbsolutePath();
    int requests = options.number("requests", REQUESTS);
    Table table = new Table("route", "titles", "p50 ms", "p99 ms");
    for (int titles : options.numbers("titles", List.of(SAMPLE_ONLY, LARGE))) {
      try (ServedWorld world = ServedWorld.start(root, titles, RATINGS_A_TITLE, bench::say)) {
        RouteTimes times = new RouteTimes(world, requests);
        for (RouteTimes.Timed timed : times.measure()) {
          table.add(
              timed.route(),
              String.format(Locale.ROOT, "%,d", world.titleIds().size()),
              String.format(Locale.ROOT, "%.1f", timed.medianMillis()),
              String.format(Locale.ROOT, "%.1f", timed.nearlyAllMillis()));
        }
      }
    }
    bench.say(table.markdown());
  }
}
