package io.takewithott.benchmarks.quality;

import io.takewithott.benchmarks.report.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The tables of all data sets, as {@code quality.md} to read and {@code quality.csv} to compute.
 */
final class QualityReport {
  private static final String UNKNOWN = "–";

  private final StringBuilder markdown = new StringBuilder("# Quality\n");
  private final Table all =
      new Table(
          "data set",
          "protocol",
          "recommender",
          "measured",
          "of",
          "figure",
          "value",
          "difference",
          "low",
          "high");

  void dataSet(String name) {
    markdown.append("\n## ").append(name).append('\n');
  }

  /** A table with what is to be known about it above. */
  void table(String heading, String note, Table table) {
    markdown.append("\n### ").append(heading).append("\n\n").append(note).append("\n\n");
    markdown.append(table.markdown());
  }

  void note(String text) {
    markdown.append('\n').append(text).append('\n');
  }

  void figure(
      String dataSet,
      String protocol,
      String recommender,
      String measured,
      String share,
      String figure,
      double value) {
    if (!Double.isNaN(value)) {
      all.add(dataSet, protocol, recommender, measured, share, figure, number(value), "", "", "");
    }
  }

  void figure(
      String dataSet,
      String protocol,
      String recommender,
      String measured,
      String share,
      String figure,
      double value,
      PairedBootstrap.Interval difference) {
    all.add(
        dataSet,
        protocol,
        recommender,
        measured,
        share,
        figure,
        number(value),
        number(difference.mean()),
        number(difference.low()),
        number(difference.high()));
  }

  void write(Path folder) throws IOException {
    Files.writeString(folder.resolve("quality.md"), markdown);
    Files.writeString(folder.resolve("quality.csv"), all.commaSeparated());
  }

  /** Four places behind the point, as the independent scorer prints. */
  static String number(double value) {
    return Double.isNaN(value) ? UNKNOWN : String.format(Locale.ROOT, "%.4f", value);
  }

  static String seconds(double value) {
    return Double.isNaN(value) ? UNKNOWN : String.format(Locale.ROOT, "%.1f", value);
  }
}
