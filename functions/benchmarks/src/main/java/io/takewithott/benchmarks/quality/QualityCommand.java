package io.takewithott.benchmarks.quality;

import io.takewithott.benchmarks.HybridTraining;
import io.takewithott.benchmarks.RankingExport;
import io.takewithott.benchmarks.RatingExport;
import io.takewithott.benchmarks.RatingProtocol;
import io.takewithott.benchmarks.Stages;
import java.io.PrintStream;
import java.nio.file.Files;
import java.time.InstantSource;
import org.apache.mahout.common.RandomUtils;

/**
 * Measures quality. With a split it writes our three answers to it, for whoever knows its held-out
 * part. Without, it splits, answers and scores every data set that the independent scorer has, and
 * writes the tables and plots.
 */
public final class QualityCommand {
  private final QualityOptions options;
  private final PrintStream out;
  private final InstantSource clock;

  QualityCommand(QualityOptions options, PrintStream out, InstantSource clock) {
    this.options = options;
    this.out = out;
    this.clock = clock;
  }

  public static void main(String[] arguments) throws Exception {
    RandomUtils.useTestSeed();
    new QualityCommand(QualityOptions.of(arguments), System.out, InstantSource.system()).run();
  }

  void run() throws Exception {
    Stages stages = new Stages(clock, out);
    HybridTraining training = new HybridTraining(clock);
    RatingProtocol ratings = new RatingExport(stages, clock);
    SplitAnswers ours = new SplitAnswers(new RankingExport(stages, training), ratings);
    Files.createDirectories(options.out());
    if (options.split().isPresent()) {
      ours.write(options.split().get(), options.out(), options.protocols());
      out.println("Answers are in " + options.out());
      return;
    }
    Evaluator evaluator = new Evaluator(options.shared());
    String missing = evaluator.missing();
    if (!missing.isEmpty()) {
      out.println("!! NOTHING MEASURED: " + missing + "; give a split by -Dsplit=FOLDER");
      return;
    }
    QualityReport report = new QualityReport();
    DataSetQuality quality = new DataSetQuality(options, evaluator, ours, stages, clock);
    for (String dataSet : evaluator.dataSets()) {
      if (options.sets().isEmpty() || options.sets().contains(dataSet)) {
        quality.measure(dataSet, report);
        report.write(options.out());
      }
    }
    out.println("Tables and plots are in " + options.out());
  }
}
