package io.takewithott.benchmarks.quality;

import io.takewithott.benchmarks.RankingExport.Times;
import io.takewithott.benchmarks.SplitFolder;
import io.takewithott.benchmarks.Stages;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/** Measures one data set whose answers are at hand, and adds its tables to the report. */
final class DataSetQuality {
  private final QualityOptions options;
  private final Evaluator evaluator;
  private final SplitAnswers ours;
  private final Stages stages;
  private final InstantSource clock;

  DataSetQuality(
      QualityOptions options,
      Evaluator evaluator,
      SplitAnswers ours,
      Stages stages,
      InstantSource clock) {
    this.options = options;
    this.evaluator = evaluator;
    this.ours = ours;
    this.stages = stages;
    this.clock = clock;
  }

  void measure(String name, QualityReport report) throws Exception {
    stages.progress("== " + name);
    Path out = options.out().resolve(name);
    Path split = out.resolve("split");
    double threshold = evaluator.split(name, split);
    Answers answers = Answers.read(evaluator.splits(), name, threshold);
    Map<Protocol, Times> times = ours.write(split, out, options.protocols());
    report.dataSet(name);
    DataSet dataSet = new DataSet(name, new SplitFolder(split), out, answers);
    RankingQuality rankings = new RankingQuality(options, stages, clock, dataSet);
    for (Protocol protocol : options.protocols()) {
      Map<String, Double> scored =
          evaluator.score(protocol.verb(), name, out.resolve(protocol.fileName()));
      stages.progress(protocol + ": " + scored);
      if (protocol == Protocol.RATING) {
        new RatingQuality(options, stages, clock, dataSet).report(scored, report);
      } else {
        Times own = times.getOrDefault(protocol, new Times(Double.NaN, Double.NaN));
        rankings.report(protocol, own, scored, report);
      }
    }
  }

  /** A data set, its split, where its files go, and the answers. */
  record DataSet(String name, SplitFolder split, Path out, Answers answers) {}
}
