package io.takewithott.benchmarks.scale;

import static org.assertj.core.api.Assertions.assertThat;

import io.takewithott.benchmarks.Workbench;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScaleCommandTest {
  @Test
  void everySizeIsARowOfEachStage(@TempDir Path folder) throws Exception {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();

    new ScaleCommand(
            ScaleCommand.options("ratings=6000,3000", "titles=120", "out=" + folder),
            new Workbench(
                new PrintStream(printed, true, StandardCharsets.UTF_8), InstantSource.system()))
        .run();

    assertThat(Files.readAllLines(folder.resolve("scale.csv")))
        .filteredOn(line -> line.contains(",120,train,"))
        .hasSize(2);
    assertThat(Files.readAllLines(folder.resolve("scale.csv")))
        .anyMatch(line -> line.contains(",120,item weights,"))
        .anyMatch(line -> line.contains(",120,choose: weights of the signals,"))
        .anyMatch(line -> line.contains(",120,stars,"));
    assertThat(Files.readString(folder.resolve("scale.md")))
        .contains("## Together, on 6 vCPU", "## Growth from one size to the next");
    assertThat(folder.resolve("scale.png")).isNotEmptyFile();
    assertThat(printed.toString(StandardCharsets.UTF_8)).contains("rank the active");
  }
}
