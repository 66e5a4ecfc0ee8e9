package io.takewithott.benchmarks.quality;

import io.takewithott.benchmarks.report.Plot;
import io.takewithott.benchmarks.report.Plot.Line;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/** The nDCG@10 of each recommender over how long the users' histories are. */
final class LengthPlot {
  /** Where the groups of users end; the last has all longer histories. */
  private static final int[] ENDS = {3, 10, 30, 100, 300, Integer.MAX_VALUE};

  private final ToIntFunction<String> historyLength;
  private final List<Line> lines = new ArrayList<>();

  /**
   * @param historyLength of a user
   */
  LengthPlot(ToIntFunction<String> historyLength) {
    this.historyLength = historyLength;
  }

  void add(String name, RankingFigures figures) {
    double[] sums = new double[ENDS.length];
    int[] users = new int[ENDS.length];
    for (Map.Entry<String, Double> user : figures.ndcg().entrySet()) {
      int group = group(historyLength.applyAsInt(user.getKey()));
      sums[group] += user.getValue();
      users[group]++;
    }
    lines.add(
        new Line(
            name,
            IntStream.range(0, ENDS.length)
                .mapToObj(i -> users[i] == 0 ? Double.NaN : sums[i] / users[i])
                .toList()));
  }

  void write(String dataSet, Path file) throws IOException {
    Plot.overNames(
        "Ranking quality, " + dataSet, "ratings in the history", "nDCG@10", names(), lines, file);
  }

  private static int group(int length) {
    int group = 0;
    while (length > ENDS[group]) {
      group++;
    }
    return group;
  }

  static List<String> names() {
    List<String> names = new ArrayList<>();
    int from = 1;
    for (int end : ENDS) {
      names.add(end == Integer.MAX_VALUE ? "from " + from : from + " to " + end);
      from = end + 1;
    }
    return names;
  }
}
