package io.takewithott.benchmarks.report;

import java.util.ArrayList;
import java.util.List;

/** Rows under headings, as Markdown or as comma-separated values. */
public final class Table {
  private final List<String> headings;
  private final List<List<String>> rows = new ArrayList<>();

  public Table(String... headings) {
    this.headings = List.of(headings);
  }

  public void add(String... cells) {
    if (cells.length != headings.size()) {
      throw new IllegalArgumentException(
          cells.length + " cells under " + headings.size() + " headings");
    }
    rows.add(List.of(cells));
  }

  public String markdown() {
    StringBuilder text = new StringBuilder();
    text.append(line(headings)).append("|---".repeat(headings.size())).append("|\n");
    rows.forEach(row -> text.append(line(row)));
    return text.toString();
  }

  public String commaSeparated() {
    StringBuilder text = new StringBuilder(String.join(",", headings)).append('\n');
    for (List<String> row : rows) {
      text.append(String.join(",", row.stream().map(Table::quoted).toList())).append('\n');
    }
    return text.toString();
  }

  private static String line(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |\n";
  }

  private static String quoted(String cell) {
    boolean plain = cell.indexOf(',') < 0 && cell.indexOf('"') < 0;
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
