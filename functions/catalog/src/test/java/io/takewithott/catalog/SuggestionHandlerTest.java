package io.takewithott.catalog;

import static io.takewithott.catalog.SearchScene.ADMIN;
import static io.takewithott.catalog.SearchScene.MEMBER;
import static io.takewithott.catalog.SearchScene.as;
import static io.takewithott.catalog.SearchScene.code;
import static io.takewithott.testing.Invocations.body;
import static io.takewithott.testing.Invocations.invoke;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.takewithott.core.Environment;
import io.takewithott.core.database.Sql;
import io.takewithott.core.json.Json;
import io.takewithott.testing.EventFiles;
import io.takewithott.testing.TestDatabase;
import io.takewithott.testing.TestEndpoints;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuggestionHandlerTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.withSchema();
  @RegisterExtension static final TestEndpoints ENDPOINTS = TestEndpoints.start();

  private final CatalogHandler handler = handler();

  @BeforeAll
  static void setTheScene() {
    DATABASE.run(SearchScene.ROWS);
  }

  @BeforeEach
  void nothingIsSuggested() {
    DATABASE.run(
        "delete from line_suggestions; delete from daily_uses; delete from famous_lines where suggested;");
  }

  @Test
  void aSuggestedLineWaitsAndIsFoundOnceAccepted() {
    JsonNode suggested = suggest(1, "우린 살아서 돌아간다", "강인찬");
    assertThat(suggested.path("statusCode").asInt()).isEqualTo(202);
    long id = body(suggested).path("suggestionId").asLong();
    assertThat(found("우린 살아서 돌아간다")).isFalse();

    JsonNode waiting = list("waiting");
    assertThat(waiting.path("suggestions")).hasSize(1);
    assertThat(waiting.path("suggestions").path(0).path("title").asText()).isEqualTo("실미도");
    assertThat(waiting.path("suggestions").path(0).path("userId").asLong()).isEqualTo(MEMBER);

    JsonNode accepted = decide(id, "acceptance", null);
    assertThat(accepted.path("statusCode").asInt()).isEqualTo(200);
    assertThat(found("우린 살아서 돌아간다")).isTrue();
    assertThat(list("waiting").path("suggestions")).isEmpty();
  }

  @Test
  void whoDecidedAndWhenIsKept() {
    long id = body(suggest(1, "첫째 줄입니다", null)).path("suggestionId").asLong();
    long other = body(suggest(1, "둘째 줄입니다", null)).path("suggestionId").asLong();

    decide(id, "acceptance", Map.of("line", "첫째 줄입니다.", "speaker", "조 중사"));
    decide(other, "refusal", Map.of("reason", "NOT_SAID"));

    JsonNode accepted = list("accepted").path("suggestions").path(0);
    JsonNode refused = list("refused").path("suggestions").path(0);
    assertThat(accepted.path("decidedBy").asLong()).isEqualTo(ADMIN);
    assertThat(accepted.path("decidedMillis").asLong()).isPositive();
    assertThat(accepted.path("lineId").asLong()).isPositive();
    assertThat(refused.path("decidedBy").asLong()).isEqualTo(ADMIN);
    assertThat(refused.path("refusal").asText()).isEqualTo("NOT_SAID");
    assertThat(
            DATABASE
                .database()
                .readOne(
                    Sql.of("select line, speaker from famous_lines where suggested"), Added.class))
        .contains(new Added("첫째 줄입니다.", "조 중사"));
  }

  @Test
  void aDecisionIsMadeOnce() {
    long id = body(suggest(1, "한 번만 정합니다", null)).path("suggestionId").asLong();
    decide(id, "refusal", Map.of("reason", "OTHER"));

    JsonNode again = decide(id, "acceptance", null);

    assertThat(again.path("statusCode").asInt()).isEqualTo(409);
    assertThat(body(again).path("error").path("message").asText())
        .isEqualTo("This suggestion was decided before: it is refused");
    assertThat(decide(999, "acceptance", null).path("statusCode").asInt()).isEqualTo(404);
    assertThat(decide(id, "refusal", Map.of("reason", "BORING")).path("statusCode").asInt())
        .isEqualTo(422);
  }

  @Test
  void twoAdministratorsAtOnceMakeOneDecision() throws Exception {
    long id = body(suggest(1, "동시에 정합니다", null)).path("suggestionId").asLong();
    Callable<Integer> decision =
        () -> {
          ObjectNode event = as(EventFiles.read("catalog/accept-line-as-member"), ADMIN);
          event.put("rawPath", "/admin/line-suggestions/" + id + "/acceptance");
          return invoke(handler(), event).path("statusCode").asInt();
        };
    ExecutorService two = Executors.newFixedThreadPool(2);
    List<Future<Integer>> answers = two.invokeAll(List.of(decision, decision));
    two.shutdown();

    assertThat(List.of(answers.get(0).get(), answers.get(1).get()))
        .containsExactlyInAnyOrder(200, 409);
  }

  @ParameterizedTest
  @ValueSource(strings = {"날 쏘고 가라", "날쏘고가라!!", "  날   쏘고 가라 ", "「날 쏘고 가라」"})
  void aLineThatIsKnownIsRefused(String line) {
    JsonNode answer = suggest(1, line, null);

    assertThat(answer.path("statusCode").asInt()).isEqualTo(409);
    assertThat(body(answer).path("error").path("message").asText())
        .isEqualTo("This line is known already");
  }

  @Test
  void whatWaitsIsNotSuggestedAgain() {
    suggest(1, "나는 기다린다", null);

    assertThat(suggest(1, "나는 기다린다...", null).path("statusCode").asInt()).isEqualTo(409);
    assertThat(suggest(2, "나는 기다린다", null).path("statusCode").asInt())
        .as("of another film")
        .isEqualTo(202);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "!",
        "가",
        "가\u0000나다",
        "가\u202e나다",
        "가\u200b나다",
        "두 줄\n입니다",
        "가\ue000나",
        "a\u0007bc"
      })
  void aLineThatCannotBeReadIsRefused(String line) {
    JsonNode answer = suggest(1, line, null);

    assertThat(answer.path("statusCode").asInt()).isEqualTo(422);
    assertThat(body(answer).path("error").path("details").path("field").asText()).isEqualTo("line");
  }

  @Test
  void whatIsTooLongIsRefused() {
    assertThat(suggest(1, "가".repeat(301), null).path("statusCode").asInt()).isEqualTo(422);
    assertThat(suggest(1, "가나다", "가".repeat(61)).path("statusCode").asInt()).isEqualTo(422);
    assertThat(code(body(suggest(1, "가".repeat(400_000), null)))).isEqualTo("BODY_TOO_LARGE");
  }

  @Test
  void markupIsTextThatComesBackAsItWas() {
    String line = "<script>alert('1')</script> & '; drop table titles; --";
    long id = body(suggest(1, line, "<b>")).path("suggestionId").asLong();

    JsonNode waiting = list("waiting").path("suggestions").path(0);

    assertThat(waiting.path("line").asText()).isEqualTo(line);
    assertThat(waiting.path("speaker").asText()).isEqualTo("<b>");
    assertThat(waiting.path("suggestionId").asLong()).isEqualTo(id);
  }

  @Test
  void thereIsALimitADay() {
    for (int i = 0; i < 20; i++) {
      assertThat(suggest(1, "하루에 스무 번 " + i, null).path("statusCode").asInt()).isEqualTo(202);
    }

    JsonNode answer = suggest(1, "하루에 스물한 번째", null);

    assertThat(answer.path("statusCode").asInt()).isEqualTo(429);
    assertThat(answer.path("headers").path("retry-after").asInt()).isBetween(1, 86_400);
    assertThat(body(answer).path("error").path("message").asText())
        .isEqualTo("This is possible 20 times a day; try again tomorrow");
  }

  @Test
  void onlyMembersSuggestAndOnlyAdministratorsDecide() {
    ObjectNode visitor = EventFiles.read("catalog/suggest-line");
    visitor.withObject("/requestContext").remove("authorizer");
    assertThat(invoke(handler, visitor).path("statusCode").asInt()).isEqualTo(401);
    for (String event :
        List.of("line-suggestions-as-member", "accept-line-as-member", "refuse-line-as-member")) {
      assertThat(
              invoke(handler, as(EventFiles.read("catalog/" + event), MEMBER))
                  .path("statusCode")
                  .asInt())
          .isEqualTo(403);
    }
  }

  @Test
  void anAdministratorWhoseLogInHasEndedDecidesNothing() {
    long id = body(suggest(1, "로그인이 끝났다", null)).path("suggestionId").asLong();
    DATABASE.run("update sessions set ended_at = now(), end_reason = 'LOGGED_OUT'");
    try {
      assertThat(decide(id, "acceptance", null).path("statusCode").asInt()).isEqualTo(401);
      ObjectNode event = as(EventFiles.read("catalog/line-suggestions-as-member"), ADMIN);
      assertThat(invoke(handler, event).path("statusCode").asInt()).isEqualTo(401);
    } finally {
      DATABASE.run("update sessions set ended_at = null, end_reason = null");
    }
    assertThat(list("waiting").path("suggestions")).hasSize(1);
  }

  @Test
  void aTitleThatIsNotThereHasNoLines() {
    assertThat(suggest(999, "아무 말이나", null).path("statusCode").asInt()).isEqualTo(404);
  }

  @Test
  void aSuggestionIsTwoDatabaseCallsAndADecisionOne() {
    int before = DATABASE.calls();
    long id = body(suggest(1, "몇 번 물어볼까", null)).path("suggestionId").asLong();
    assertThat(DATABASE.calls() - before).isEqualTo(2);

    decide(id, "acceptance", null);
    assertThat(DATABASE.calls() - before).isEqualTo(3);

    list("waiting");
    assertThat(DATABASE.calls() - before).isEqualTo(4);
  }

  private JsonNode suggest(long titleId, String line, @Nullable String speaker) {
    ObjectNode event = as(EventFiles.read("catalog/suggest-line"), MEMBER);
    ObjectNode body = Json.mapper().createObjectNode().put("line", line).put("speaker", speaker);
    event.put("rawPath", "/titles/" + titleId + "/lines");
    event.put("body", Json.text(body));
    return invoke(handler, event);
  }

  private JsonNode decide(long id, String what, @Nullable Object request) {
    ObjectNode event = as(EventFiles.read("catalog/refuse-line-as-member"), ADMIN);
    event.put("rawPath", "/admin/line-suggestions/" + id + "/" + what);
    if (request == null) {
      event.remove("body");
    } else {
      event.put("body", Json.text(request));
    }
    return invoke(handler, event);
  }

  private JsonNode list(String state) {
    ObjectNode event = as(EventFiles.read("catalog/line-suggestions-as-member"), ADMIN);
    event.put("rawQueryString", "state=" + state);
    event.withObject("/queryStringParameters").put("state", state);
    return body(invoke(handler, event));
  }

  private static boolean found(String line) {
    return !body(invoke(handler(), SearchScene.get("lines", "q", line))).path("lines").isEmpty();
  }

  private static CatalogHandler handler() {
    return new CatalogHandler(Environment.of(SearchScene.environment(DATABASE, ENDPOINTS)));
  }

  record Added(String line, String speaker) {}
}
