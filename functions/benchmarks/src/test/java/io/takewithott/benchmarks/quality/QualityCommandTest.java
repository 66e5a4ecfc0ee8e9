package io.takewithott.benchmarks.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.takewithott.benchmarks.SmallSplit;
import io.takewithott.benchmarks.Workbench;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QualityCommandTest {
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final Path folder;

  QualityCommandTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void aSplitGetsItsThreeFiles() throws Exception {
    SmallSplit.write(folder.resolve("split"));

    run("split=" + folder.resolve("split"), "out=" + folder.resolve("out"));

    assertThat(folder.resolve("out/topn.tsv")).isNotEmptyFile();
    assertThat(folder.resolve("out/cold.tsv")).isNotEmptyFile();
    assertThat(folder.resolve("out/rating.csv")).isNotEmptyFile();
  }

  @Test
  void withoutTheScorerItSaysThatNothingIsMeasured() throws Exception {
    run("shared=" + folder.resolve("none"), "out=" + folder.resolve("out"));

    assertThat(printed())
        .isEqualTo(
            "!! NOTHING MEASURED: "
                + folder.resolve("none/eval/evaluate.py")
                + " is not there; give a split by -Dsplit=FOLDER"
                + System.lineSeparator());
  }

  /** Our own figures of each user must add up to what the independent scorer says. */
  @Test
  void aDataSetWithAnswersIsScoredBesideOthers() throws Exception {
    Path scorer =
        Path.of(System.getProperty("takewithott.root", "."), "../shared/eval/evaluate.py");
    assumeThat(scorer).exists();
    Path shared = folder.resolve("shared");
    Files.createDirectories(shared.resolve("eval"));
    Files.copy(scorer, shared.resolve("eval/evaluate.py"));
    SmallAnswers.write(shared.resolve("data/splits"), "filmtrust");
    Path out = folder.resolve("out");

    run(
        "shared=" + shared,
        "out=" + out,
        "baselines=item-based-llr,item-based-pearson",
        "baselineSeconds=5");

    assertThat(Files.readString(out.resolve("quality.md")))
        .contains("## filmtrust", "Take With OTT | this run | all 40", "popularity", "Pearson")
        .contains("### Three favourites", "### Predicted ratings");
    assertThat(out.resolve("filmtrust/ndcg-by-history-length.png")).isNotEmptyFile();
    assertThat(out.resolve("filmtrust/topn-popularity.tsv")).isNotEmptyFile();
    assertThat(out.resolve("quality.csv")).isNotEmptyFile();

    run(
        "shared=" + shared,
        "out=" + folder.resolve("again"),
        "parts=topn",
        "baselines=none",
        "peer=" + out.resolve("filmtrust/topn-popularity.tsv"));

    assertThat(row(folder.resolve("again"), "topn-popularity.tsv"))
        .isEqualTo(row(folder.resolve("again"), "popularity"))
        .isEqualTo(row(out, "popularity"));
  }

  /** The figures in the report's line of a recommender's nDCG. */
  private static String row(Path out, String recommender) throws IOException {
    String begin = "filmtrust,topn," + recommender + ",";
    return Files.readAllLines(out.resolve("quality.csv")).stream()
        .filter(line -> line.startsWith(begin) && line.contains("nDCG@10"))
        .map(line -> line.substring(begin.length()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aMisspeltPartIsRefused() {
    assertThatThrownBy(() -> QualityOptions.of("parts=topn,warm"))
        .hasMessage("parts has 'warm'; expected some of [topn, cold, rating]");
    assertThatThrownBy(() -> QualityOptions.of("baselines=alswr,mine"))
        .hasMessageStartingWith(
            "baselines has 'mine'; expected all, none or some of [item-based-l");
  }

  private void run(String... arguments) throws Exception {
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    Workbench bench = new Workbench(out, InstantSource.fixed(Instant.EPOCH));
    new QualityCommand(QualityOptions.of(arguments), bench).run();
  }

  private String printed() {
    return printed.toString(StandardCharsets.UTF_8);
  }
}
