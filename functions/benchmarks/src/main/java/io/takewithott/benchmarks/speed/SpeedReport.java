package io.takewithott.benchmarks.speed;

import io.takewithott.benchmarks.report.Plot;
import io.takewithott.benchmarks.report.Plot.Curve;
import io.takewithott.benchmarks.report.Table;
import io.takewithott.benchmarks.speed.WallTimes.Timing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The times of all sizes, ours beside Taste's with the ratio, as tables and plots. */
final class SpeedReport {
  private final List<Timing> timings = new ArrayList<>();
  private String latencies = "";

  void add(List<Timing> ofOneSize) {
    timings.addAll(ofOneSize);
  }

  /**
   * @param world what they were measured on
   */
  void latencies(String world, Table table) {
    latencies = "\n## One user at a time, " + world + "\n\n" + table.markdown();
  }

  void write(Path folder) throws IOException {
    Files.writeString(folder.resolve("speed.md"), markdown());
    if (!timings.isEmpty()) {
      Files.writeString(folder.resolve("speed.csv"), wallTimes().commaSeparated());
      Plot.overNumbers(
          "Training by size",
          "ratings",
          "seconds",
          curves(Timing::trainSeconds),
          folder.resolve("train-by-size.png"));
      Plot.overNumbers(
          "Ranking everybody by size",
          "ratings",
          "seconds",
          curves(Timing::rankSeconds),
          folder.resolve("rank-by-size.png"));
    }
  }

  String markdown() {
    String walls =
        timings.isEmpty()
            ? ""
            : "\n## Training and ranking everybody, top 100\n\nAll on all cores, in one process."
                + " 'one round' is extrapolated from one of Taste's equally long rounds; where not"
                + " all users were ranked in a minute, the time for all is extrapolated. Peak heap"
                + " counts garbage that was not collected yet.\n\n"
                + wallTimes().markdown();
    return "# Speed\n" + walls + latencies;
  }

  private Table wallTimes() {
    Table table =
        new Table(
            "ratings",
            "users",
            "recommender",
            "train s",
            "× ours",
            "× ours, settings known",
            "peak heap MB",
            "ranked",
            "rank all s",
            "× ours, ranking",
            "peak heap MB, ranking");
    for (Timing timing : timings) {
      Timing ours = ours(timing.ratings(), WallTimes.OURS);
      Timing chosen = ours(timing.ratings(), WallTimes.OURS_CHOSEN);
      boolean trains = timing.trainSeconds() > 0;
      boolean ranks = timing.rankedUsers() > 0;
      table.add(
          String.valueOf(timing.ratings()),
          String.valueOf(timing.users()),
          timing.name(),
          seconds(timing.trainSeconds()) + (timing.trainExtrapolated() ? " (one round)" : ""),
          trains ? ratio(timing.trainSeconds(), ours.trainSeconds()) : "",
          trains ? ratio(timing.trainSeconds(), chosen.trainSeconds()) : "",
          String.valueOf(timing.trainPeakMegabytes()),
          ranks ? timing.rankedUsers() + " of " + timing.users() : "",
          ranks ? seconds(timing.rankSeconds()) : "",
          ranks ? ratio(timing.rankSeconds(), ours.rankSeconds()) : "",
          ranks ? String.valueOf(timing.rankPeakMegabytes()) : "");
    }
    return table;
  }

  private Timing ours(int ratings, String name) {
    return timings.stream()
        .filter(timing -> timing.ratings() == ratings && timing.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** Logarithmic axes have no place for what took no time. */
  private List<Curve> curves(ToDoubleFunction<Timing> seconds) {
    Map<String, Curve> curves = new LinkedHashMap<>();
    for (Timing timing : timings) {
      double value = seconds.applyAsDouble(timing);
      if (value > 0.01) {
        Curve curve =
            curves.computeIfAbsent(
                timing.name(), name -> new Curve(name, new ArrayList<>(), new ArrayList<>()));
        curve.x().add((double) timing.ratings());
        curve.y().add(value);
      }
    }
    return List.copyOf(curves.values());
  }

  private static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.2f", seconds);
  }

  private static String ratio(double theirs, double ours) {
    return String.format(Locale.ROOT, "%.1f", theirs / ours);
  }
}
