package io.takewithott.trainer;

import io.takewithott.benchmarks.RankingExport;
import io.takewithott.benchmarks.SplitFolder;
import io.takewithott.benchmarks.Stages;
import io.takewithott.benchmarks.Stages.Measured;
import io.takewithott.benchmarks.Workbench;
import io.takewithott.benchmarks.synthetic.SyntheticWorld;
import io.takewithott.benchmarks.synthetic.WorldShape;
import io.takewithott.recommender.content.TitleFeatures;
import io.takewithott.recommender.model.HybridModel;
import io.takewithott.recommender.progress.Phases;
import io.takewithott.recommender.snapshot.RatingsSnapshot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Figures of the training on Spark: {@code quality split out}, rankings of a split for the
 * independent scorer; {@code scale ratings…}, a training on a synthetic world of that many ratings.
 */
public final class SparkFigures {
  private static final long SEED = 20261101;
  private static final int RATINGS_A_PART = 1_000_000;

  private final Workbench bench;
  private final JavaSparkContext spark;
  private final ShuffleCount shuffled = new ShuffleCount();

  private SparkFigures(Workbench bench, JavaSparkContext spark) {
    this.bench = bench;
    this.spark = spark;
    spark.sc().addSparkListener(shuffled);
  }

  public static void main(String[] arguments) throws Exception {
    try (JavaSparkContext spark = LocalSpark.start()) {
      SparkFigures figures = new SparkFigures(Workbench.ofProcess(), spark);
      if (arguments.length == 3 && arguments[0].equals("quality")) {
        figures.quality(Path.of(arguments[1]), Path.of(arguments[2]));
      } else if (arguments.length > 1 && arguments[0].equals("scale")) {
        for (int i = 1; i < arguments.length; i++) {
          figures.scale(Integer.parseInt(arguments[i]));
        }
      } else {
        throw new IllegalArgumentException("quality SPLIT OUT, or scale RATINGS…");
      }
    }
  }

  private void quality(Path split, Path out) throws Exception {
    Files.createDirectories(out);
    RankingExport export =
        new RankingExport(
            bench.stages(), (ratings, catalogue) -> train(ratings, catalogue, 4, Phases.SILENT));
    export.topn(new SplitFolder(split), out.resolve("topn.tsv"));
    export.cold(new SplitFolder(split), out.resolve("cold.tsv"));
  }

  private void scale(int ratings) throws Exception {
    Stages stages = bench.stages();
    WorldShape shape = WorldShape.ofRatings(ratings);
    Measured<SyntheticWorld> world =
        stages.measure(
            "make " + ratings,
            () -> SyntheticWorld.of(shape, stages.bar("users made", shape.users())));
    RatingsSnapshot all = world.result().ratings();
    long[] catalogue = world.result().catalogue();
    int parts = Math.max(4, ratings / RATINGS_A_PART);
    long before = shuffled.bytes();
    stages.measure(
        "train " + ratings, () -> train(all, catalogue, parts, new ShownPhases(stages, shuffled)));
    bench.say(
        String.format(Locale.ROOT, "shuffled %.0f MB in all", (shuffled.bytes() - before) / 1e6));
    Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmHWM"))
        .forEach(bench::say);
  }

  private HybridModel train(RatingsSnapshot ratings, long[] catalogue, int count, Phases phases) {
    PartsInMemory parts = PartsInMemory.of(ratings, count);
    try (SpreadRatings spread =
        new SpreadRatings(spark, parts.pointer(), parts.reader(), catalogue)) {
      return new SparkTraining(SEED, bench.clock(), Duration.ofHours(6), phases)
          .train(spread, catalogue, TitleFeatures.none(catalogue.length));
    }
  }

  /** Prints what each phase took, and what it shuffled. */
  private record ShownPhases(Stages stages, ShuffleCount shuffled) implements Phases {
    @Override
    public <T> T run(String name, Supplier<T> phase) {
      long before = shuffled.bytes();
      try {
        T result = stages.run(name, phase::get);
        stages.progress((shuffled.bytes() - before) / 1_000_000 + " MB shuffled");
        return result;
      } catch (RuntimeException failure) {
        throw failure;
      } catch (Exception failure) {
        throw new IllegalStateException(failure);
      }
    }
  }
}
