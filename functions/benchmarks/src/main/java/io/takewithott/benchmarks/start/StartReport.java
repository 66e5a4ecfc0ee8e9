package io.takewithott.benchmarks.start;

import static io.takewithott.benchmarks.start.Quantiles.written;

import io.takewithott.benchmarks.report.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** All starts as rows, and their medians beside the bare handler's on the same Java. */
final class StartReport {
  private static final double NEARLY_ALL = 0.99;

  private final List<Start> starts = new ArrayList<>();
  private final List<RouteTimes> routes = new ArrayList<>();
  private String load = "";

  /** How busy the machine was, in the words of its system: runnable threads on average. */
  void load(double before, double after, int processors) {
    load =
        String.format(
            Locale.ROOT,
            "\nLoad of the machine: %.1f before, %.1f after, on %d processors.\n",
            before,
            after,
            processors);
  }

  void add(Start start) {
    starts.add(start);
  }

  void addRoutes(List<RouteTimes> times) {
    routes.addAll(times);
  }

  void write(Path folder) throws IOException {
    Files.writeString(folder.resolve("start.md"), markdown());
    Files.writeString(folder.resolve("start.csv"), everyStart().commaSeparated());
    Files.writeString(folder.resolve("routes.csv"), routeTable().commaSeparated());
  }

  String markdown() {
    StringBuilder text = new StringBuilder("# Start\n");
    if (!starts.isEmpty()) {
      text.append(
          "\nMedians over the starts; warm figures over all their calls. 'cold' is what the first"
              + " caller waits for: init and first call on demand, the first call alone after"
              + " priming; the fastest is what a busy machine disturbed least. What Lambda adds, restoring a snapshot for instance, is not in it.\n\n");
      text.append(medians().markdown());
    }
    if (!routes.isEmpty()) {
      text.append("\n## Warm, by route\n\n").append(routeTable().markdown());
    }
    return text.append(load).toString();
  }

  private Table medians() {
    Map<String, List<Start>> groups = new LinkedHashMap<>();
    for (Start start : starts) {
      groups
          .computeIfAbsent(
              start.java() + "\n" + start.subject() + "\n" + start.mode(), key -> new ArrayList<>())
          .add(start);
    }
    Table table =
        new Table(
            "java",
            "function",
            "started",
            "starts",
            "init ms",
            "first call ms",
            "cold ms",
            "fastest cold ms",
            "times bare",
            "warm p50 ms",
            "warm p99 ms",
            "processor ms until answered",
            "peak MB");
    groups.values().forEach(group -> table.add(row(group)));
    return table;
  }

  private String[] row(List<Start> group) {
    Start one = group.get(0);
    double cold = median(group, Start::coldMillis);
    OptionalDouble bare = bareCold(one.java());
    return new String[] {
      one.java(),
      one.subject(),
      one.mode().words(),
      String.valueOf(group.size()),
      written(median(group, Start::initMillis), 0),
      written(median(group, Start::firstMillis), 1),
      written(cold, 0),
      written(new Quantiles(group.stream().map(Start::coldMillis).toList()).least(), 0),
      bare.isPresent() ? written(cold / bare.getAsDouble(), 2) : "",
      warm(group, 0.5),
      warm(group, NEARLY_ALL),
      written(median(group, Start::processorMillis), 0),
      written(median(group, Start::peakMegabytes), 0)
    };
  }

  private OptionalDouble bareCold(String java) {
    List<Start> bare =
        starts.stream()
            .filter(start -> start.subject().equals(Subjects.BARE) && start.java().equals(java))
            .toList();
    return bare.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(median(bare, Start::coldMillis));
  }

  private static double median(List<Start> group, ToDoubleFunction<Start> figure) {
    return new Quantiles(group.stream().map(figure::applyAsDouble).toList()).median();
  }

  private static String warm(List<Start> group, double share) {
    List<Double> calls = group.stream().flatMap(start -> start.warmMillis().stream()).toList();
    return calls.isEmpty() ? "" : written(new Quantiles(calls).at(share), 2);
  }

  private Table everyStart() {
    Table table =
        new Table(
            "java",
            "function",
            "started",
            "init ms",
            "first call ms",
            "warm p50 ms",
            "warm p99 ms",
            "processor ms until answered",
            "peak MB");
    for (Start start : starts) {
      table.add(
          start.java(),
          start.subject(),
          start.mode().words(),
          written(start.initMillis(), 1),
          written(start.firstMillis(), 2),
          warm(List.of(start), 0.5),
          warm(List.of(start), NEARLY_ALL),
          written(start.processorMillis(), 0),
          written(start.peakMegabytes(), 1));
    }
    return table;
  }

  private Table routeTable() {
    Table table = new Table("java", "route", "calls", "least ms", "p50 ms", "p99 ms");
    for (RouteTimes each : routes) {
      table.add(
          each.java(),
          each.route(),
          String.valueOf(each.millis().size()),
          written(each.millis().least(), 2),
          written(each.millis().median(), 2),
          written(each.millis().at(NEARLY_ALL), 2));
    }
    return table;
  }
}
