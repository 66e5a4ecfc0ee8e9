package io.takewithott.benchmarks.quality;

import io.takewithott.benchmarks.RankingExport.Times;
import io.takewithott.benchmarks.quality.PairedBootstrap.Interval;
import io.takewithott.benchmarks.quality.PeerFigures.Peer;
import io.takewithott.benchmarks.report.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Our rankings of one protocol beside the others', best first. */
final class RankingTable {
  static final String OURS = "Take With OTT";
  static final String THIS_RUN = "this run";
  static final String PUBLISHED = "elsewhere";
  private static final String NDCG = "nDCG@10";

  private final String dataSet;
  private final String protocol;
  private final Map<String, Set<String>> relevant;
  private final int catalogueSize;
  private final RankingFigures ours;
  private final List<Row> rows = new ArrayList<>();

  RankingTable(
      String dataSet,
      String protocol,
      Map<String, Set<String>> relevant,
      int catalogueSize,
      RankingFigures ours,
      Times times) {
    this.dataSet = dataSet;
    this.protocol = protocol;
    this.relevant = relevant;
    this.catalogueSize = catalogueSize;
    this.ours = ours;
    add(OURS, "all " + relevant.size(), ours, true, times);
  }

  /** Figures of the lists that a baseline made in this run; answers them. */
  RankingFigures add(BaselineLists baseline) {
    RankingFigures figures = RankingFigures.of(baseline.lists(), relevant, catalogueSize);
    Times times = new Times(baseline.fitSeconds(), baseline.rankSeconds());
    add(baseline.name(), baseline.share(), figures, baseline.isComplete(), times);
    return figures;
  }

  /** Of a file that was given to be compared with. */
  RankingFigures add(String name, Map<String, List<String>> lists) {
    RankingFigures figures = RankingFigures.of(lists, relevant, catalogueSize);
    boolean complete = figures.users() == relevant.size();
    String share = (complete ? "all " : figures.users() + " of ") + relevant.size();
    add(name, share, figures, complete, new Times(Double.NaN, Double.NaN));
    return figures;
  }

  private void add(
      String name, String share, RankingFigures figures, boolean complete, Times times) {
    double coverage = complete ? figures.coverage() : Double.NaN;
    rows.add(
        new Row(
            name,
            THIS_RUN,
            share,
            figures.meanNdcg(),
            figures.recall(),
            coverage,
            PairedBootstrap.difference(ours.ndcg(), figures.ndcg()),
            times));
  }

  void add(Peer peer) {
    rows.add(
        new Row(
            peer.name(),
            PUBLISHED,
            "all " + relevant.size(),
            peer.first(),
            peer.second(),
            peer.third(),
            new Interval(0, Double.NaN, Double.NaN, Double.NaN),
            new Times(Double.NaN, Double.NaN)));
  }

  void into(QualityReport report, String heading) {
    Table table =
        new Table(
            "recommender",
            "measured",
            "users",
            NDCG,
            "Recall@20",
            "coverage@10",
            "ours − theirs, " + NDCG + " [95 %]",
            "train, s",
            "rank all, s");
    rows.sort(Comparator.comparingDouble((Row row) -> -row.ndcg()));
    for (Row row : rows) {
      boolean compared = !row.name().equals(OURS) && row.difference().users() > 0;
      table.add(
          row.name(),
          row.measured(),
          row.share(),
          QualityReport.number(row.ndcg()),
          QualityReport.number(row.recall()),
          QualityReport.number(row.coverage()),
          compared ? row.difference().toString() : "–",
          QualityReport.seconds(row.times().fitSeconds()),
          QualityReport.seconds(row.times().rankSeconds()));
      figures(report, row, compared);
    }
    report.table(
        heading,
        "Differences are of the users that both ranked, resampled in pairs. Where not all users"
            + " were ranked, the time to rank all is extrapolated.",
        table);
  }

  private void figures(QualityReport report, Row row, boolean compared) {
    if (compared) {
      report.figure(
          dataSet,
          protocol,
          row.name(),
          row.measured(),
          row.share(),
          NDCG,
          row.ndcg(),
          row.difference());
    } else {
      report.figure(dataSet, protocol, row.name(), row.measured(), row.share(), NDCG, row.ndcg());
    }
    report.figure(
        dataSet, protocol, row.name(), row.measured(), row.share(), "Recall@20", row.recall());
    report.figure(
        dataSet, protocol, row.name(), row.measured(), row.share(), "coverage@10", row.coverage());
  }

  private record Row(
      String name,
      String measured,
      String share,
      double ndcg,
      double recall,
      double coverage,
      Interval difference,
      Times times) {}
}
