package io.takewithott.benchmarks.search;

import io.takewithott.benchmarks.Options;
import io.takewithott.benchmarks.report.Table;
import io.takewithott.catalog.index.Lookup;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/**
 * How well and how fast search is: recall of spoiled queries, the index in memory beside one in the
 * database, and the routes through the local gateway. Parts: quality, memory (alone), database
 * (memory beside it), gateway.
 */
public final class SearchCommand {
  private static final int MANY_TITLES = 50_000;

  private final Options options;
  private final Path root;
  private final ShippedFilms films;
  private final PrintStream out;

  private SearchCommand(Options options, PrintStream out) {
    this.options = options;
    this.root = options.path("root").orElse(Path.of("")).toAbsolutePath();
    this.films = ShippedFilms.read(root);
    this.out = out;
  }

  public static void main(String[] arguments) throws Exception {
    Options options = Options.of(Set.of("root", "parts", "lines", "titles", "out"), arguments);
    PrintStream screen = System.out;
    Path folder = Files.createDirectories(options.path("out").orElse(Path.of("search")));
    // The functions write a line of their log for every request.
    try (PrintStream log =
        new PrintStream(folder.resolve("log.jsonl").toFile(), StandardCharsets.UTF_8)) {
      System.setOut(log);
      new SearchCommand(options, screen).run();
    } finally {
      System.setOut(screen);
    }
  }

  private void run() throws IOException, SQLException {
    List<String> parts = options.list("parts", List.of("quality", "database", "gateway"));
    List<Integer> sizes = options.numbers("lines", List.of(300, 10_000, 1_000_000));
    if (parts.contains("quality")) {
      quality();
    }
    if (parts.contains("memory") || parts.contains("database")) {
      Table table = MemoryAgainstDatabase.table();
      for (int lines : sizes) {
        new MemoryAgainstDatabase(films, root).measure(lines, parts.contains("database"), table);
        say("index", table);
      }
    }
    if (parts.contains("gateway")) {
      Table table = GatewaySpeed.table();
      GatewaySpeed speed = new GatewaySpeed(films, root);
      speed.measure(0, 0, table);
      say("gateway", table);
      speed.measure(options.number("titles", MANY_TITLES), sizes.get(sizes.size() - 1), table);
      say("gateway", table);
    }
  }

  private void quality() {
    SearchQuality quality = new SearchQuality(films, Lookup.of(films.index()));
    for (long seed : List.of(LineQueries.TUNED_ON, LineQueries.REPORTED_ON)) {
      Table table = new Table("of", "spoiled by", "queries", "recall@1", "recall@5");
      SearchQuality.report(quality.lines(seed), "lines", table);
      SearchQuality.report(quality.titles(seed), "titles", table);
      say(seed == LineQueries.TUNED_ON ? "quality-tuned" : "quality", table);
    }
    out.printf(
        "Falsely answered: %d of %d%n",
        quality.falselyAnswered().size(), LineQueries.unheard().size());
  }

  private void say(String name, Table table) {
    out.println(name + "\n\n" + table.markdown());
    Path folder = options.path("out").orElse(Path.of("search"));
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve(name + ".csv"), table.commaSeparated());
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
