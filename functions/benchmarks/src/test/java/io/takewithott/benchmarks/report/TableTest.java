package io.takewithott.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableTest {
  @Test
  void aTableIsMarkdownOrCommaSeparated() {
    Table table = new Table("name", "value");
    table.add("KNN, shrunk", "1");

    assertThat(table.markdown()).isEqualTo("| name | value |\n|---|---|\n| KNN, shrunk | 1 |\n");
    assertThat(table.commaSeparated()).isEqualTo("name,value\n\"KNN, shrunk\",1\n");
  }

  @Test
  void aRowHasACellForEveryHeading() {
    assertThatThrownBy(() -> new Table("name").add("a", "b"))
        .hasMessage("2 cells under 1 headings");
  }

  @Test
  void plotsAreWrittenWithGaps(@TempDir Path folder) throws Exception {
    Path lines = folder.resolve("lines.png");
    Path curves = folder.resolve("curves.png");
    Plot.overNames(
        "t",
        "x",
        "y",
        List.of("short", "long"),
        List.of(new Plot.Line("ours", List.of(Double.NaN, 0.5))),
        lines);
    Plot.overNumbers(
        "t",
        "x",
        "y",
        List.of(new Plot.Curve("ours", List.of(1.0, 100.0), List.of(0.1, 10.0))),
        curves);

    assertThat(Files.size(lines)).isGreaterThan(1000);
    assertThat(Files.size(curves)).isGreaterThan(1000);
  }
}
