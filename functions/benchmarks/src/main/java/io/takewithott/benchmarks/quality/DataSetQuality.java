package io.takewithott.benchmarks.quality;

import io.takewithott.benchmarks.RankingExport.Times;
import io.takewithott.benchmarks.SplitFolder;
import io.takewithott.benchmarks.Stages;
import io.takewithott.benchmarks.baseline.Sample;
import io.takewithott.benchmarks.baseline.TasteBaseline;
import io.takewithott.benchmarks.quality.PeerFigures.Peer;
import io.takewithott.benchmarks.quality.RatingBaselines.RatingErrors;
import io.takewithott.benchmarks.report.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Measures one data set whose answers are at hand, and adds its tables to the report. */
final class DataSetQuality {
  /** Where our own reckoning of a figure may differ from the scorer's: half of its last digit. */
  private static final double ROUNDING = 0.000051;

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

  void measure(String dataSet, QualityReport report) throws Exception {
    stages.progress("== " + dataSet);
    Path out = options.out().resolve(dataSet);
    Path split = out.resolve("split");
    double threshold = evaluator.split(dataSet, split);
    Answers answers = Answers.read(evaluator.splits(), dataSet, threshold);
    Map<Protocol, Times> times = ours.write(split, out, options.protocols());
    report.dataSet(dataSet);
    SplitFolder folder = new SplitFolder(split);
    for (Protocol protocol : options.protocols()) {
      Path file = out.resolve(protocol.fileName());
      Map<String, Double> scored = evaluator.score(protocol.verb(), dataSet, file);
      stages.progress(protocol + ": " + scored);
      if (protocol == Protocol.RATING) {
        rating(dataSet, report, folder, answers, scored);
      } else {
        Times own = times.getOrDefault(protocol, new Times(Double.NaN, Double.NaN));
        ranking(dataSet, report, folder, answers, protocol, own, scored);
      }
    }
  }

  private void ranking(
      String dataSet,
      QualityReport report,
      SplitFolder folder,
      Answers answers,
      Protocol protocol,
      Times times,
      Map<String, Double> scored)
      throws Exception {
    boolean cold = protocol == Protocol.COLD;
    Path out = options.out().resolve(dataSet);
    Map<String, Set<String>> relevant = cold ? answers.relevantCold() : answers.relevantTopn();
    RankingFigures own =
        RankingFigures.of(
            ListsFile.read(out.resolve(protocol.fileName())), relevant, answers.itemCount());
    refuseDisagreement(scored, own);
    RankingTable table =
        new RankingTable(dataSet, protocol.verb(), relevant, answers.itemCount(), own, times);
    LengthPlot plot = new LengthPlot(answers::historyLength);
    plot.add(RankingTable.OURS, own);
    for (BaselineLists baseline : cold ? coldBaselines(folder) : topnBaselines(folder)) {
      ListsFile.write(
          out.resolve(protocol.verb() + "-" + fileName(baseline.name())), baseline.lists());
      plot.add(baseline.name(), table.add(baseline));
    }
    for (Path peer : cold ? options.coldPeers() : options.peers()) {
      Map<String, List<String>> lists = ListsFile.read(peer);
      if (lists.keySet().containsAll(relevant.keySet())) {
        String name = String.valueOf(peer.getFileName());
        plot.add(name, table.add(name, lists));
      } else {
        stages.progress(peer + " does not rank all users of " + dataSet + "; left out");
      }
    }
    for (Peer peer : PeerFigures.of(dataSet, protocol.verb())) {
      table.add(peer);
    }
    table.into(report, cold ? "Three favourites" : "Ranking");
    if (!cold) {
      plot.write(dataSet, out.resolve("ndcg-by-history-length.png"));
      report.note("![nDCG@10 by history length](" + dataSet + "/ndcg-by-history-length.png)");
    }
  }

  private List<BaselineLists> topnBaselines(SplitFolder folder) throws Exception {
    return baselines().topn(folder.topn(), options.baselines());
  }

  /** The lists of all groups together. */
  private List<BaselineLists> coldBaselines(SplitFolder folder) throws Exception {
    Map<String, BaselineLists> joined = new LinkedHashMap<>();
    for (String group : folder.coldGroups()) {
      for (BaselineLists one : baselines().cold(folder.cold(group), options.baselines())) {
        joined.merge(one.name(), one, BaselineLists::and);
      }
    }
    return List.copyOf(joined.values());
  }

  private RankingBaselines baselines() {
    return new RankingBaselines(stages, new Sample(clock, options.baselineTime()));
  }

  private void rating(
      String dataSet,
      QualityReport report,
      SplitFolder folder,
      Answers answers,
      Map<String, Double> scored)
      throws Exception {
    List<RatingErrors> rows = new ArrayList<>();
    String share = "all " + answers.ratingCount();
    rows.add(
        new RatingErrors(
            RankingTable.OURS,
            scored.getOrDefault("RMSE", Double.NaN),
            scored.getOrDefault("MAE", Double.NaN),
            share));
    RatingBaselines baselines = new RatingBaselines(stages, clock, options.baselineTime());
    for (TasteBaseline baseline : options.baselines()) {
      if (baseline.predicts()) {
        rows.add(baselines.measure(folder, answers, baseline));
      }
    }
    int measuredHere = rows.size();
    for (Peer peer : PeerFigures.of(dataSet, Protocol.RATING.verb())) {
      rows.add(new RatingErrors(peer.name(), peer.first(), peer.second(), share));
    }
    Table table = new Table("recommender", "measured", "ratings", "RMSE", "MAE");
    List<RatingErrors> here = List.copyOf(rows.subList(0, measuredHere));
    rows.sort(Comparator.comparingDouble(RatingErrors::rmse));
    for (RatingErrors row : rows) {
      String measured = here.contains(row) ? "this run" : "elsewhere";
      table.add(
          row.name(),
          measured,
          row.share(),
          QualityReport.number(row.rmse()),
          QualityReport.number(row.mae()));
      report.figure(dataSet, "rating", row.name(), measured, row.share(), "RMSE", row.rmse());
      report.figure(dataSet, "rating", row.name(), measured, row.share(), "MAE", row.mae());
    }
    report.table("Predicted ratings, five folds", "In the data set's own scale.", table);
  }

  private static void refuseDisagreement(Map<String, Double> scored, RankingFigures own)
      throws IOException {
    double theirs = scored.getOrDefault("nDCG@10", Double.NaN);
    if (!(Math.abs(theirs - own.meanNdcg()) < ROUNDING)) {
      throw new IOException(
          "The scorer says nDCG@10 " + theirs + ", our own reckoning " + own.meanNdcg());
    }
  }

  private static String fileName(String name) {
    return name.replaceAll("[^A-Za-z0-9]+", "-") + ".tsv";
  }
}
