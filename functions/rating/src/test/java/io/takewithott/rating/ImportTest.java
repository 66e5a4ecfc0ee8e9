package io.takewithott.rating;

import static io.takewithott.rating.RatingScene.MINA;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.core.database.Sql;
import io.takewithott.rating.RatingScene.Answer;
import io.takewithott.testing.TestDatabase;
import io.takewithott.testing.TestEndpoints;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.withSchema();
  @RegisterExtension static final TestEndpoints ENDPOINTS = TestEndpoints.start();

  private final RatingScene scene = new RatingScene(DATABASE, ENDPOINTS);

  @BeforeEach
  void setTheScene() {
    scene.set(0);
    DATABASE.run(
        """
        insert into titles (title_id, title, original_title, english_title, year, source, source_key) values
          (1, '기생충', '기생충', 'Parasite', 2019, 'sample', 'a'),
          (2, '올드보이', '올드보이', 'Oldboy', 2003, 'sample', 'b'),
          (3, 'Oldboy', 'Oldboy', null, 2013, 'sample', 'c'),
          (4, 'The Matrix', 'The Matrix', null, 1999, 'ml-latest-small', '2571'),
          (5, 'Toy Story', 'Toy Story', null, 1995, 'ml-latest-small', '1'),
          (6, 'The Shawshank Redemption', 'The Shawshank Redemption', null, 1994, 'movietweetings-100k', '0111161'),
          (7, 'Amélie', 'Le Fabuleux Destin d''Amélie Poulain', null, 2001, 'sample', 'd');
        """);
  }

  @Test
  void aListInKoreanIsReadAsKoreanWindowsWroteIt() {
    String file = "제목,원제,제작년도,별점,평가일\r\n기생충,기생충,2019,4.5,2024-05-01\r\n올드보이,,2003,\"3,0\",\r\n";

    for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("x-windows-949"))) {
      setTheScene();
      JsonNode report = report(file.getBytes(charset));

      assertThat(report.path("added").asInt()).as(charset.name()).isEqualTo(2);
      assertThat(report.path("scale").asInt()).isEqualTo(5);
      assertThat(ratings()).containsExactly("1 9", "2 6");
    }
    assertThat(row("select rated_at::date::text as text from ratings where title_id = 1"))
        .isEqualTo("2024-05-01");
  }

  @Test
  void anImdbListIsMatchedByItsIdsAndIsOutOfTen() {
    String file =
        "\uFEFFConst,Your Rating,Date Rated,Title,Original Title,URL,Title Type,IMDb Rating,Year\n"
            + "tt0111161,5,2020-01-02,Die Verurteilten,x,https://example,Movie,9.3,1994\n"
            + "tt6751668,4,2020-01-02,Parasite,기생충,https://example,Movie,8.5,2019\n";

    JsonNode report = report(file.getBytes(StandardCharsets.UTF_8));

    assertThat(report.path("scale").asInt()).isEqualTo(10);
    assertThat(report.path("encoding").asText()).isEqualTo("UTF-8");
    assertThat(ratings()).containsExactly("1 4", "6 5");
  }

  @Test
  void aLetterboxdListHasHalfStarsAndLinesWithoutARating() {
    String file =
        "Date,Name,Year,Letterboxd URI,Rating\n"
            + "2021-03-04,\"Amélie\",2001,https://boxd.it/1,3.5\n"
            + "2021-03-04,Oldboy,2003,https://boxd.it/2,\n"
            + "2021-03-05,Oldboy,2013,https://boxd.it/3,0.5\n";

    JsonNode report = report(file.getBytes(StandardCharsets.UTF_8));

    assertThat(report.path("withoutRating").asInt()).isEqualTo(1);
    assertThat(ratings()).containsExactly("3 1", "7 7");
  }

  @Test
  void movieLensHasYearsInTitlesAndArticlesLast() {
    String titles = "title;rating\n\"Matrix, The (1999)\";4\nToy Story (1995);5\n";
    assertThat(report(titles.getBytes(StandardCharsets.UTF_8)).path("matched").asInt())
        .isEqualTo(2);
    String ids = "userId,movieId,rating,timestamp\n7,2571,3.0,964982703\n7,1,2.0,964982703\n";
    JsonNode report =
        succeeded(scene.upload("/me/ratings/imports?existing=replace", bytes(ids), MINA));

    assertThat(report.path("changed").asInt()).isEqualTo(2);
    assertThat(ratings()).containsExactly("4 6", "5 4");
  }

  @Test
  void whatIsNotClearIsReportedAndNotGuessed() {
    String file =
        "Title,Rating,Year\n"
            + "Oldboy,4,\n"
            + "Oldboy,4,2014\n"
            + "Nobody Knows It,3,2001\n"
            + "Parasite,great,2019\n"
            + ",4,2019\n"
            + "기생충,0,2019\n"
            + "기생충,4,2019\n"
            + "기생충,2,2019\n";

    JsonNode report = report(bytes(file));

    assertThat(report.path("ambiguousLines"))
        .hasToString("[{\"line\":2,\"title\":\"Oldboy\",\"titleIds\":[2,3]}]");
    assertThat(report.path("unknownLines"))
        .hasToString("[{\"line\":4,\"title\":\"Nobody Knows It\",\"year\":2001,\"titleIds\":[]}]");
    assertThat(report.path("invalidLines"))
        .hasToString(
            "[{\"line\":5,\"reason\":\"the rating is no number\"},{\"line\":6,\"reason\":\"no title\"},{\"line\":7,\"reason\":\"a rating of 0\"}]");
    assertThat(report.path("twice").asInt()).isEqualTo(1);
    assertThat(ratings()).containsExactly("1 4", "3 8");
  }

  @Test
  void aWholeImportIsOneChangeAndTheSameFileAgainIsNone() {
    byte[] file = bytes("Title,Rating\n기생충,4\nToy Story,3\nAmélie,5\n");
    int before = ENDPOINTS.queued();

    JsonNode first = report(file);
    JsonNode again = report(file);

    assertThat(first.path("tasteVersion").asInt()).isEqualTo(1);
    assertThat(again.path("tasteVersion").asInt()).isEqualTo(1);
    assertThat(again.path("again").asBoolean()).isTrue();
    assertThat(again.path("added").asInt()).isEqualTo(3);
    assertThat(ENDPOINTS.queued() - before).as("told again, in case it was not").isEqualTo(2);
  }

  @Test
  void whatWasSaidHereStandsUnlessItIsToBeReplaced() {
    scene.call("PUT", "/titles/1/rating", Map.of("stars", 1), MINA);
    byte[] file = bytes("Title,Rating\n기생충,4\n");

    assertThat(report(file).path("kept").asInt()).isEqualTo(1);
    assertThat(ratings()).containsExactly("1 2");
    Answer replaced = scene.upload("/me/ratings/imports?existing=replace", file, MINA);
    assertThat(succeeded(replaced).path("changed").asInt()).isEqualTo(1);
    assertThat(ratings()).containsExactly("1 8");
  }

  @Test
  void linesWithinQuotesAndTitlesWithMarkupAreText() {
    String file = "Title,Rating\n\"기생충\n\",4\n\"<script>alert(1)</script>\"\"\",3\n";

    JsonNode report = report(bytes(file));

    assertThat(report.path("matched").asInt()).isEqualTo(1);
    assertThat(report.path("unknownLines").get(0).path("title").asText())
        .isEqualTo("<script>alert(1)</script>\"");
  }

  @Test
  void tenThousandLinesAreTakenAndMoreAreNot() {
    StringBuilder file = new StringBuilder("Title,Rating,Year\n");
    for (int i = 0; i < 9999; i++) {
      file.append("film number ").append(i).append(",3,2001\n");
    }
    file.append("기생충,4,2019\n");
    int before = DATABASE.calls();

    JsonNode report = report(bytes(file.toString()));

    assertThat(report.path("unknown").asInt()).isEqualTo(9999);
    assertThat(report.path("unknownLines")).hasSize(40);
    assertThat(DATABASE.calls() - before).isEqualTo(7);
    file.append("one more,3,2001\n");
    assertThat(scene.upload("/me/ratings/imports", bytes(file.toString()), MINA).message())
        .isEqualTo("The file has more than 10000 lines: split it");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a,b\n1,2\n",
        "Title\nx\n",
        "Rating\n3\n",
        "Title,Rating\nx,101\n",
        "Title,Rating\n\"x,3\n\u0000",
        "userId,movieId,rating\n1,1,3\n2,1,4\n",
        "\n\n",
      })
  void whatIsNoListOfRatingsIsRefused(String file) {
    assertThat(scene.upload("/me/ratings/imports", bytes(file), MINA).code())
        .isEqualTo("INVALID_VALUE");
  }

  @Test
  void whatIsNoTextOrTooLargeIsRefused() {
    byte[] picture = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, (byte) 0xFF};

    assertThat(scene.upload("/me/ratings/imports", picture, MINA).code())
        .isEqualTo("INVALID_VALUE");
    assertThat(scene.upload("/me/ratings/imports", new byte[1024 * 1024], MINA).status())
        .isEqualTo(413);
    assertThat(scene.upload("/me/ratings/imports", new byte[0], MINA).status()).isEqualTo(400);
    assertThat(
            scene.upload("/me/ratings/imports?scale=7", bytes("Title,Rating\nx,3\n"), MINA).code())
        .isEqualTo("INVALID_VALUE");
  }

  private JsonNode report(byte[] file) {
    return succeeded(scene.upload("/me/ratings/imports", file, MINA));
  }

  private static JsonNode succeeded(Answer answer) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return answer.body();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  record Row(String text) {}

  private static List<String> ratings() {
    return DATABASE
        .database()
        .read(
            Sql.of(
                "select title_id || ' ' || half_stars as text from ratings where half_stars is not null order by title_id"),
            Row.class)
        .stream()
        .map(Row::text)
        .toList();
  }

  private static String row(String sql) {
    return DATABASE.database().read(Sql.of(sql), Row.class).get(0).text();
  }
}
