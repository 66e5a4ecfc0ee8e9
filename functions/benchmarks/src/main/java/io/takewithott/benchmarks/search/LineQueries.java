package io.takewithott.benchmarks.search;

import io.takewithott.benchmarks.search.ShippedFilms.ShippedLine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Every shipped line, spoiled in every way; and sentences that are in none. */
final class LineQueries {
  /** The seed on which weights and limits were chosen; figures are reported on another. */
  static final long TUNED_ON = 20260101;

  static final long REPORTED_ON = 20261121;

  private LineQueries() {}

  static List<LineQuery> of(List<ShippedLine> lines, long seed) {
    LineSpoiler spoiler = new LineSpoiler(seed);
    List<LineQuery> queries = new ArrayList<>();
    for (ShippedLine line : lines) {
      for (Corruption corruption : Corruption.values()) {
        queries.add(new LineQuery(line, corruption, spoiler.spoil(line.text(), corruption)));
      }
    }
    return queries;
  }

  /** What people say and write that is in no shipped line. */
  static List<String> unheard() {
    try (InputStream file =
            Objects.requireNonNull(LineQueries.class.getResourceAsStream("unheard.txt"));
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  record LineQuery(ShippedLine line, Corruption corruption, String text) {}
}
