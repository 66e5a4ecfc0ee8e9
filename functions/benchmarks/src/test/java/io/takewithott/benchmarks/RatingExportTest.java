package io.takewithott.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RatingExportTest {
  /** On a scale that ends at 4 and begins at 1: whoever loves even items hates odd ones. */
  @Test
  void everyHeldOutRatingGetsAPredictionWithinTheScaleOfTheData(@TempDir Path folder)
      throws Exception {
    List<String> items = new ArrayList<>();
    for (int item = 0; item < 20; item++) {
      items.add("item-" + item);
    }
    Files.write(folder.resolve("items.txt"), items);
    for (int fold = 0; fold < 2; fold++) {
      writeFold(folder.resolve("cv" + fold), fold);
    }
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    InstantSource clock = InstantSource.fixed(Instant.EPOCH);
    Path output = folder.resolve("out.csv");

    new RatingExport(
            new Stages(clock, new PrintStream(printed, true, StandardCharsets.UTF_8)), clock)
        .write(folder, output);

    List<String> lines = Files.readAllLines(output);
    assertThat(lines).hasSize(2 * 60);
    double squares = 0;
    for (String line : lines) {
      String[] cells = line.split(",");
      double prediction = Double.parseDouble(cells[3]);
      assertThat(prediction).isBetween(1.0, 4.0);
      double truth = stars(number(cells[1]), number(cells[2]));
      squares += (prediction - truth) * (prediction - truth);
    }
    assertThat(Math.sqrt(squares / lines.size())).as("RMSE; 1.5 by the mean").isLessThan(0.5);
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .contains("fold 0: train", "fold 1: predict", "MB");
  }

  private static void writeFold(Path folder, int fold) throws Exception {
    List<String> train = new ArrayList<>();
    List<String> test = new ArrayList<>();
    for (int user = 0; user < 30; user++) {
      for (int item = 0; item < 20; item++) {
        String pair = "user-" + user + ",item-" + item;
        if ((user + item) % 10 == fold) {
          test.add(pair);
        } else {
          train.add(pair + "," + stars(user, item));
        }
      }
    }
    Files.createDirectories(folder);
    Files.write(folder.resolve("train.csv"), train);
    Files.write(folder.resolve("test.csv"), test);
  }

  private static int stars(int user, int item) {
    return user % 3 % 2 == item % 2 ? 4 : 1;
  }

  private static int number(String name) {
    return Integer.parseInt(name.substring(name.indexOf('-') + 1));
  }
}
