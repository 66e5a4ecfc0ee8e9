package io.takewithott.benchmarks.quality;

import io.takewithott.benchmarks.Stages;
import io.takewithott.benchmarks.baseline.TasteBaseline;
import io.takewithott.benchmarks.quality.DataSetQuality.DataSet;
import io.takewithott.benchmarks.quality.PeerFigures.Peer;
import io.takewithott.benchmarks.quality.RatingBaselines.RatingErrors;
import io.takewithott.benchmarks.report.Table;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Our predicted ratings of a data set beside Taste's and peers'. */
final class RatingQuality {
  private final QualityOptions options;
  private final DataSet dataSet;
  private final RatingBaselines baselines;

  RatingQuality(QualityOptions options, Stages stages, InstantSource clock, DataSet dataSet) {
    this.options = options;
    this.dataSet = dataSet;
    this.baselines = new RatingBaselines(stages, clock, options.baselineTime());
  }

  /**
   * @param scored what the independent scorer said of our predictions
   */
  void report(Map<String, Double> scored, QualityReport report) throws Exception {
    List<RatingErrors> rows = new ArrayList<>();
    String all = "all " + dataSet.answers().ratingCount();
    double rmse = scored.getOrDefault("RMSE", Double.NaN);
    double mae = scored.getOrDefault("MAE", Double.NaN);
    rows.add(new RatingErrors(RankingTable.OURS, RankingTable.THIS_RUN, rmse, mae, all));
    for (TasteBaseline baseline : options.baselines()) {
      if (baseline.predicts()) {
        rows.add(baselines.measure(dataSet.split(), dataSet.answers(), baseline));
      }
    }
    for (Peer peer : PeerFigures.of(dataSet.name(), Protocol.RATING.verb())) {
      rows.add(
          new RatingErrors(peer.name(), RankingTable.PUBLISHED, peer.first(), peer.second(), all));
    }
    rows.sort(Comparator.comparingDouble(RatingErrors::rmse));
    Table table = new Table("recommender", "measured", "ratings", "RMSE", "MAE");
    for (RatingErrors row : rows) {
      table.add(
          row.name(),
          row.measured(),
          row.share(),
          QualityReport.number(row.rmse()),
          QualityReport.number(row.mae()));
      add(row, report);
    }
    report.table("Predicted ratings, five folds", "In the data set's own scale.", table);
  }

  private void add(RatingErrors row, QualityReport report) {
    String protocol = Protocol.RATING.verb();
    report.figure(
        dataSet.name(), protocol, row.name(), row.measured(), row.share(), "RMSE", row.rmse());
    report.figure(
        dataSet.name(), protocol, row.name(), row.measured(), row.share(), "MAE", row.mae());
  }
}
