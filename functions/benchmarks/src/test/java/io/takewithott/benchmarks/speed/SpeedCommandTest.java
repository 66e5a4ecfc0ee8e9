package io.takewithott.benchmarks.speed;

import static org.assertj.core.api.Assertions.assertThat;

import io.takewithott.benchmarks.SmallSplit;
import io.takewithott.benchmarks.Workbench;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpeedCommandTest {
  private final Path folder;

  SpeedCommandTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void trainingAndRankingAreTimedBesideTaste() throws Exception {
    SmallSplit.write(folder.resolve("split"));
    ByteArrayOutputStream printed = new ByteArrayOutputStream();

    new SpeedCommand(
            SpeedCommand.options(
                "split=" + folder.resolve("split"), "parts=wall", "out=" + folder, "warmUp=1000"),
            new Workbench(
                new PrintStream(printed, true, StandardCharsets.UTF_8), InstantSource.system()))
        .run();

    assertThat(Files.readAllLines(folder.resolve("speed.csv")))
        .hasSize(1 + 8)
        .anyMatch(line -> line.startsWith("750,30,Take With OTT,"))
        .anyMatch(line -> line.startsWith("750,30,\"Take With OTT, settings known\","))
        .anyMatch(line -> line.startsWith("750,30,Taste SVD++,"));
    assertThat(folder.resolve("train-by-size.png")).isNotEmptyFile();
    assertThat(printed.toString(StandardCharsets.UTF_8)).contains("× ours, ranking");
  }

  @Test
  void whatJmhMeasuresListsAHundredTitles() throws Exception {
    OursBenchmark ours = new OursBenchmark();
    TasteBenchmark taste = new TasteBenchmark();
    ours.world = "3000";
    taste.world = "3000";
    ours.train();
    taste.train();

    assertThat(ours.topHundred()).hasSize(100);
    assertThat(ours.foldInThreePicks()).hasSize(100);
    assertThat(ours.foldInHundredRatings()).hasSize(100);
    assertThat(ours.scoreOneUser()).isNotNull();
    assertThat(taste.itemBasedTopHundred()).hasSize(100);
    assertThat(taste.svdTopHundred()).hasSize(100);
    assertThat(taste.itemBasedFoldInThreePicks()).isNotEmpty();
    assertThat(taste.itemBasedFoldInHundredRatings()).hasSize(100);
  }
}
