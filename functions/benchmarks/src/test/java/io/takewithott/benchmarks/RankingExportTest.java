package io.takewithott.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.takewithott.recommender.score.History;
import io.takewithott.recommender.score.History.Entry;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RankingExportTest {
  private final InstantSource clock = InstantSource.fixed(Instant.EPOCH);
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final Stages stages =
      new Stages(clock, new PrintStream(printed, true, StandardCharsets.UTF_8));
  private final HybridTraining training = new HybridTraining(clock);
  private final Path folder;

  RankingExportTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeEach
  void writeSplit() throws Exception {
    SmallSplit.write(folder);
  }

  @Test
  void everyListedUserGetsItemsThatTheyDoNotHave() throws Exception {
    Path output = folder.resolve("out.tsv");

    new RankingExport(stages, training).topn(new SplitFolder(folder), output);

    List<String> lines = Files.readAllLines(output);
    assertThat(lines).hasSize(30);
    for (String line : lines) {
      List<String> cells = Arrays.asList(line.split("\t"));
      assertThat(cells).hasSize(101).doesNotHaveDuplicates();
      assertThat(cells.subList(1, 101))
          .doesNotContainAnyElementsOf(SmallSplit.known(folder, cells.get(0)));
    }
    assertThat(printed.toString(StandardCharsets.UTF_8)).contains("train", "rank", "MB");
  }

  @Test
  void strangersOfEveryGroupGetItemsThatTheyDidNotPick() throws Exception {
    Path output = folder.resolve("out.tsv");

    new RankingExport(stages, training).cold(new SplitFolder(folder), output);

    List<String> lines = Files.readAllLines(output);
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0)).startsWith("user-0\t").doesNotContain("\titem-0\t", "\titem-99\t");
    assertThat(lines.get(1)).startsWith("user-1\t").doesNotContain("\titem-1\t", "\titem-99\t");
  }

  @Test
  void aFolderThatIsNoSplitIsRefused() {
    assertThatThrownBy(() -> new SplitFolder(folder.resolve("topn")))
        .hasMessage(
            folder.resolve("topn")
                + " has no items.txt; expected a folder that 'evaluate.py split' wrote");
  }

  @Test
  void twinsAndTiesAreRefused() {
    RankedList one = list("1", history(10), 0.5, 0.25);

    RankedList.refuseTwinsAndTies(List.of(one, list("2", history(10), 0.5, 0.25)));
    assertThatThrownBy(
            () -> RankedList.refuseTwinsAndTies(List.of(one, list("2", history(11), 0.5, 0.25))))
        .hasMessage("Users 1 and 2 have the same scores");
    assertThatThrownBy(
            () -> RankedList.refuseTwinsAndTies(List.of(list("3", history(10), 0.5, 0.5))))
        .hasMessage("User 3 has two titles with one score");
  }

  /** Favourites have no order. */
  @Test
  void theSamePicksInAnotherOrderAreNoTwins() {
    RankedList.refuseTwinsAndTies(
        List.of(
            list("1", History.of(List.of(), List.of(7L, 8L)), 0.5),
            list("2", History.of(List.of(), List.of(8L, 7L)), 0.5)));
  }

  private static History history(int halfStars) {
    return new History(List.of(Entry.rated(1, halfStars - 5, 0)));
  }

  private static RankedList list(String user, History history, Double... scores) {
    return new RankedList(user, history, List.of(), List.of(scores));
  }
}
