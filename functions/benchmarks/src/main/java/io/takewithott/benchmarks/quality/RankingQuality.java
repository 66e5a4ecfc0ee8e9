package io.takewithott.benchmarks.quality;

import io.takewithott.benchmarks.RankingExport.Times;
import io.takewithott.benchmarks.Stages;
import io.takewithott.benchmarks.baseline.Sample;
import io.takewithott.benchmarks.quality.DataSetQuality.DataSet;
import io.takewithott.benchmarks.quality.PeerFigures.Peer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Our rankings of a data set beside popularity, Taste's, lists that were given, and peers. */
final class RankingQuality {
  /** Where our own reckoning of a figure may differ from the scorer's: half of its last digit. */
  private static final double ROUNDING = 0.000051;

  private static final String PLOT = "ndcg-by-history-length.png";

  private final QualityOptions options;
  private final Stages stages;
  private final DataSet dataSet;
  private final RankingBaselines baselines;

  RankingQuality(QualityOptions options, Stages stages, InstantSource clock, DataSet dataSet) {
    this.options = options;
    this.stages = stages;
    this.dataSet = dataSet;
    this.baselines = new RankingBaselines(stages, new Sample(clock, options.baselineTime()));
  }

  /**
   * @param scored what the independent scorer said of our lists
   */
  void report(Protocol protocol, Times times, Map<String, Double> scored, QualityReport report)
      throws Exception {
    boolean cold = protocol == Protocol.COLD;
    Answers answers = dataSet.answers();
    Map<String, Set<String>> relevant = cold ? answers.relevantCold() : answers.relevantTopn();
    Map<String, List<String>> lists = ListsFile.read(dataSet.out().resolve(protocol.fileName()));
    RankingFigures own = RankingFigures.of(lists, relevant, answers.itemCount());
    refuseDisagreement(scored, own);
    RankingTable table =
        new RankingTable(
            dataSet.name(), protocol.verb(), relevant, answers.itemCount(), own, times);
    LengthPlot plot = new LengthPlot(answers::historyLength);
    plot.add(RankingTable.OURS, own);
    addBaselines(protocol, table, plot);
    addGiven(cold ? options.coldPeers() : options.peers(), relevant.keySet(), table, plot);
    for (Peer peer : PeerFigures.of(dataSet.name(), protocol.verb())) {
      table.add(peer);
    }
    table.into(report, cold ? "Three favourites" : "Ranking");
    if (!cold) {
      plot.write(dataSet.name(), dataSet.out().resolve(PLOT));
      report.note("![nDCG@10 by history length](" + dataSet.name() + "/" + PLOT + ")");
    }
  }

  private void addBaselines(Protocol protocol, RankingTable table, LengthPlot plot)
      throws Exception {
    for (BaselineLists baseline : protocol == Protocol.COLD ? strangers() : users()) {
      String file = baseline.name().replaceAll("[^A-Za-z0-9]+", "-") + ".tsv";
      ListsFile.write(dataSet.out().resolve(protocol.verb() + "-" + file), baseline.lists());
      plot.add(baseline.name(), table.add(baseline));
    }
  }

  private List<BaselineLists> users() throws Exception {
    return baselines.topn(dataSet.split().topn(), options.baselines());
  }

  /** The lists of all groups together. */
  private List<BaselineLists> strangers() throws Exception {
    Map<String, BaselineLists> joined = new LinkedHashMap<>();
    for (String group : dataSet.split().coldGroups()) {
      for (BaselineLists one : baselines.cold(dataSet.split().cold(group), options.baselines())) {
        joined.merge(one.name(), one, BaselineLists::and);
      }
    }
    return List.copyOf(joined.values());
  }

  private void addGiven(List<Path> files, Set<String> users, RankingTable table, LengthPlot plot)
      throws IOException {
    for (Path file : files) {
      Map<String, List<String>> lists = ListsFile.read(file);
      if (lists.keySet().containsAll(users)) {
        String name = String.valueOf(file.getFileName());
        plot.add(name, table.add(name, lists));
      } else {
        stages.progress(file + " does not rank all users of " + dataSet.name() + "; left out");
      }
    }
  }

  private static void refuseDisagreement(Map<String, Double> scored, RankingFigures own)
      throws IOException {
    double theirs = scored.getOrDefault("nDCG@10", Double.NaN);
    if (!(Math.abs(theirs - own.meanNdcg()) < ROUNDING)) {
      throw new IOException(
          "The scorer says nDCG@10 " + theirs + ", our own reckoning " + own.meanNdcg());
    }
  }
}
