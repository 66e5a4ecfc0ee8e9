package io.takewithott.local.world.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BadLinesTest {
  private final WrittenFolder folder;

  BadLinesTest(@TempDir Path path) {
    this.folder = new WrittenFolder(path);
  }

  @Test
  void badLinesAreCountedAndTheFirstTenShown() throws IOException {
    folder.write("movies.csv", "movieId,title,genres\n1,Heat (1995),Crime\n1,Again (1995),Crime\n");
    folder.addLines(
        "movies.csv", IntStream.range(2, 40).mapToObj(i -> i + ",Film " + i + ",Drama"));
    ByteArrayOutputStream ratings = new ByteArrayOutputStream();
    ratings.write("userId,movieId,rating,timestamp\n".getBytes(UTF_8));
    ratings.write(WrittenFolder.many(50, i -> i + ",1,4,100\n").getBytes(UTF_8));
    ratings.write(
        """
        1,1,4
        x,1,4,100
        1,1,4,noon
        1,1,5.5,100
        1,1,3.3,100
        1,77,4,100
        1,1,4,9999999999
        1,"1,4,100
        1,1,-1,100
        """
            .getBytes(UTF_8));
    ratings.write(new byte[] {'1', ',', (byte) 0xC3, (byte) 0x28, ',', '4', ',', '1', '\n'});
    ratings.write(("1,1,4," + "1".repeat(20_000) + "\n").getBytes(UTF_8));
    ratings.write("2,2,4,100".getBytes(UTF_8));
    Files.write(folder.path().resolve("ratings.csv"), ratings.toByteArray());

    assertThat(folder.badLines())
        .containsExactly(
            "movies.csv, line 3: title 1 is there twice",
            "ratings.csv, line 52: 3 columns where 4 are expected",
            "ratings.csv, line 53: \"x\" is not a number",
            "ratings.csv, line 54: \"noon\" is not a number",
            "ratings.csv, line 55: \"5.5\" is not on the scale of 0.5 to 5",
            "ratings.csv, line 56: \"3.3\" is between two half stars",
            "ratings.csv, line 57: unknown title 77",
            "ratings.csv, line 58: \"9999999999\" is not a time in seconds since 1970",
            "ratings.csv, line 59: a quote is not closed",
            "ratings.csv, line 60: \"-1\" is not on the scale of 0.5 to 5");
    assertThat(folder.read().remarks().badLines()).isEqualTo(12);
    assertThat(folder.read().ratings().size()).isEqualTo(51);
  }

  @Test
  void lineThatIsNoTextIsNamed() throws IOException {
    folder.write("movies.csv", "1,Heat (1995),Crime\n");
    ByteArrayOutputStream ratings = new ByteArrayOutputStream();
    ratings.write(WrittenFolder.many(20, i -> i + ",1,4,100\n").getBytes(UTF_8));
    ratings.write(new byte[] {'1', ',', (byte) 0xC3, (byte) 0x28, ',', '4', ',', '1', '\n'});
    ratings.write(("1,1,4," + "1".repeat(20_000) + "\n").getBytes(UTF_8));
    ratings.write(new byte[] {'1', ',', '1', ',', 0, '4', '\n'});
    Files.write(folder.path().resolve("ratings.csv"), ratings.toByteArray());

    assertThat(folder.badLines())
        .containsExactly(
            "ratings.csv, line 21: not UTF-8",
            "ratings.csv, line 22: longer than 16384 bytes (20006)",
            "ratings.csv, line 23: a zero byte, which text does not have");
  }

  @Test
  void secondRatingOfATitleIsCountedAndTheLaterKept() {
    folder.write("movies.csv", "1,Heat (1995),Crime\n");
    folder.write("ratings.csv", "7,1,4,200\n7,1,2,300\n7,1,5,100\n");

    assertThat(folder.ratings()).containsExactly("7 rates 1: 4 at 300");
    assertThat(folder.read().remarks().duplicateRatings()).isEqualTo(2);
    assertThat(folder.read().remarks().badLines()).isZero();
  }
}
