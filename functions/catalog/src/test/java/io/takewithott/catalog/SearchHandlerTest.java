package io.takewithott.catalog;

import static io.takewithott.catalog.SearchScene.code;
import static io.takewithott.catalog.SearchScene.get;
import static io.takewithott.testing.Invocations.body;
import static io.takewithott.testing.Invocations.invoke;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.core.Environment;
import io.takewithott.testing.TestDatabase;
import io.takewithott.testing.TestEndpoints;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchHandlerTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.withSchema();
  @RegisterExtension static final TestEndpoints ENDPOINTS = TestEndpoints.start();

  private final CatalogHandler handler =
      new CatalogHandler(Environment.of(SearchScene.environment(DATABASE, ENDPOINTS)));

  @BeforeAll
  static void setTheScene() {
    DATABASE.run(SearchScene.ROWS);
  }

  @ParameterizedTest
  @CsvSource({
    "실미도,       title,  1, NAME,      title,         실미도",
    "실미,         title,  1, NAME,      title,         실미",
    "실 미 도,     title,  1, NAME,      title,         실미도",
    "ㅅㅁㄷ,       title,  1, INITIALS,  title,         실미도",
    "ㅅ미도,       title,  1, INITIALS,  title,         실미도",
    "실ㅁ,         title,  1, NAME,      title,         실미",
    "ㅁㄷ,         title,  1, INITIALS,  title,         미도",
    "tlfaleh,      title,  1, LAYOUT,    title,         실미도",
    "TLFALEH,      title,  1, LAYOUT,    title,         실미도",
    "tlfal,        title,  1, LAYOUT,    title,         실미",
    "ㅑㅜㅊㄷㅔ샤ㅐㅜ, title, 3, LAYOUT,  originalTitle, Inception",
    "silmido,      title,  1, NAME,      englishTitle,  Silmido",
    "shilmido,     title,  1, ROMANISED, title,         실미도",
    "ｓｉｌｍｉｄｏ, title, 1, NAME,     englishTitle,  Silmido",
    "kisaengchung, title,  6, ROMANISED, title,         기생충",
    "gisaengchoong,title,  6, ROMANISED, title,         기생충",
    "sarinui chueok,title, 4, ROMANISED, title,         살인의 추억",
    "실비도,       title,  1, TYPO,      title,         실미도",
    "올드버이,     title,  2, TYPO,      title,         올드보이",
    "incepton,     title,  3, TYPO,      originalTitle, Inception",
    "icneption,    title,  3, TYPO,      originalTitle, Inception",
    "살추,         title,  4, NAME,      alias,         살추",
    "추억,         title,  4, NAME,      title,         추억",
    "of murder,    title,  4, NAME,      englishTitle,  of Murder",
    "설경구,       person, 2, NAME,      name,          설경구",
    "ㅂㅈㅎ,       person, 3, INITIALS,  name,          봉준호",
    "bong joon,    person, 3, NAME,      originalName,  Bong Joon",
    "드라마,       genre,  0, NAME,      genre,         드라마",
    "drama,        genre,  0, NAME,      genre,         Drama",
  })
  void everyWayOfTypingFindsItsThingFirstAndSaysWhy(
      String query, String type, long id, String reason, String field, String shown) {
    JsonNode first = search(query).path("results").path(0);

    assertThat(first.path("type").asText()).isEqualTo(type);
    assertThat(first.path(type).path(type + "Id").asLong()).isEqualTo(id);
    assertThat(first.path("match").path("reason").asText()).isEqualTo(reason);
    assertThat(first.path("match").path("field").asText()).isEqualTo(field);
    assertThat(highlighted(first.path("match"))).isEqualTo(shown);
  }

  @Test
  void aTextInSeparateJamoIsTheSameText() {
    JsonNode first =
        search(Normalizer.normalize("실미도", Normalizer.Form.NFD)).path("results").path(0);

    assertThat(first.path("title").path("titleId").asLong()).isEqualTo(1);
  }

  @Test
  void aLineIsFoundInTheSameBox() {
    JsonNode results = search("날쏘고 가라").path("results");

    assertThat(results.path(0).path("type").asText()).isEqualTo("line");
    assertThat(results.path(0).path("line").path("title").path("title").asText()).isEqualTo("실미도");
  }

  @Test
  void aPersonIsToldApartByTheirFilms() {
    JsonNode person = search("봉준호").path("results").path(0).path("person");

    assertThat(person.path("knownFor")).hasToString("[\"기생충\",\"살인의 추억\"]");
  }

  @Test
  void whatIsGoneFromTheDatabaseIsNotShown() {
    DATABASE.run(
        "insert into titles (title_id, title, original_title, source, source_key)"
            + " values (77, '사라질 영화', '사라질 영화', 'test', '77')");
    CatalogHandler fresh =
        new CatalogHandler(Environment.of(SearchScene.environment(DATABASE, ENDPOINTS)));
    assertThat(body(invoke(fresh, get("search", "q", "사라질"))).path("results")).hasSize(1);

    DATABASE.run("delete from titles where title_id = 77");

    assertThat(body(invoke(fresh, get("search", "q", "사라질"))).path("results")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\u0000",
        "\u202e",
        "%",
        "_",
        "'",
        "\\",
        "' or '1'='1",
        "<script>",
        "\ud83d\ude00",
        "?!…",
        "\u200b\u200d",
        "\ud800"
      })
  void whatIsNoNameFindsNothingAndBreaksNothing(String query) {
    JsonNode answer = invoke(handler, get("search", "q", query));

    assertThat(answer.path("statusCode").asInt()).isEqualTo(200);
    assertThat(body(answer).path("results")).isEmpty();
    assertThat(invoke(handler, get("suggest", "q", query)).path("statusCode").asInt())
        .isEqualTo(200);
  }

  @Test
  void aQueryThatIsTooLongOrMissingIsRefused() {
    JsonNode tooLong = invoke(handler, get("search", "q", "가".repeat(201)));
    JsonNode missing = invoke(handler, get("suggest"));

    assertThat(tooLong.path("statusCode").asInt()).isEqualTo(422);
    assertThat(body(tooLong).path("error").path("message").asText())
        .isEqualTo("Search for at most 200 characters");
    assertThat(missing.path("statusCode").asInt()).isEqualTo(422);
    assertThat(code(body(missing))).isEqualTo("INVALID_VALUE");
  }

  @Test
  void pagesFollowEachOtherWithoutAGapOrARepetition() {
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 45; i++) {
      many.append(
          "insert into titles (title_id, title, original_title, source, source_key) values (%d, '쪽번호 %d', '쪽번호 %d', 'pages', '%d');"
              .formatted(2000 + i, i, i, i));
    }
    DATABASE.run(many.toString());
    CatalogHandler fresh =
        new CatalogHandler(Environment.of(SearchScene.environment(DATABASE, ENDPOINTS)));
    List<Long> seen = new ArrayList<>();

    JsonNode page = body(invoke(fresh, get("search", "q", "쪽번호")));
    page.path("results").forEach(result -> seen.add(result.path("title").path("titleId").asLong()));
    while (page.has("next")) {
      page = body(invoke(fresh, get("search", "q", "쪽번호", "cursor", page.path("next").asText())));
      page.path("results")
          .forEach(result -> seen.add(result.path("title").path("titleId").asLong()));
    }

    assertThat(seen).hasSize(45).doesNotHaveDuplicates();
    DATABASE.run("delete from titles where source = 'pages'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "MTIz", "OTk5OTk5OTk5OTk5", "\u0000"})
  void aCursorThatIsNoneIsRefused(String cursor) {
    JsonNode answer = invoke(handler, get("search", "q", "실미도", "cursor", cursor));

    assertThat(answer.path("statusCode").asInt()).isEqualTo(422);
    assertThat(body(answer).path("error").path("message").asText())
        .isEqualTo("The cursor is not one of this search; leave it out to begin anew");
  }

  @Test
  void aSuggestionAsksTheDatabaseForNothingAndASearchOnce() {
    invoke(handler, get("search", "q", "실미도"));
    int before = DATABASE.calls();

    JsonNode suggested = body(invoke(handler, get("suggest", "q", "tlfal"))).path("suggestions");
    assertThat(DATABASE.calls() - before).isZero();
    assertThat(suggested.path(0))
        .hasToString(
            "{\"type\":\"title\",\"id\":1,\"match\":{\"reason\":\"LAYOUT\",\"field\":\"title\",\"text\":\"실미도\",\"spans\":[{\"start\":0,\"end\":2}]}}");

    invoke(handler, get("search", "q", "ㅅㅁㄷ"));
    assertThat(DATABASE.calls() - before).isEqualTo(1);
  }

  private JsonNode search(String query) {
    return body(invoke(handler, get("search", "q", query)));
  }

  private static String highlighted(JsonNode match) {
    StringBuilder shown = new StringBuilder();
    for (JsonNode span : match.path("spans")) {
      shown.append(
          match.path("text").asText(), span.path("start").asInt(), span.path("end").asInt());
    }
    return shown.toString();
  }
}
