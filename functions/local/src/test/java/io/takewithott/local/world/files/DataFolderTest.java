package io.takewithott.local.world.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.takewithott.local.world.BadLine;
import io.takewithott.local.world.Contents;
import io.takewithott.local.world.DataRefusedException;
import io.takewithott.local.world.Person;
import io.takewithott.local.world.Ratings;
import io.takewithott.local.world.Title;
import io.takewithott.testing.Checkout;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

  @TempDir Path temporary;

  // ------------------------------------------------------------------ MovieLens 100K

  private static final String GENRES_100K =
      """
      unknown|0
      Action|1
      Adventure|2
      Animation|3
      Children's|4
      Comedy|5

      """;

  private static final String ITEMS_100K =
      """
      1|Toy Story (1995)|01-Jan-1995||http://us.imdb.com/M/title-exact?Toy%20Story%20(1995)|0|0|0|1|1|1
      267|unknown||||1|0|0|0|0|0
      300|Cité des enfants perdus, La (1995)|01-Jan-1995||http://x|0|0|1|0|0|0
      """;

  @Test
  void movieLens100kIsRead() {
    write("u.genre", GENRES_100K);
    write("u.item", ITEMS_100K, ISO_8859_1);
    write(
        "u.data",
        """
        196\t1\t3\t881250949
        186\t300\t5\t891717742
        196\t267\t1\t878887116
        """);

    assertThat(open().format()).isEqualTo("MovieLens 100K");
    assertThat(titles())
        .containsExactly(
            "1: Toy Story = Toy Story (1995) animation,family,comedy",
            "267: unknown = unknown (null) ",
            "300: La Cité des enfants perdus = La Cité des enfants perdus (1995) adventure");
    assertThat(ratings())
        .containsExactly(
            "196 rates 1: 6 at 881250949",
            "196 rates 267: 2 at 878887116",
            "186 rates 300: 10 at 891717742");
    assertThat(read().remarks().droppedGenres()).hasToString("{unknown=1}");
  }

  @Test
  void yearOf100kMayComeFromTheDate() {
    write("u.genre", "unknown|0\nAction|1\n");
    write("u.item", "5|Nameless|24-Mar-1997||http://x|0|1\n");
    write("u.data", "1\t5\t3\t881250949\n");

    assertThat(titles()).containsExactly("5: Nameless = Nameless (1997) action");
  }

  @Test
  void genresOf100kAreKnownWithoutTheirFile() {
    write("u.item", "5|Heat (1995)|||http://x|0|1|0|0|0|0|1|0|0|0|0|0|0|0|0|0|1|0|0\n");
    write("u.data", "1\t5\t3\t881250949\n");

    assertThat(titles()).containsExactly("5: Heat = Heat (1995) action,crime,thriller");
  }

  // ------------------------------------------------------------------ MovieLens 1M, 10M

  @Test
  void movieLens1mIsRead() {
    write(
        "movies.dat",
        """
        11::American President, The (1995)::Comedy|Drama|Romance
        29::City of Lost Children, The (Cité des enfants perdus, La) (1995)::Adventure|Sci-Fi
        47::Seven (a.k.a. Se7en) (1995)::Crime|Film-Noir
        """,
        ISO_8859_1);
    write("users.dat", "1::F::1::10::48067\n");
    write("ratings.dat", "1::11::5::978300760\n1::29::1::978302109\n2::47::3::978301968\n");

    assertThat(open().format()).isEqualTo("MovieLens 1M");
    assertThat(titles())
        .containsExactly(
            "11: The American President = The American President (1995) comedy,drama,romance",
            "29: The City of Lost Children = La Cité des enfants perdus (1995) adventure,sf",
            "47: Seven = Seven (1995) crime");
    assertThat(ratings())
        .containsExactly(
            "1 rates 11: 10 at 978300760",
            "1 rates 29: 2 at 978302109",
            "2 rates 47: 6 at 978301968");
  }

  @Test
  void movieLens1mSavedAsUtf8IsReadToo() {
    write("movies.dat", "29::Amélie (2001)::Comedy\n");
    write("ratings.dat", "1::29::4.5::978300760\n");

    assertThat(titles()).containsExactly("29: Amélie = Amélie (2001) comedy");
    assertThat(ratings()).containsExactly("1 rates 29: 9 at 978300760");
  }

  // ------------------------------------------------------------------ MovieTweetings

  @Test
  void movieTweetingsIsRead() {
    write(
        "movies.dat",
        """
        0002844::Fantômas - À l'ombre de la guillotine (1913)::Crime|Drama
        1853728::Django Unchained (2012)::Drama|Western|Short
        4574334::Stranger Things (2016– )::
        0000001::Colons :: inside (0000)::Sport
        """);
    write("users.dat", "1::397291295\n");
    write(
        "ratings.dat",
        "1::0002844::0::1365029107\n1::1853728::10::1366576639\n2::4574334::3::1377910113\n");

    assertThat(open().format()).isEqualTo("MovieTweetings");
    assertThat(titles())
        .containsExactly(
            "0002844: Fantômas - À l'ombre de la guillotine = Fantômas - À l'ombre de la guillotine"
                + " (1913) crime,drama",
            "1853728: Django Unchained = Django Unchained (2012) drama,western",
            "4574334: Stranger Things = Stranger Things (2016) ",
            "0000001: Colons :: inside = Colons :: inside (null) sports");
    assertThat(ratings())
        .containsExactly(
            "1 rates 0002844: 1 at 1365029107",
            "1 rates 1853728: 10 at 1366576639",
            "2 rates 4574334: 3 at 1377910113");
    assertThat(read().remarks().droppedGenres()).hasToString("{Short=1}");
  }

  @Test
  void doubleColonsWithShortNumbersAboveFiveAreTweeted() {
    write("movies.dat", "29::Amélie (2001)::Comedy\n");
    write("ratings.dat", "1::29::8::978300760\n");

    assertThat(open().format()).isEqualTo("MovieTweetings");
  }

  @Test
  void oneSlipAboveFiveDoesNotMakeTweets() {
    write("movies.dat", "29::Amélie (2001)::Comedy\n");
    write("ratings.dat", many(9, i -> i + "::29::4::978300760\n") + "10::29::7::978300760\n");

    assertThat(open().format()).isEqualTo("MovieLens 1M");
    assertThat(badLines())
        .containsExactly("ratings.dat, line 10: \"7\" is not on the scale of 0.5 to 5");
  }

  // ------------------------------------------------------------------ MovieLens csv

  @Test
  void movieLensCsvIsReadWithMarkQuotesAndCrLf() {
    write(
        "movies.csv",
        "\uFEFFmovieId,title,genres\r\n"
            + "11,\"American President, The (1995)\",Comedy|Drama\r\n"
            + "12,\"\"\"Great Performances\"\" Cats (1998)\",Musical|IMAX\r\n"
            + "13,Rocky VI (1986) ,Comedy\r\n"
            + "14,\"Women of '69, Unboxed\",(no genres listed)\r\n"
            + "15,Fawlty Towers (1975-1979),Comedy\r\n");
    write("ratings.csv", "userId,movieId,rating,timestamp\r\n1,11,0.5,1260759144\r\n1,12,5,0\r\n");

    assertThat(open().format()).isEqualTo("MovieLens csv");
    assertThat(titles())
        .containsExactly(
            "11: The American President = The American President (1995) comedy,drama",
            "12: \"Great Performances\" Cats = \"Great Performances\" Cats (1998) music",
            "13: Rocky VI = Rocky VI (1986) comedy",
            "14: Women of '69, Unboxed = Women of '69, Unboxed (null) ",
            "15: Fawlty Towers = Fawlty Towers (1975) comedy");
    assertThat(ratings()).containsExactly("1 rates 11: 1 at 1260759144", "1 rates 12: 10 at 0");
    assertThat(read().remarks().badLines()).isZero();
  }

  @Test
  void columnsAreFoundByTheirNames() {
    write("movies.csv", "genres,movieId,title\nDrama,1,Heat (1995)\n");
    write(
        "ratings.csv",
        "timestamp,rating,movieId,userId,,\n100,3.5,1,7,,\n200,2.5,1,8,,3.450819672\n");

    assertThat(ratings()).containsExactly("7 rates 1: 7 at 100", "8 rates 1: 5 at 200");
  }

  @Test
  void columnsWithoutNamesAreInTheUsualOrder() {
    write("movies.csv", "1,Heat (1995),Crime\n");
    write("ratings.csv", "7,1,3.5,100\n");

    assertThat(ratings()).containsExactly("7 rates 1: 7 at 100");
  }

  // ------------------------------------------------------------------ KMRD

  @Test
  void kmrdIsReadWithItsDetails() {
    write(
        "movies.txt",
        """
        movie\ttitle\ttitle_eng\tyear\tgrade
        10107\t아웃 오브 아프리카\tOut Of Africa , 1985\t1986\tPG
        13252\t시계태엽 오렌지\tA Clockwork Orange , 1971\t\t청소년 관람불가
        39516\t달콤한 인생\tA Bittersweet Life , 2005\t2005.0\t15세 관람가
        39517\t무제\t\t2001\t전체 관람가
        """);
    write("rates.csv", "user,movie,rate,time\n0,10107,10,1452358200\n0,39516,1,1406125440\n");
    write("genres.csv", "movie,genre\n10107,멜로/로맨스\n10107,드라마\n39516,느와르\n39516,에로\n");
    write("countries.csv", "movie,country\n10107,미국\n39516,한국\n39516,미국\n");
    write("people.txt", "people\tkorean\toriginal\n1898\t이병헌\tByung-hun Lee\n1897\t이범수\t\n");
    write(
        "castings.csv",
        "movie,people,order,leading\n39516,1898,1,1\n39516,1897,2,0\n39516,5,3,0\n");

    assertThat(open().format()).isEqualTo("KMRD");
    assertThat(titles())
        .containsExactly(
            "10107: 아웃 오브 아프리카 = Out Of Africa (1985) romance,drama",
            "13252: 시계태엽 오렌지 = A Clockwork Orange (1971) ",
            "39516: 달콤한 인생 = 달콤한 인생 (2005) crime",
            "39517: 무제 = 무제 (2001) ");
    assertThat(read().titles())
        .extracting(Title::ageRating)
        .containsExactly(null, "19", "15", "all");
    assertThat(read().titles())
        .extracting(Title::englishTitle)
        .containsExactly("Out Of Africa", "A Clockwork Orange", "A Bittersweet Life", null);
    assertThat(read().titles().get(2).countries()).containsExactly("KR", "US");
    assertThat(read().titles().get(2).cast())
        .containsExactly(new Person("이병헌", "Byung-hun Lee"), new Person("이범수", "이범수"));
    assertThat(ratings())
        .containsExactly("0 rates 10107: 10 at 1452358200", "0 rates 39516: 1 at 1406125440");
    assertThat(read().remarks().droppedGenres()).hasToString("{에로=1}");
  }

  @Test
  void kmrdIsReadWithoutItsDetails() {
    write(
        "movies.txt",
        "movie\ttitle\ttitle_eng\tyear\tgrade\n24452\t매트릭스\tThe Matrix , 1999\t2016\t\n");
    write("rates.csv", "user,movie,rate,time\n0,24452,7,1494128040\n");

    assertThat(titles()).containsExactly("24452: 매트릭스 = The Matrix (1999) ");
    assertThat(ratings()).containsExactly("0 rates 24452: 7 at 1494128040");
  }

  // ------------------------------------------------------------------ lines that are left out

  @Test
  void badLinesAreCountedAndTheFirstTenShown() throws IOException {
    write("movies.csv", "movieId,title,genres\n1,Heat (1995),Crime\n1,Again (1995),Crime\n");
    addLines("movies.csv", IntStream.range(2, 40).mapToObj(i -> i + ",Film " + i + ",Drama"));
    ByteArrayOutputStream ratings = new ByteArrayOutputStream();
    ratings.write("userId,movieId,rating,timestamp\n".getBytes(UTF_8));
    ratings.write(many(50, i -> i + ",1,4,100\n").getBytes(UTF_8));
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
    Files.write(temporary.resolve("ratings.csv"), ratings.toByteArray());

    assertThat(badLines())
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
    assertThat(read().remarks().badLines()).isEqualTo(12);
    assertThat(read().ratings().size()).isEqualTo(51);
  }

  @Test
  void lineThatIsNoTextIsNamed() throws IOException {
    write("movies.csv", "1,Heat (1995),Crime\n");
    ByteArrayOutputStream ratings = new ByteArrayOutputStream();
    ratings.write(many(20, i -> i + ",1,4,100\n").getBytes(UTF_8));
    ratings.write(new byte[] {'1', ',', (byte) 0xC3, (byte) 0x28, ',', '4', ',', '1', '\n'});
    ratings.write(("1,1,4," + "1".repeat(20_000) + "\n").getBytes(UTF_8));
    ratings.write(new byte[] {'1', ',', '1', ',', 0, '4', '\n'});
    Files.write(temporary.resolve("ratings.csv"), ratings.toByteArray());

    assertThat(badLines())
        .containsExactly(
            "ratings.csv, line 21: not UTF-8",
            "ratings.csv, line 22: longer than 16384 bytes (20006)",
            "ratings.csv, line 23: a zero byte, which text does not have");
  }

  @Test
  void secondRatingOfATitleIsCountedAndTheLaterKept() {
    write("movies.csv", "1,Heat (1995),Crime\n");
    write("ratings.csv", "7,1,4,200\n7,1,2,300\n7,1,5,100\n");

    assertThat(ratings()).containsExactly("7 rates 1: 4 at 300");
    assertThat(read().remarks().duplicateRatings()).isEqualTo(2);
    assertThat(read().remarks().badLines()).isZero();
  }

  // ------------------------------------------------------------------ folders that are refused

  @Test
  void emptyFolderIsRefused() {
    assertThatThrownBy(this::open)
        .isInstanceOf(DataRefusedException.class)
        .hasMessage("No rating data is known in " + temporary + ". It is empty. " + SUPPORTED);
  }

  @Test
  void folderOfOtherFilesIsRefused() {
    write("ratings.csv", "1,1,4,100\n");
    write("notes.txt", "hello\n");

    assertThatThrownBy(this::open)
        .isInstanceOf(DataRefusedException.class)
        .hasMessage(
            "No rating data is known in "
                + temporary
                + ". It holds notes.txt, ratings.csv. "
                + SUPPORTED);
  }

  @Test
  void folderAboveTheDataIsRefusedWithAHint() throws IOException {
    Path inner = Files.createDirectory(temporary.resolve("ml-100k"));
    Files.writeString(inner.resolve("u.data"), "1\t5\t3\t881250949\n");
    Files.writeString(inner.resolve("u.item"), "5|Heat (1995)\n");

    assertThatThrownBy(this::open)
        .hasMessage(
            "No rating data is known in "
                + temporary
                + ". It holds ml-100k/. ml-100k looks like MovieLens 100K: name it instead. "
                + SUPPORTED);
  }

  @Test
  void missingFolderIsRefused() {
    Path nowhere = temporary.resolve("nowhere");

    assertThatThrownBy(() -> DataFolder.open(nowhere))
        .isInstanceOf(DataRefusedException.class)
        .hasMessage(nowhere + " does not exist. " + SUPPORTED);
  }

  @Test
  void fileIsRefused() {
    write("ml-100k.zip", "PK");
    Path file = temporary.resolve("ml-100k.zip");

    assertThatThrownBy(() -> DataFolder.open(file))
        .isInstanceOf(DataRefusedException.class)
        .hasMessage(file + " is a file, not a folder. " + SUPPORTED);
  }

  @Test
  void archiveUnderAKnownNameIsRefused() throws IOException {
    write("movies.csv", "1,Heat (1995),Crime\n");
    try (GZIPOutputStream out =
        new GZIPOutputStream(Files.newOutputStream(temporary.resolve("ratings.csv")))) {
      out.write(many(5000, i -> i + ",1,4," + i * 7919 + "\n").getBytes(UTF_8));
    }

    assertThatThrownBy(this::open)
        .isInstanceOf(DataRefusedException.class)
        .hasMessage(
            temporary.resolve("ratings.csv")
                + " is a binary file where text is expected; if it is an archive, unpack it first."
                + " Nothing was imported.");
  }

  @Test
  void emptyFileIsRefused() {
    write("movies.csv", "1,Heat (1995),Crime\n");
    write("ratings.csv", "");

    assertThatThrownBy(this::open)
        .isInstanceOf(DataRefusedException.class)
        .hasMessage(temporary.resolve("ratings.csv") + " is empty. Nothing was imported.");
  }

  @Test
  void headerAloneIsRefused() {
    write("movies.csv", "movieId,title,genres\n1,Heat (1995),Crime\n");
    write("ratings.csv", "userId,movieId,rating,timestamp\n");

    assertThatThrownBy(this::read)
        .isInstanceOf(DataRefusedException.class)
        .hasMessage(temporary + " holds no ratings. Nothing was imported.");
  }

  @Test
  void fileOfAnotherFormIsRefused() {
    write("movies.csv", "1,Heat (1995),Crime\n");
    write("ratings.csv", many(40, i -> i + "::1::4::100\n"));

    assertThatThrownBy(this::read)
        .isInstanceOf(DataRefusedException.class)
        .hasMessage(
            temporary.resolve("ratings.csv")
                + " does not hold what its name says: 40 of its first 40 lines cannot be used"
                + " (line 1: 1 column where 4 are expected). Nothing was imported.");
  }

  @Test
  void fileWithAFifthOfItsFirstThousandLinesBadIsTaken() {
    write("movies.csv", "1,Heat (1995),Crime\n");
    write("ratings.csv", many(1000, i -> i + (i % 5 == 0 ? ",2" : ",1") + ",4,100\n"));

    assertThat(read().ratings().size()).isEqualTo(800);
  }

  @Test
  void fileWithMoreThanAFifthOfItsFirstThousandLinesBadIsRefused() {
    write("movies.csv", "1,Heat (1995),Crime\n");
    write(
        "ratings.csv",
        many(1000, i -> i + (i % 5 == 0 || i == 999 ? ",2" : ",1") + ",4,100\n")
            + many(9000, i -> i + ",1,4,100\n"));

    assertThatThrownBy(this::read)
        .isInstanceOf(DataRefusedException.class)
        .hasMessage(
            temporary.resolve("ratings.csv")
                + " does not hold what its name says: 201 of its first 1000 lines cannot be used"
                + " (line 5: unknown title 2). Nothing was imported.");
  }

  @Test
  void badLinesAfterTheFirstThousandAreOnlyLeftOut() {
    write("movies.csv", "1,Heat (1995),Crime\n");
    write("ratings.csv", many(1000, i -> i + ",1,4,100\n") + many(9000, i -> "?\n"));

    assertThat(read().ratings().size()).isEqualTo(1000);
    assertThat(read().remarks().badLines()).isEqualTo(9000);
  }

  @Test
  void namesOfOtherSourcesAreRefused() throws IOException {
    Path folder = Files.createDirectory(temporary.resolve("sample"));
    Files.writeString(folder.resolve("movies.csv"), "1,Heat (1995),Crime\n");
    Files.writeString(folder.resolve("ratings.csv"), "1,1,4,100\n");

    assertThatThrownBy(() -> DataFolder.open(folder))
        .isInstanceOf(DataRefusedException.class)
        .hasMessage(
            "A data set cannot bear the name \"sample\". Rename the folder " + folder + ".");
    assertThat(DataFolder.open(folder, "mine").source()).isEqualTo("mine");
  }

  // ------------------------------------------------------------------ digest

  @Test
  void digestDependsOnTheFilesThatAreReadAlone() {
    write("movies.csv", "1,Heat (1995),Crime\n");
    write("ratings.csv", "1,1,4,100\n");
    String digest = open().digest();
    write("tags.csv", "userId,movieId,tag,timestamp\n");

    assertThat(open().digest()).isEqualTo(digest);
    write("ratings.csv", "1,1,5,100\n");
    assertThat(open().digest()).isNotEqualTo(digest).matches("[0-9a-f]{64}");
  }

  // ------------------------------------------------------------------ the published files

  @Test
  void movieLensLatestSmallIsReadWhole() {
    Contents contents = published("ml-latest-small");

    assertThat(contents.titles()).hasSize(9125);
    assertThat(contents.viewers()).hasSize(671);
    assertThat(contents.ratings().size()).isEqualTo(100_004);
    assertThat(contents.remarks().badLines()).isZero();
    assertThat(contents.remarks().duplicateRatings()).isZero();
    assertThat(contents.remarks().droppedGenres()).hasToString("{(no genres listed)=18, IMAX=153}");
    assertThat(contents.titles()).filteredOn(title -> title.year() == null).hasSize(4);
  }

  @Test
  void movieTweetingsSnapshotIsReadWhole() {
    Contents contents = published("movietweetings-100k");

    assertThat(contents.titles()).hasSize(10_506);
    assertThat(contents.viewers()).hasSize(16_554);
    assertThat(contents.ratings().size()).isEqualTo(100_000);
    assertThat(contents.remarks().badLines()).isZero();
    assertThat(contents.remarks().droppedGenres())
        .hasToString("{Adult=2, Biography=440, News=17, Short=251}");
  }

  // ------------------------------------------------------------------

  private static Contents published(String name) {
    Optional<Path> shared = Checkout.sharedData();
    assumeTrue(shared.isPresent(), "../shared/data is not beside this checkout");
    return DataFolder.open(shared.orElseThrow().resolve(name)).read();
  }

  private DataFolder open() {
    return DataFolder.open(temporary, "test");
  }

  private Contents read() {
    return open().read();
  }

  private List<String> titles() {
    return read().titles().stream()
        .map(
            title ->
                "%s: %s = %s (%s) %s"
                    .formatted(
                        title.key(),
                        title.title(),
                        title.originalTitle(),
                        title.year(),
                        String.join(",", title.genres())))
        .toList();
  }

  private List<String> ratings() {
    Contents contents = read();
    Ratings ratings = contents.ratings();
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < ratings.size(); i++) {
      lines.add(
          "%s rates %s: %d at %d"
              .formatted(
                  contents.viewers().get(ratings.viewer(i)).key(),
                  contents.titles().get(ratings.title(i)).key(),
                  ratings.halfStars(i),
                  ratings.ratedAtEpochSeconds(i)));
    }
    return lines;
  }

  private List<String> badLines() {
    return read().remarks().firstBadLines().stream().map(BadLine::toString).toList();
  }

  private static String many(int count, java.util.function.IntFunction<String> line) {
    return IntStream.rangeClosed(1, count).mapToObj(line).collect(Collectors.joining());
  }

  private void write(String name, String text) {
    write(name, text, UTF_8);
  }

  private void write(String name, String text, Charset charset) {
    try {
      Files.writeString(temporary.resolve(name), text, charset);
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
  }

  private void addLines(String name, java.util.stream.Stream<String> lines) throws IOException {
    String more = lines.map(line -> line + "\n").collect(Collectors.joining());
    Path file = temporary.resolve(name);
    Files.writeString(file, Files.readString(file) + more);
  }
}
