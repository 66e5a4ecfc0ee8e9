package io.takewithott.benchmarks.scale;

import io.takewithott.benchmarks.Options;
import io.takewithott.benchmarks.Workbench;
import io.takewithott.benchmarks.synthetic.WorldShape;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Trains on synthetic worlds of the sizes that are asked for, and ranks their active users. */
public final class ScaleCommand {
  private static final int MOVIELENS_RATINGS = 20_000_000;

  private final Options options;
  private final Workbench bench;

  ScaleCommand(Options options, Workbench bench) {
    this.options = options;
    this.bench = bench;
  }

  public static void main(String[] arguments) throws Exception {
    new ScaleCommand(options(arguments), Workbench.ofProcess()).run();
  }

  static Options options(String... arguments) {
    return Options.of(Set.of("ratings", "titles", "out"), arguments);
  }

  void run() throws Exception {
    Path folder = bench.folder(options.path("out").orElse(Path.of("scale")));
    ScaleRun run = new ScaleRun(bench.stages(), bench.training());
    ScaleReport report = new ScaleReport();
    for (int ratings : new TreeSet<>(options.numbers("ratings", List.of(MOVIELENS_RATINGS)))) {
      WorldShape shape = WorldShape.ofRatings(ratings);
      report.add(run.measure(shape.withTitles(options.number("titles", shape.titles()))));
      report.write(folder);
    }
    bench.say(report.markdown());
    bench.say("The table and the plot are in " + folder);
  }
}
