package io.takewithott.benchmarks.scale;

import io.takewithott.benchmarks.HybridTraining;
import io.takewithott.benchmarks.Options;
import io.takewithott.benchmarks.Stages;
import io.takewithott.benchmarks.synthetic.WorldShape;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Trains on synthetic worlds of the sizes that are asked for, and ranks their active users. */
public final class ScaleCommand {
  private static final int MOVIELENS_RATINGS = 20_000_000;

  private final Options options;
  private final PrintStream out;
  private final InstantSource clock;

  ScaleCommand(Options options, PrintStream out, InstantSource clock) {
    this.options = options;
    this.out = out;
    this.clock = clock;
  }

  public static void main(String[] arguments) throws Exception {
    new ScaleCommand(options(arguments), System.out, InstantSource.system()).run();
  }

  static Options options(String... arguments) {
    return Options.of(Set.of("ratings", "titles", "out"), arguments);
  }

  void run() throws Exception {
    Path folder = options.path("out").orElse(Path.of("scale"));
    Files.createDirectories(folder);
    ScaleRun run = new ScaleRun(new Stages(clock, out), new HybridTraining(clock));
    ScaleReport report = new ScaleReport();
    for (int ratings : new TreeSet<>(options.numbers("ratings", List.of(MOVIELENS_RATINGS)))) {
      WorldShape shape = WorldShape.ofRatings(ratings);
      report.add(run.measure(shape.withTitles(options.number("titles", shape.titles()))));
      report.write(folder);
    }
    out.println(report.markdown());
    out.println("The table and the plot are in " + folder);
  }
}
