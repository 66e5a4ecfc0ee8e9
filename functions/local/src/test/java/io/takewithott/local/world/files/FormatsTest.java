package io.takewithott.local.world.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.takewithott.local.world.Contents;
import io.takewithott.local.world.Person;
import io.takewithott.local.world.Title;
import io.takewithott.testing.Checkout;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every form of data, on small files written as their publishers write them. */
final class FormatsTest {
  private final WrittenFolder folder;

  FormatsTest(@TempDir Path path) {
    this.folder = new WrittenFolder(path);
  }

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
    folder.write("u.genre", GENRES_100K);
    folder.write("u.item", ITEMS_100K, ISO_8859_1);
    folder.write(
        "u.data",
        """
        196\t1\t3\t881250949
        186\t300\t5\t891717742
        196\t267\t1\t878887116
        """);

    assertThat(folder.open().format()).isEqualTo("MovieLens 100K");
    assertThat(folder.titles())
        .containsExactly(
            "1: Toy Story = Toy Story (1995) animation,family,comedy",
            "267: unknown = unknown (null) ",
            "300: La Cité des enfants perdus = La Cité des enfants perdus (1995) adventure");
    assertThat(folder.ratings())
        .containsExactly(
            "196 rates 1: 6 at 881250949",
            "196 rates 267: 2 at 878887116",
            "186 rates 300: 10 at 891717742");
    assertThat(folder.read().remarks().droppedGenres()).hasToString("{unknown=1}");
  }

  @Test
  void yearOf100kMayComeFromTheDate() {
    folder.write("u.genre", "unknown|0\nAction|1\n");
    folder.write("u.item", "5|Nameless|24-Mar-1997||http://x|0|1\n");
    folder.write("u.data", "1\t5\t3\t881250949\n");

    assertThat(folder.titles()).containsExactly("5: Nameless = Nameless (1997) action");
  }

  @Test
  void aReleaseOf100kIsADayOfTheFilmsOwnYear() {
    folder.write("u.genre", "unknown|0\nAction|1\n");
    folder.write(
        "u.item",
        """
        5|Heat (1995)|15-Dec-1995||http://x|0|1
        6|Only the year (1995)|01-Jan-1995||http://x|0|1
        7|Later in America (1995)|16-Feb-1996||http://x|0|1
        8|No day (1995)|31-Feb-1995||http://x|0|1
        9|Nothing (1995)|||http://x|0|1
        """);
    folder.write("u.data", "1\t5\t3\t881250949\n");

    assertThat(folder.read().titles())
        .extracting(Title::releaseDate)
        .containsExactly(LocalDate.of(1995, 12, 15), null, null, null, null);
  }

  @Test
  void genresOf100kAreKnownWithoutTheirFile() {
    folder.write("u.item", "5|Heat (1995)|||http://x|0|1|0|0|0|0|1|0|0|0|0|0|0|0|0|0|1|0|0\n");
    folder.write("u.data", "1\t5\t3\t881250949\n");

    assertThat(folder.titles()).containsExactly("5: Heat = Heat (1995) action,crime,thriller");
  }

  @Test
  void movieLens1mIsRead() {
    folder.write(
        "movies.dat",
        """
        11::American President, The (1995)::Comedy|Drama|Romance
        29::City of Lost Children, The (Cité des enfants perdus, La) (1995)::Adventure|Sci-Fi
        47::Seven (a.k.a. Se7en) (1995)::Crime|Film-Noir
        """,
        ISO_8859_1);
    folder.write("users.dat", "1::F::1::10::48067\n");
    folder.write("ratings.dat", "1::11::5::978300760\n1::29::1::978302109\n2::47::3::978301968\n");

    assertThat(folder.open().format()).isEqualTo("MovieLens 1M");
    assertThat(folder.titles())
        .containsExactly(
            "11: The American President = The American President (1995) comedy,drama,romance",
            "29: The City of Lost Children = La Cité des enfants perdus (1995) adventure,sf",
            "47: Seven = Seven (1995) crime");
    assertThat(folder.ratings())
        .containsExactly(
            "1 rates 11: 10 at 978300760",
            "1 rates 29: 2 at 978302109",
            "2 rates 47: 6 at 978301968");
  }

  @Test
  void movieLens1mSavedAsUtf8IsReadToo() {
    folder.write("movies.dat", "29::Amélie (2001)::Comedy\n");
    folder.write("ratings.dat", "1::29::4.5::978300760\n");

    assertThat(folder.titles()).containsExactly("29: Amélie = Amélie (2001) comedy");
    assertThat(folder.ratings()).containsExactly("1 rates 29: 9 at 978300760");
  }

  @Test
  void movieTweetingsIsRead() {
    folder.write(
        "movies.dat",
        """
        0002844::Fantômas - À l'ombre de la guillotine (1913)::Crime|Drama
        1853728::Django Unchained (2012)::Drama|Western|Short
        4574334::Stranger Things (2016– )::
        0000001::Colons :: inside (0000)::Sport
        """);
    folder.write("users.dat", "1::397291295\n");
    folder.write(
        "ratings.dat",
        "1::0002844::0::1365029107\n1::1853728::10::1366576639\n2::4574334::3::1377910113\n");

    assertThat(folder.open().format()).isEqualTo("MovieTweetings");
    assertThat(folder.titles())
        .containsExactly(
            "0002844: Fantômas - À l'ombre de la guillotine = Fantômas - À l'ombre de la guillotine"
                + " (1913) crime,drama",
            "1853728: Django Unchained = Django Unchained (2012) drama,western",
            "4574334: Stranger Things = Stranger Things (2016) ",
            "0000001: Colons :: inside = Colons :: inside (null) sports");
    assertThat(folder.ratings())
        .containsExactly(
            "1 rates 0002844: 1 at 1365029107",
            "1 rates 1853728: 10 at 1366576639",
            "2 rates 4574334: 3 at 1377910113");
    assertThat(folder.read().remarks().droppedGenres()).hasToString("{Short=1}");
    assertThat(folder.links())
        .containsExactly(
            "0002844 is imdb tt0002844",
            "1853728 is imdb tt1853728",
            "4574334 is imdb tt4574334",
            "0000001 is imdb tt0000001");
  }

  @Test
  void movieLensSaysWhatItsTitlesAreElsewhere() {
    folder.write(
        "movies.csv", "movieId,title,genres\n1,Toy Story (1995),Comedy\n2,Jumanji (1995),Comedy\n");
    folder.write("ratings.csv", "userId,movieId,rating,timestamp\n1,1,4.0,978300760\n");
    assertThat(folder.links()).isEmpty();

    folder.write(
        "links.csv", "movieId,imdbId,tmdbId\n1,0114709,862\n2,0113497,\n3,0113228,15602\n");
    assertThat(folder.links())
        .containsExactly("1 is imdb tt0114709", "1 is tmdb-film 862", "2 is imdb tt0113497");
  }

  @Test
  void doubleColonsWithShortNumbersAboveFiveAreTweeted() {
    folder.write("movies.dat", "29::Amélie (2001)::Comedy\n");
    folder.write("ratings.dat", "1::29::8::978300760\n");

    assertThat(folder.open().format()).isEqualTo("MovieTweetings");
  }

  @Test
  void oneSlipAboveFiveDoesNotMakeTweets() {
    folder.write("movies.dat", "29::Amélie (2001)::Comedy\n");
    folder.write(
        "ratings.dat",
        WrittenFolder.many(9, i -> i + "::29::4::978300760\n") + "10::29::7::978300760\n");

    assertThat(folder.open().format()).isEqualTo("MovieLens 1M");
    assertThat(folder.badLines())
        .containsExactly("ratings.dat, line 10: \"7\" is not on the scale of 0.5 to 5");
  }

  @Test
  void movieLensCsvIsReadWithMarkQuotesAndCrLf() {
    folder.write(
        "movies.csv",
        "\uFEFFmovieId,title,genres\r\n"
            + "11,\"American President, The (1995)\",Comedy|Drama\r\n"
            + "12,\"\"\"Great Performances\"\" Cats (1998)\",Musical|IMAX\r\n"
            + "13,Rocky VI (1986) ,Comedy\r\n"
            + "14,\"Women of '69, Unboxed\",(no genres listed)\r\n"
            + "15,Fawlty Towers (1975-1979),Comedy\r\n");
    folder.write(
        "ratings.csv", "userId,movieId,rating,timestamp\r\n1,11,0.5,1260759144\r\n1,12,5,0\r\n");

    assertThat(folder.open().format()).isEqualTo("MovieLens csv");
    assertThat(folder.titles())
        .containsExactly(
            "11: The American President = The American President (1995) comedy,drama",
            "12: \"Great Performances\" Cats = \"Great Performances\" Cats (1998) music",
            "13: Rocky VI = Rocky VI (1986) comedy",
            "14: Women of '69, Unboxed = Women of '69, Unboxed (null) ",
            "15: Fawlty Towers = Fawlty Towers (1975) comedy");
    assertThat(folder.ratings())
        .containsExactly("1 rates 11: 1 at 1260759144", "1 rates 12: 10 at 0");
    assertThat(folder.read().remarks().badLines()).isZero();
  }

  @Test
  void columnsAreFoundByTheirNames() {
    folder.write("movies.csv", "genres,movieId,title\nDrama,1,Heat (1995)\n");
    folder.write(
        "ratings.csv",
        "timestamp,rating,movieId,userId,,\n100,3.5,1,7,,\n200,2.5,1,8,,3.450819672\n");

    assertThat(folder.ratings()).containsExactly("7 rates 1: 7 at 100", "8 rates 1: 5 at 200");
  }

  @Test
  void columnsWithoutNamesAreInTheUsualOrder() {
    folder.write("movies.csv", "1,Heat (1995),Crime\n");
    folder.write("ratings.csv", "7,1,3.5,100\n");

    assertThat(folder.ratings()).containsExactly("7 rates 1: 7 at 100");
  }

  @Test
  void kmrdIsReadWithItsDetails() {
    folder.write(
        "movies.txt",
        """
        movie\ttitle\ttitle_eng\tyear\tgrade
        10107\t아웃 오브 아프리카\tOut Of Africa , 1985\t1986\tPG
        13252\t시계태엽 오렌지\tA Clockwork Orange , 1971\t\t청소년 관람불가
        39516\t달콤한 인생\tA Bittersweet Life , 2005\t2005.0\t15세 관람가
        39517\t무제\t\t2001\t전체 관람가
        """);
    folder.write(
        "rates.csv", "user,movie,rate,time\n0,10107,10,1452358200\n0,39516,1,1406125440\n");
    folder.write("genres.csv", "movie,genre\n10107,멜로/로맨스\n10107,드라마\n39516,느와르\n39516,에로\n");
    folder.write("countries.csv", "movie,country\n10107,미국\n39516,한국\n39516,미국\n");
    folder.write("people.txt", "people\tkorean\toriginal\n1898\t이병헌\tByung-hun Lee\n1897\t이범수\t\n");
    folder.write(
        "castings.csv",
        "movie,people,order,leading\n39516,1898,1,1\n39516,1897,2,0\n39516,5,3,0\n");

    assertThat(folder.open().format()).isEqualTo("KMRD");
    assertThat(folder.titles())
        .containsExactly(
            "10107: 아웃 오브 아프리카 = Out Of Africa (1985) romance,drama",
            "13252: 시계태엽 오렌지 = A Clockwork Orange (1971) ",
            "39516: 달콤한 인생 = 달콤한 인생 (2005) crime",
            "39517: 무제 = 무제 (2001) ");
    assertThat(folder.read().titles())
        .extracting(Title::ageRating)
        .containsExactly(null, "19", "15", "all");
    assertThat(folder.read().titles())
        .extracting(Title::englishTitle)
        .containsExactly("Out Of Africa", "A Clockwork Orange", "A Bittersweet Life", null);
    assertThat(folder.read().titles().get(2).countries()).containsExactly("KR", "US");
    assertThat(folder.read().titles().get(2).cast())
        .containsExactly(new Person("이병헌", "Byung-hun Lee"), new Person("이범수", "이범수"));
    assertThat(folder.ratings())
        .containsExactly("0 rates 10107: 10 at 1452358200", "0 rates 39516: 1 at 1406125440");
    assertThat(folder.read().remarks().droppedGenres()).hasToString("{에로=1}");
  }

  @Test
  void quotesInKmrdAreLettersUnlessTheyEncloseAName() {
    folder.write("movies.txt", "1\t\"무제\tUntitled , 2001\t\t\n2\t\"하나, \"\"둘\"\"\"\t\t2002\t\n");
    folder.write("rates.csv", "0,1,7,1494128040\n");

    assertThat(folder.titles())
        .containsExactly("1: \"무제 = Untitled (2001) ", "2: 하나, \"둘\" = 하나, \"둘\" (2002) ");
  }

  @Test
  void kmrdIsReadWithoutItsDetails() {
    folder.write(
        "movies.txt",
        "movie\ttitle\ttitle_eng\tyear\tgrade\n24452\t매트릭스\tThe Matrix , 1999\t2016\t\n");
    folder.write("rates.csv", "user,movie,rate,time\n0,24452,7,1494128040\n");

    assertThat(folder.titles()).containsExactly("24452: 매트릭스 = The Matrix (1999) ");
    assertThat(folder.ratings()).containsExactly("0 rates 24452: 7 at 1494128040");
  }

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

  private static Contents published(String name) {
    Optional<Path> shared = Checkout.sharedData();
    assumeTrue(shared.isPresent(), "../shared/data is not beside this checkout");
    return DataFolder.open(shared.orElseThrow().resolve(name)).read();
  }
}
