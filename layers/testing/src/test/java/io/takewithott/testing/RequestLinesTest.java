package io.takewithott.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.takewithott.core.database.Database;
import io.takewithott.core.database.Sql;
import io.takewithott.core.http.HttpFunction;
import io.takewithott.core.http.Response;
import io.takewithott.core.http.Routes;
import io.takewithott.core.json.Json;
import io.takewithott.core.lambda.Budget;
import io.takewithott.core.lambda.SyntheticContext;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a request leaves behind: lines of its numbers, and its trace in the database. */
class RequestLinesTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.empty();

  private static final String REQUEST_ID = "0af76519-16cd-43dd-8448-eb211c80319c";
  private static final Context CONTEXT =
      new SyntheticContext(
          "ThingsFunction",
          REQUEST_ID,
          "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1",
          20_000);
  private static final String TRACEPARENT =
      "00-5759e988bd862e3fe1be46a994272793-53995c3f42cd8ad8-01";

  private final Budget budget = new Budget(Clock.systemUTC(), Duration.ofSeconds(20));
  private final Database database = DATABASE.database(budget);
  private final HttpFunction function =
      new ThingsHandler(
          new HttpFunction.HttpWiring(
              Routes.builder()
                  .get("/statement", request -> Response.ok(statement()))
                  .get("/twice", request -> Response.ok(List.of(statement(), statement())))
                  .get(
                      "/defect",
                      request -> {
                        throw new IllegalStateException("the secret is 42");
                      })
                  .build(),
              budget,
              () -> {},
              () -> {}));

  private static final class ThingsHandler extends HttpFunction {
    ThingsHandler(HttpWiring wiring) {
      super(wiring);
    }
  }

  @Test
  void aRequestLeavesOneLineOfItsNumbers() {
    List<JsonNode> lines = lines("/twice", "/defect", "/nothing");

    assertThat(lines.stream().map(line -> line.path("message").asText()))
        .containsExactly(
            "an instance serves its first event",
            "request served",
            "the request met a defect",
            "request served",
            "request served");
    assertThat(numbers(lines.get(1))).isEqualTo("Things /twice 200: calls 2, errors 0 and 0");
    assertThat(numbers(lines.get(3))).isEqualTo("Things /defect 500: calls 0, errors 0 and 1");
    assertThat(numbers(lines.get(4))).isEqualTo("Things none 404: calls 0, errors 1 and 0");
    assertThat(lines.get(1).path("RequestMillis").isNumber()).isTrue();
  }

  @Test
  void theFirstLinesOfAnInstanceSayHowItStarted() {
    List<JsonNode> lines = lines("/defect", "/defect");

    assertThat(lines.get(0).path("InstanceStarts").asInt()).isEqualTo(1);
    assertThat(lines.stream().map(line -> line.path("start").asText("")))
        .containsExactly("cold", "cold", "cold", "", "");
  }

  @Test
  void aLineNamesTheGatewaysRequestAndLambdasAndTheirTrace() {
    JsonNode served = lines("/twice").get(1);

    assertThat(served.path("requestId").asText()).isEqualTo("JKJaXmPLvHcESHA=");
    assertThat(served.path("invocationId").asText()).isEqualTo(REQUEST_ID);
    assertThat(served.path("traceparent").asText()).isEqualTo(TRACEPARENT);
  }

  @Test
  void theDatabaseSeesTheTraceOfWhoAsks() {
    JsonNode answer = Invocations.invoke(function, event("/statement"), CONTEXT);

    assertThat(Invocations.body(answer).path("query").asText())
        .endsWith(" /*traceparent='" + TRACEPARENT + "'*/");
  }

  private List<JsonNode> lines(String... paths) {
    List<JsonNode> lines = new ArrayList<>();
    try (LogLines ignored = LogLines.capture(lines::add)) {
      for (String path : paths) {
        Invocations.invoke(function, event(path), CONTEXT);
      }
    }
    return lines;
  }

  /** What the session itself runs at the moment. */
  private Statement statement() {
    return database
        .readOne(
            Sql.of("select query from pg_stat_activity where pid = pg_backend_pid()"),
            Statement.class)
        .orElseThrow();
  }

  record Statement(String query) {}

  private static String numbers(JsonNode line) {
    return "%s %s %d: calls %d, errors %d and %d"
        .formatted(
            line.path("Service").asText(),
            line.path("route").asText(),
            line.path("status").asInt(),
            line.path("DatabaseCalls").asInt(-1),
            line.path("ClientErrors").asInt(-1),
            line.path("ServerErrors").asInt(-1));
  }

  private static ObjectNode event(String path) {
    ObjectNode event = Json.mapper().createObjectNode();
    event.put("version", "2.0").put("rawPath", path).put("rawQueryString", "");
    event.set("headers", Json.mapper().valueToTree(Map.of("host", "localhost")));
    ObjectNode context = event.putObject("requestContext");
    context.put("requestId", "JKJaXmPLvHcESHA=").put("stage", "$default");
    context.putObject("http").put("method", "GET").put("path", path).put("sourceIp", "127.0.0.1");
    return event.put("isBase64Encoded", false);
  }
}
