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
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineHandlerTest {
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
    "날 쏘고 가라,                       1, 날 쏘고 가라",
    "날쏘고가라,                         1, 날 쏘고 가라",
    "나 를 쏘고 가라,                    1, 날 쏘고 가라",
    "날 소고 가라,                       1, 날 쏘고 가라",
    "음… 그 뭐냐 날 쏘고 가라,           1, 날 쏘고 가라",
    "날 쏘고 가라 라는 대사 나오는 영화, 1, 날 쏘고 가라",
    "비겁한 변명,                        2, 비겁한 변명",
    "비거판 변명임니다,                  2, 비겁한 변명입니다",
    "밥은 멍고 다니냐,                   3, 밥은 먹고 다니냐",
    "너는 개획이 다 있구나,              5, 너는 계획이 다 있구나",
    "아들아 계획이 다 있구나,            5, 아들아계획이 다 있구나",
    "야 사팔팔오 너지,                   7, '야, 4885. 너지?'",
    "4885 너지,                          7, 4885. 너지",
  })
  void aLineIsFoundHoweverItIsSaid(String query, long lineId, String said) {
    JsonNode first = lines(query).path("lines").path(0);

    assertThat(first.path("lineId").asLong()).isEqualTo(lineId);
    assertThat(first.path("confidence").asDouble()).isBetween(0.5, 1.0);
    StringBuilder shown = new StringBuilder();
    first
        .path("spans")
        .forEach(
            span ->
                shown.append(
                    first.path("line").asText(),
                    span.path("start").asInt(),
                    span.path("end").asInt()));
    assertThat(shown).hasToString(said);
  }

  @Test
  void theAnswerSaysWhoSaysItInWhichFilm() {
    JsonNode first = lines("날 쏘고 가라").path("lines").path(0);

    assertThat(first.path("speaker").asText()).isEqualTo("최재현");
    assertThat(first.path("title").path("titleId").asLong()).isEqualTo(1);
    assertThat(first.path("title").path("title").asText()).isEqualTo("실미도");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "오늘 점심 뭐 먹을까",
        "what time is it",
        "택배 문 앞에 놓아 주세요",
        "ㅋㅋㅋㅋㅋㅋ",
        "12345678901234567890"
      })
  void whereNothingIsCloseItSaysSo(String query) {
    assertThat(lines(query).path("lines")).isEmpty();
    assertThat(lines(query).path("nothing").asText()).isEqualTo("NOTHING_CLOSE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "야", "?!", "\u0000", "\u202e\u200b", "<>"})
  void tooLittleToGoByIsSaidToo(String query) {
    assertThat(lines(query).path("nothing").asText()).isEqualTo("TOO_SHORT");
  }

  @Test
  void aLineWithMarkupIsTextAndItsSpansStayWithinIt() {
    JsonNode first = lines("ditto b amp").path("lines").path(0);

    assertThat(first.path("line").asText()).isEqualTo("Ditto <b>\"&amp;");
    first
        .path("spans")
        .forEach(span -> assertThat(span.path("end").asInt()).isLessThanOrEqualTo(15));
  }

  @Test
  void whatIsRefusedSaysWhy() {
    JsonNode tooLong = invoke(handler, get("lines", "q", "가".repeat(301)));
    JsonNode odd = invoke(handler, get("lines", "q", "날 쏘고 가라", "spoken", "maybe"));

    assertThat(tooLong.path("statusCode").asInt()).isEqualTo(422);
    assertThat(code(body(tooLong))).isEqualTo("INVALID_VALUE");
    assertThat(body(odd).path("error").path("message").asText())
        .isEqualTo("spoken is true or false");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "가", "음 ", " . ", "1", "그 뭐냐 ", "라는 ", "((((", "대사 ", "ㅏ", "영화 나오는 ", "12,345,", "ab"
      })
  void noQueryTakesLong(String unit) {
    String query = unit.repeat(300 / unit.length());
    long start = System.nanoTime();

    assertThat(invoke(handler, get("lines", "q", query)).path("statusCode").asInt()).isEqualTo(200);

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
  }

  @Test
  void aLineSearchAsksTheDatabaseOnceAndForNothingNotAtAll() {
    lines("날 쏘고 가라");
    int before = DATABASE.calls();

    lines("밥은 먹고 다니냐");
    assertThat(DATABASE.calls() - before).isEqualTo(1);

    lines("오늘 점심 뭐 먹을까");
    assertThat(DATABASE.calls() - before).isEqualTo(1);
  }

  private JsonNode lines(String query) {
    return body(invoke(handler, get("lines", "q", query, "spoken", "true")));
  }
}
