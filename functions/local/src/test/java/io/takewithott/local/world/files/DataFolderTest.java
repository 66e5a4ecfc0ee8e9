package io.takewithott.local.world.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.takewithott.local.world.DataRefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DataFolderTest {
  private static final String SUPPORTED =
      "Supported is a folder of MovieLens 100K (u.data and u.item);"
          + " MovieLens 1M (ratings.dat and movies.dat with 1 to 5 stars);"
          + " MovieLens csv (ratings.csv and movies.csv);"
          + " MovieTweetings (ratings.dat and movies.dat with IMDb numbers and ratings of 0 to 10);"
          + " KMRD (rates.csv and movies.txt).";

  private final WrittenFolder folder;

  DataFolderTest(@TempDir Path path) {
    this.folder = new WrittenFolder(path);
  }

  @Test
  void emptyFolderIsRefused() {
    assertThatThrownBy(folder::open)
        .isInstanceOf(DataRefusedException.class)
        .hasMessage("No rating data is known in " + folder.path() + ". It is empty. " + SUPPORTED);
  }

  @Test
  void folderOfOtherFilesIsRefused() {
    folder.write("ratings.csv", "1,1,4,100\n");
    folder.write("notes.txt", "hello\n");

    assertThatThrownBy(folder::open)
        .isInstanceOf(DataRefusedException.class)
        .hasMessage(
            "No rating data is known in "
                + folder.path()
                + ". It holds notes.txt, ratings.csv. "
                + SUPPORTED);
  }

  @Test
  void folderAboveTheDataIsRefusedWithAHint() throws IOException {
    Path inner = Files.createDirectory(folder.path().resolve("ml-100k"));
    Files.writeString(inner.resolve("u.data"), "1\t5\t3\t881250949\n");
    Files.writeString(inner.resolve("u.item"), "5|Heat (1995)\n");

    assertThatThrownBy(folder::open)
        .hasMessage(
            "No rating data is known in "
                + folder.path()
                + ". It holds ml-100k/. ml-100k looks like MovieLens 100K: name it instead. "
                + SUPPORTED);
  }

  @Test
  void missingFolderIsRefused() {
    Path nowhere = folder.path().resolve("nowhere");

    assertThatThrownBy(() -> DataFolder.open(nowhere))
        .isInstanceOf(DataRefusedException.class)
        .hasMessage(nowhere + " does not exist. " + SUPPORTED);
  }

  @Test
  void fileIsRefused() {
    folder.write("ml-100k.zip", "PK");
    Path file = folder.path().resolve("ml-100k.zip");

    assertThatThrownBy(() -> DataFolder.open(file))
        .isInstanceOf(DataRefusedException.class)
        .hasMessage(file + " is a file, not a folder. " + SUPPORTED);
  }

  @Test
  void archiveUnderAKnownNameIsRefused() throws IOException {
    folder.write("movies.csv", "1,Heat (1995),Crime\n");
    try (GZIPOutputStream out =
        new GZIPOutputStream(Files.newOutputStream(folder.path().resolve("ratings.csv")))) {
      out.write(WrittenFolder.many(5000, i -> i + ",1,4," + i * 7919 + "\n").getBytes(UTF_8));
    }

    assertThatThrownBy(folder::open)
        .isInstanceOf(DataRefusedException.class)
        .hasMessage(
            folder.path().resolve("ratings.csv")
                + " is a binary file where text is expected; if it is an archive, unpack it first."
                + " Nothing was imported.");
  }

  @Test
  void emptyFileIsRefused() {
    folder.write("movies.csv", "1,Heat (1995),Crime\n");
    folder.write("ratings.csv", "");

    assertThatThrownBy(folder::open)
        .isInstanceOf(DataRefusedException.class)
        .hasMessage(folder.path().resolve("ratings.csv") + " is empty. Nothing was imported.");
  }

  @Test
  void headerAloneIsRefused() {
    folder.write("movies.csv", "movieId,title,genres\n1,Heat (1995),Crime\n");
    folder.write("ratings.csv", "userId,movieId,rating,timestamp\n");

    assertThatThrownBy(folder::read)
        .isInstanceOf(DataRefusedException.class)
        .hasMessage(folder.path() + " holds no ratings. Nothing was imported.");
  }

  @Test
  void fileOfAnotherFormIsRefused() {
    folder.write("movies.csv", "1,Heat (1995),Crime\n");
    folder.write("ratings.csv", WrittenFolder.many(40, i -> i + "::1::4::100\n"));

    assertThatThrownBy(folder::read)
        .isInstanceOf(DataRefusedException.class)
        .hasMessage(
            folder.path().resolve("ratings.csv")
                + " does not hold what its name says: 40 of its first 40 lines cannot be used"
                + " (line 1: 1 column where 4 are expected). Nothing was imported.");
  }

  @Test
  void fileWithAFifthOfItsFirstThousandLinesBadIsTaken() {
    folder.write("movies.csv", "1,Heat (1995),Crime\n");
    folder.write(
        "ratings.csv", WrittenFolder.many(1000, i -> i + (i % 5 == 0 ? ",2" : ",1") + ",4,100\n"));

    assertThat(folder.read().ratings().size()).isEqualTo(800);
  }

  @Test
  void fileWithMoreThanAFifthOfItsFirstThousandLinesBadIsRefused() {
    folder.write("movies.csv", "1,Heat (1995),Crime\n");
    folder.write(
        "ratings.csv",
        WrittenFolder.many(1000, i -> i + (i % 5 == 0 || i == 999 ? ",2" : ",1") + ",4,100\n")
            + WrittenFolder.many(9000, i -> i + ",1,4,100\n"));

    assertThatThrownBy(folder::read)
        .isInstanceOf(DataRefusedException.class)
        .hasMessage(
            folder.path().resolve("ratings.csv")
                + " does not hold what its name says: 201 of its first 1000 lines cannot be used"
                + " (line 5: unknown title 2). Nothing was imported.");
  }

  @Test
  void badLinesAfterTheFirstThousandAreOnlyLeftOut() {
    folder.write("movies.csv", "1,Heat (1995),Crime\n");
    folder.write(
        "ratings.csv",
        WrittenFolder.many(1000, i -> i + ",1,4,100\n") + WrittenFolder.many(9000, i -> "?\n"));

    assertThat(folder.read().ratings().size()).isEqualTo(1000);
    assertThat(folder.read().remarks().badLines()).isEqualTo(9000);
  }

  @Test
  void namesOfOtherSourcesAreRefused() throws IOException {
    Path sample = Files.createDirectory(folder.path().resolve("sample"));
    Files.writeString(sample.resolve("movies.csv"), "1,Heat (1995),Crime\n");
    Files.writeString(sample.resolve("ratings.csv"), "1,1,4,100\n");

    assertThatThrownBy(() -> DataFolder.open(sample))
        .isInstanceOf(DataRefusedException.class)
        .hasMessage(
            "A data set cannot bear the name \"sample\". Rename the folder " + sample + ".");
    assertThat(DataFolder.open(sample, "mine").source()).isEqualTo("mine");
  }

  @Test
  void digestDependsOnTheFilesThatAreReadAlone() {
    folder.write("movies.csv", "1,Heat (1995),Crime\n");
    folder.write("ratings.csv", "1,1,4,100\n");
    String digest = folder.open().digest();
    folder.write("tags.csv", "userId,movieId,tag,timestamp\n");

    assertThat(folder.open().digest()).isEqualTo(digest);
    folder.write("ratings.csv", "1,1,5,100\n");
    assertThat(folder.open().digest()).isNotEqualTo(digest).matches("[0-9a-f]{64}");
  }
}
