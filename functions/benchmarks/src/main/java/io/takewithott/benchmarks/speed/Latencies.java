package io.takewithott.benchmarks.speed;

import io.takewithott.benchmarks.report.Table;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.util.Statistics;

/** Runs the JMH benchmarks, each in a process of its own, and compares ours with Taste's. */
final class Latencies {
  private static final int MEDIAN = 50;
  private static final int NEARLY_ALL = 99;
  private static final double MICROS = 1000;

  private final String world;
  private final int seconds;

  /**
   * @param world see {@link SpeedWorld#of}
   * @param seconds that each benchmark is measured for, after as many to warm up
   */
  Latencies(String world, int seconds) {
    this.world = world;
    this.seconds = seconds;
  }

  Table measure() throws RunnerException {
    Options options =
        new OptionsBuilder()
            .include(OursBenchmark.class.getName())
            .include(TasteBenchmark.class.getName())
            .param("world", world)
            .forks(1)
            .warmupIterations(seconds)
            .warmupTime(TimeValue.seconds(1))
            .measurementIterations(seconds)
            .measurementTime(TimeValue.seconds(1))
            .build();
    return table(new Runner(options).run());
  }

  private static Table table(Collection<RunResult> results) {
    Map<String, Statistics> byName = new TreeMap<>();
    for (RunResult result : results) {
      String name = result.getParams().getBenchmark();
      byName.put(
          name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1),
          result.getPrimaryResult().getStatistics());
    }
    Table table = new Table("what", "mean ms", "p50 ms", "p99 ms", "calls", "times ours, by p50");
    add(table, byName, "OursBenchmark.scoreOneUser", "");
    add(table, byName, "OursBenchmark.topHundred", "");
    add(table, byName, "TasteBenchmark.itemBasedTopHundred", "OursBenchmark.topHundred");
    add(table, byName, "TasteBenchmark.svdTopHundred", "OursBenchmark.topHundred");
    add(table, byName, "OursBenchmark.foldInThreePicks", "");
    add(
        table,
        byName,
        "TasteBenchmark.itemBasedFoldInThreePicks",
        "OursBenchmark.foldInThreePicks");
    add(table, byName, "OursBenchmark.foldInHundredRatings", "");
    add(
        table,
        byName,
        "TasteBenchmark.itemBasedFoldInHundredRatings",
        "OursBenchmark.foldInHundredRatings");
    return table;
  }

  private static void add(Table table, Map<String, Statistics> all, String name, String ours) {
    Statistics one = all.get(name);
    if (one == null) {
      return;
    }
    Statistics other = all.get(ours);
    table.add(
        name,
        milliseconds(one.getMean()),
        milliseconds(one.getPercentile(MEDIAN)),
        milliseconds(one.getPercentile(NEARLY_ALL)),
        String.valueOf(one.getN()),
        other == null
            ? ""
            : String.format(
                Locale.ROOT, "%.0f", one.getPercentile(MEDIAN) / other.getPercentile(MEDIAN)));
  }

  private static String milliseconds(double micros) {
    return String.format(Locale.ROOT, "%.3f", micros / MICROS);
  }
}
