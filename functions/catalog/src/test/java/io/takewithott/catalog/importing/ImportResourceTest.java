package io.takewithott.catalog.importing;

import static io.takewithott.testing.Invocations.body;
import static io.takewithott.testing.Invocations.invoke;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.takewithott.catalog.CatalogHandler;
import io.takewithott.catalog.CatalogScene;
import io.takewithott.core.Environment;
import io.takewithott.testing.EventFiles;
import io.takewithott.testing.TestDatabase;
import io.takewithott.testing.TestEndpoints;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An administrator starts the import and sees what it did. */
class ImportResourceTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.withSchema();
  @RegisterExtension static final TestEndpoints ENDPOINTS = TestEndpoints.start();

  private final CatalogHandler handler = new CatalogHandler(Environment.of(environment()));

  private static Map<String, String> environment() {
    Map<String, String> environment = CatalogScene.environment(DATABASE, ENDPOINTS);
    environment.put("TWO_TMDB_QUEUE_URL", ENDPOINTS.queueUrl());
    return environment;
  }

  @BeforeEach
  void setTheScene() {
    DATABASE.run(
        """
        delete from tmdb_runs; delete from users;
        insert into users (user_id, nickname) values (1000001, '관리자');
        """);
  }

  @Test
  void aRunIsOpenedOnceAndTheFunctionIsTold() {
    int told = ENDPOINTS.queued();
    int calls = DATABASE.calls();
    JsonNode started = start("{\"mode\":\"full\",\"dry\":true}");
    assertThat(DATABASE.calls() - calls).isEqualTo(1);
    assertThat(started.path("statusCode").asInt()).isEqualTo(202);
    assertThat(ENDPOINTS.queued() - told).isEqualTo(1);

    JsonNode again = start("{}");
    assertThat(again.path("statusCode").asInt()).isEqualTo(409);
    assertThat(body(again).path("error").path("message").asText())
        .isEqualTo("A run of the import is open already");

    JsonNode runs = body(get("/admin/imports", Map.of())).path("runs");
    assertThat(runs).hasSize(1);
    assertThat(runs.path(0).path("mode").asText()).isEqualTo("full");
    assertThat(runs.path(0).path("dry").asBoolean()).isTrue();
    assertThat(runs.path(0).path("state").asText()).isEqualTo("asked");
  }

  @Test
  void aReportTellsOfItsTitlesPageByPage() {
    DATABASE.run(
        """
        insert into tmdb_runs (run_id, mode, dry, state, asked_at, finished_at, changed)
        overriding system value values (900, 'full', false, 'done', now(), now(), 1);
        insert into tmdb_run_titles (run_id, kind, tmdb_id, state, title, fields)
        select 900, 'film', n, 'added', repeat('영', 300), repeat('field,', 30) from generate_series(1, 150) n;
        insert into tmdb_run_titles (run_id, kind, tmdb_id, state, title, fields)
        values (900, 'series', 3, 'changed', '드라마', 'title,year');
        """);

    JsonNode first = body(get("/admin/imports/900", Map.of()));
    assertThat(first.path("run").path("titles")).hasSize(80);
    assertThat(first.path("next").asText()).isEqualTo("film-80");
    JsonNode second = body(get("/admin/imports/900", Map.of("after", "film-80")));
    assertThat(second.path("run").path("titles")).hasSize(71);
    assertThat(second.has("next")).isFalse();
    JsonNode changed =
        body(get("/admin/imports/900", Map.of("state", "changed"))).path("run").path("titles");
    assertThat(changed).hasSize(1);
    assertThat(changed.path(0).path("fields").asText()).isEqualTo("title,year");
  }

  @ParameterizedTest
  @CsvSource({"state, waiting", "after, film", "after, film-x", "after, book-1"})
  void whatCannotBeAskedForIsRefused(String name, String value) {
    assertThat(get("/admin/imports/1", Map.of(name, value)).path("statusCode").asInt())
        .isEqualTo(422);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/admin/imports/4711", "/admin/imports/0", "/admin/imports/x"})
  void whatIsNotThereIsNotFound(String path) {
    assertThat(get(path, Map.of()).path("statusCode").asInt()).isEqualTo(404);
  }

  @Test
  void anotherModeIsRefusedAndAMemberMayNotStart() {
    assertThat(start("{\"mode\":\"comparison\"}").path("statusCode").asInt()).isEqualTo(422);
    ObjectNode asMember = EventFiles.read("catalog/start-import-as-member");
    assertThat(invoke(handler, asMember).path("statusCode").asInt()).isEqualTo(403);
  }

  @Test
  void whoTheFactsAreOwedToIsSaid() {
    JsonNode answer = body(invoke(handler, EventFiles.read("catalog/attributions")));
    assertThat(answer.path("attributions").path(0).path("englishNotice").asText())
        .isEqualTo("This product uses the TMDB API but is not endorsed or certified by TMDB.");
  }

  private JsonNode start(String json) {
    return invoke(handler, event("POST", "/admin/imports", Map.of(), json));
  }

  private JsonNode get(String path, Map<String, String> query) {
    return invoke(handler, event("GET", path, query, null));
  }

  private static ObjectNode event(
      String method, String path, Map<String, String> query, @Nullable String json) {
    ObjectNode event = EventFiles.read("catalog/start-import-as-member");
    event.withObject("/requestContext/authorizer/lambda").put("role", "admin");
    event.put("rawPath", path);
    event.withObject("/requestContext/http").put("method", method).put("path", path);
    StringBuilder raw = new StringBuilder();
    query.forEach((name, value) -> raw.append(name).append('=').append(value));
    event.put("rawQueryString", raw.toString());
    query.forEach((name, value) -> event.withObject("/queryStringParameters").put(name, value));
    if (json == null) {
      event.remove("body");
    } else {
      event.put("body", json);
    }
    return event;
  }
}
