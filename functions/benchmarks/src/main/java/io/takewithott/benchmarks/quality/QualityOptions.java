package io.takewithott.benchmarks.quality;

import io.takewithott.benchmarks.Options;
import io.takewithott.benchmarks.baseline.TasteBaseline;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the quality command is asked.
 *
 * @param split the folder to answer; without one, all data sets that have answers
 * @param out where the files go
 * @param shared where the scorer and the data sets with answers are
 * @param sets of those only these; all when empty
 * @param protocols what to measure
 * @param baselines which of Taste's recommenders to measure too
 * @param baselineTime how long each of them may rank, and predict
 * @param peers rankings of others, in the scorer's form, to compare with
 * @param coldPeers the same for the strangers
 */
record QualityOptions(
    Optional<Path> split,
    Path out,
    Path shared,
    List<String> sets,
    Set<Protocol> protocols,
    Set<TasteBaseline> baselines,
    Duration baselineTime,
    List<Path> peers,
    List<Path> coldPeers) {
  private static final Set<String> KNOWN =
      Set.of(
          "split",
          "out",
          "shared",
          "sets",
          "parts",
          "baselines",
          "baselineSeconds",
          "peer",
          "coldPeer");

  private static final int BASELINE_SECONDS = 60;
  private static final String ALL = "all";
  private static final String NONE = "none";

  static QualityOptions of(String... arguments) {
    Options options = Options.of(KNOWN, arguments);
    return new QualityOptions(
        options.path("split"),
        options.path("out").orElse(Path.of("quality")),
        options.path("shared").orElse(Path.of("../shared")),
        options.list("sets", List.of()),
        protocols(options),
        baselines(options),
        Duration.ofSeconds(options.number("baselineSeconds", BASELINE_SECONDS)),
        options.list("peer", List.of()).stream().map(Path::of).toList(),
        options.list("coldPeer", List.of()).stream().map(Path::of).toList());
  }

  private static Set<Protocol> protocols(Options options) {
    Set<Protocol> chosen = EnumSet.noneOf(Protocol.class);
    List<String> known = Arrays.stream(Protocol.values()).map(Protocol::verb).toList();
    for (String name : options.list("parts", known)) {
      if (!known.contains(name)) {
        throw new IllegalArgumentException("parts has '" + name + "'; expected some of " + known);
      }
      chosen.add(Protocol.values()[known.indexOf(name)]);
    }
    return chosen;
  }

  private static Set<TasteBaseline> baselines(Options options) {
    Set<TasteBaseline> chosen = EnumSet.noneOf(TasteBaseline.class);
    List<String> known = Arrays.stream(TasteBaseline.values()).map(TasteBaseline::word).toList();
    for (String name : options.list("baselines", List.of(ALL))) {
      if (name.equals(ALL)) {
        chosen.addAll(Arrays.asList(TasteBaseline.values()));
      } else if (known.contains(name)) {
        chosen.add(TasteBaseline.values()[known.indexOf(name)]);
      } else if (!name.equals(NONE)) {
        throw new IllegalArgumentException(
            "baselines has '" + name + "'; expected all, none or some of " + known);
      }
    }
    return chosen;
  }
}
