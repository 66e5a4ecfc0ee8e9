package io.takewithott.benchmarks.speed;

import io.takewithott.benchmarks.Options;
import io.takewithott.benchmarks.Workbench;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Measures speed beside Taste's recommenders: training and ranking of everybody on a split or on
 * synthetic worlds of several sizes, and then one user at a time by JMH on the first of them.
 */
public final class SpeedCommand {
  private static final String WALL = "wall";
  private static final String JMH = "jmh";
  private static final int JMH_SECONDS = 5;

  /** Ranked and trained once before anything counts, so that the first size is not the slow one. */
  private static final int WARM_UP_RATINGS = 10_000;

  private final Options options;
  private final Workbench bench;

  SpeedCommand(Options options, Workbench bench) {
    this.options = options;
    this.bench = bench;
  }

  public static void main(String[] arguments) throws Exception {
    new SpeedCommand(options(arguments), Workbench.ofProcess()).run();
  }

  static Options options(String... arguments) {
    return Options.of(Set.of("split", "sizes", "parts", "jmhSeconds", "warmUp", "out"), arguments);
  }

  void run() throws Exception {
    Path folder = bench.folder(options.path("out").orElse(Path.of("speed")));
    List<String> parts = options.list("parts", List.of(WALL, JMH));
    SpeedReport report = new SpeedReport();
    if (parts.contains(WALL)) {
      WallTimes times = new WallTimes(bench.stages(), bench.clock());
      int warmUp = options.number("warmUp", WARM_UP_RATINGS);
      times.measure(SpeedWorld.of(String.valueOf(warmUp)));
      for (String world : worlds()) {
        report.add(times.measure(SpeedWorld.of(world)));
        report.write(folder);
      }
    }
    if (parts.contains(JMH)) {
      String world = worlds().get(0);
      int seconds = options.number("jmhSeconds", JMH_SECONDS);
      report.latencies(world, new Latencies(world, seconds).measure());
    }
    report.write(folder);
    bench.say(report.markdown());
    bench.say("Tables and plots are in " + folder);
  }

  private List<String> worlds() {
    List<String> worlds = new ArrayList<>();
    options.path("split").ifPresent(split -> worlds.add(split.toAbsolutePath().toString()));
    List<Integer> usual = worlds.isEmpty() ? List.of(100_000, 1_000_000) : List.of();
    options.numbers("sizes", usual).forEach(size -> worlds.add(String.valueOf(size)));
    return worlds;
  }
}
