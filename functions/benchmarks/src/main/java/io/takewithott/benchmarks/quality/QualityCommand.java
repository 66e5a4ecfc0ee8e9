package io.takewithott.benchmarks.quality;

import io.takewithott.benchmarks.RankingExport;
import io.takewithott.benchmarks.RatingExport;
import io.takewithott.benchmarks.RatingProtocol;
import io.takewithott.benchmarks.Stages;
import io.takewithott.benchmarks.Workbench;

/**
 * Measures quality. With a split it writes our three answers to it, for whoever knows its held-out
 * part. Without, it splits, answers and scores every data set that the independent scorer has, and
 * writes the tables and plots.
 */
public final class QualityCommand {
  private final QualityOptions options;
  private final Workbench bench;

  QualityCommand(QualityOptions options, Workbench bench) {
    this.options = options;
    this.bench = bench;
  }

  public static void main(String[] arguments) throws Exception {
    new QualityCommand(QualityOptions.of(arguments), Workbench.ofProcess()).run();
  }

  void run() throws Exception {
    Stages stages = bench.stages();
    RatingProtocol ratings = new RatingExport(stages, bench.clock());
    SplitAnswers ours = new SplitAnswers(new RankingExport(stages, bench.training()), ratings);
    bench.folder(options.out());
    if (options.split().isPresent()) {
      ours.write(options.split().get(), options.out(), options.protocols());
      bench.say("Answers are in " + options.out());
      return;
    }
    Evaluator evaluator = new Evaluator(options.shared());
    String missing = evaluator.missing();
    if (!missing.isEmpty()) {
      bench.say("!! NOTHING MEASURED: " + missing + "; give a split by -Dsplit=FOLDER");
      return;
    }
    QualityReport report = new QualityReport();
    DataSetQuality quality = new DataSetQuality(options, evaluator, ours, stages, bench.clock());
    for (String dataSet : evaluator.dataSets()) {
      if (options.sets().isEmpty() || options.sets().contains(dataSet)) {
        quality.measure(dataSet, report);
        report.write(options.out());
      }
    }
    bench.say("Tables and plots are in " + options.out());
  }
}
