package io.takewithott.catalog;

import static io.takewithott.testing.Invocations.invoke;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.takewithott.cloud.tmdb.TmdbGenerator;
import io.takewithott.cloud.tmdb.TmdbStandIn;
import io.takewithott.core.ConfigurationException;
import io.takewithott.core.Environment;
import io.takewithott.core.database.Sql;
import io.takewithott.core.json.Json;
import io.takewithott.core.lambda.SyntheticContext;
import io.takewithott.testing.EventFiles;
import io.takewithott.testing.TestDatabase;
import io.takewithott.testing.TestEndpoints;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The function as it is invoked, by the real clock. */
class TmdbImportHandlerTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.withSchema();
  @RegisterExtension static final TestEndpoints ENDPOINTS = TestEndpoints.start();

  private static final int MILLIS = 60_000;
  private static final Server SERVER = new Server();
  private static final ServerConnector CONNECTOR = new ServerConnector(SERVER);

  @BeforeAll
  static void standIn() throws Exception {
    CONNECTOR.setHost("127.0.0.1");
    SERVER.addConnector(CONNECTOR);
    SERVER.setHandler(
        new TmdbStandIn(
            TmdbGenerator.titles(1, 30, LocalDate.of(2020, 1, 1)), InstantSource.system()));
    SERVER.start();
  }

  @AfterAll
  static void stop() throws Exception {
    SERVER.stop();
  }

  @BeforeEach
  void emptyTheCatalogue() {
    DATABASE.run("delete from titles; delete from tmdb_runs; delete from tmdb_titles;");
  }

  @Test
  void withoutATokenItSaysSoAndDoesNothing() {
    TmdbImportHandler handler = handler("empty", "{}");
    for (String event : new String[] {"nightly", "full-dry", "continue"}) {
      JsonNode answer = invoke(handler, EventFiles.read("tmdb-import/" + event));
      assertThat(answer).hasToString("{\"state\":\"OFF\",\"pages\":0,\"titles\":0}");
    }
    assertThat(titles()).isZero();
  }

  @Test
  void aNightlyRunImportsAndContinuingFindsNothingToDo() throws IOException {
    TmdbImportHandler handler = handler("tmdb", TmdbStandIn.credentials());

    JsonNode answer = withTime(handler, EventFiles.read("tmdb-import/nightly"));

    assertThat(answer.path("state").asText()).isEqualTo("DONE");
    assertThat(titles()).isBetween(25L, 30L);
    assertThat(withTime(handler, EventFiles.read("tmdb-import/continue")).path("state").asText())
        .isEqualTo("IDLE");
  }

  @Test
  void whatIsNoRunIsRefused() {
    TmdbImportHandler handler = handler("other", "{}");
    ObjectNode event = EventFiles.read("tmdb-import/nightly").put("run", "everything");
    assertThatThrownBy(() -> invoke(handler, event))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("run is one of [due, full, continue]");
  }

  @Test
  void settingsAreCheckedBeforeAnythingIsDone() {
    Map<String, String> environment = environment("checked", "{}");
    environment.put("TWO_TMDB_PAGES_KOREAN_FILMS", "501");
    environment.put("TWO_TMDB_CALLS_A_SECOND", "many");
    assertThatThrownBy(() -> new TmdbImportHandler(Environment.of(environment)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("TWO_TMDB_CALLS_A_SECOND must be a whole number from 1 to 40")
        .hasMessageContaining("TWO_TMDB_PAGES_KOREAN_FILMS must be a whole number from 0 to 500");
  }

  private static long titles() {
    return DATABASE
        .database()
        .readOne(Sql.of("select count(*) as count from titles"), Count.class)
        .orElseThrow()
        .count();
  }

  private static TmdbImportHandler handler(String secret, String text) {
    return new TmdbImportHandler(Environment.of(environment(secret, text)));
  }

  private static Map<String, String> environment(String secret, String text) {
    Map<String, String> environment = new HashMap<>(ENDPOINTS.environment());
    environment.putAll(DATABASE.environment());
    environment.put("TWO_BUCKET", TestEndpoints.BUCKET);
    environment.put("TWO_TMDB_SECRET", ENDPOINTS.secret(secret, text));
    environment.put("TWO_TMDB_ENDPOINT", "http://127.0.0.1:" + CONNECTOR.getLocalPort());
    return environment;
  }

  private static JsonNode withTime(TmdbImportHandler handler, JsonNode event) throws IOException {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    handler.handleRequest(
        new ByteArrayInputStream(Json.bytes(event)), output, new SyntheticContext("test", MILLIS));
    return Json.tree(output.toByteArray());
  }

  record Count(long count) {}
}
