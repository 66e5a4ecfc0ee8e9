package io.takewithott.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RankingExportTest {
  @TempDir Path folder;

  @Test
  void everyListedUserGetsItemsThatTheyDoNotHave() throws Exception {
    writeSplit();
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    InstantSource clock = InstantSource.fixed(Instant.EPOCH);
    Path output = folder.resolve("out.tsv");

    new RankingExport(
            new Stages(clock, new PrintStream(printed, true, StandardCharsets.UTF_8)), clock)
        .run(folder, output);

    List<String> lines = Files.readAllLines(output);
    assertThat(lines).hasSize(30);
    for (String line : lines) {
      List<String> cells = Arrays.asList(line.split("\t"));
      assertThat(cells).hasSize(101).doesNotHaveDuplicates();
      assertThat(cells.subList(1, 101)).doesNotContainAnyElementsOf(known(cells.get(0)));
    }
    assertThat(printed.toString(StandardCharsets.UTF_8)).contains("choose", "fit", "rank", "MB");
  }

  private void writeSplit() throws IOException {
    Random random = new Random(1);
    List<String> train = new ArrayList<>();
    List<String> validation = new ArrayList<>();
    List<String> users = new ArrayList<>();
    List<String> items = new ArrayList<>();
    for (int item = 0; item < 130; item++) {
      items.add("item-" + item);
    }
    for (int user = 0; user < 30; user++) {
      users.add("user-" + user);
      for (int item = 0; item < 25; item++) {
        List<String> part = item % 8 == 0 ? validation : train;
        part.add("user-" + user + ",item-" + (item * 5 + random.nextInt(5)) + "," + (item % 5 + 1));
      }
    }
    Files.createDirectories(folder.resolve("topn"));
    Files.write(folder.resolve("items.txt"), items);
    Files.write(folder.resolve("topn/users.txt"), users);
    Files.write(folder.resolve("topn/train.csv"), train);
    Files.write(folder.resolve("topn/validation.csv"), validation);
  }

  private Set<String> known(String user) throws IOException {
    Set<String> known = new HashSet<>();
    for (String file : List.of("topn/train.csv", "topn/validation.csv")) {
      for (String line : Files.readAllLines(folder.resolve(file))) {
        String[] cells = line.split(",");
        if (cells[0].equals(user)) {
          known.add(cells[1]);
        }
      }
    }
    return known;
  }
}
