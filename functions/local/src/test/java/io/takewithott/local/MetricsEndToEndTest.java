package io.takewithott.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.cloud.ses.SesError;
import io.takewithott.cloud.tmdb.TmdbStandIn;
import io.takewithott.core.database.Sql;
import io.takewithott.core.json.Json;
import io.takewithott.core.metrics.Dimension;
import io.takewithott.core.metrics.Metric;
import io.takewithott.local.RunningWorld.Member;
import io.takewithott.testing.LogLines;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** Everything that is measured, by the functions that measure it, and one request's whole way. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MetricsEndToEndTest {
  private static final long PATIENCE_MILLIS = 30_000;
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final List<JsonNode> lines = new CopyOnWriteArrayList<>();
  private RunningWorld world;
  private LogLines log;
  private Member member;

  @BeforeAll
  void start() throws Exception {
    log = LogLines.capture(lines::add);
    world = RunningWorld.start(false);
    member = world.join("metrics");
  }

  @AfterAll
  void stop() {
    world.close();
    log.close();
  }

  @Test
  @Order(1)
  void aChangedTasteIsMeasuredUntilItsRankingAndTheRankingWhenItIsServed() throws Exception {
    long title = one("select min(title_id) as value from titles");
    world.call("PUT", "/titles/" + title + "/rating", Map.of("stars", 4.5), member.token());
    world.currentHome(member);
    world.call("GET", "/home", null, null);

    assertThat(await(Metric.REFRESH_LAG).path("RefreshLag").asLong()).isBetween(1L, 60_000L);
    JsonNode personal = await(Metric.RANKING_AGE, line -> is(line, "Ranking", "Personal"));
    JsonNode popular = await(Metric.RANKING_AGE, line -> is(line, "Ranking", "Popular"));
    assertThat(personal.path("RankingAge").asLong()).isBetween(0L, 60L);
    assertThat(popular.path("RankingAge").asLong()).isBetween(0L, 600L);
  }

  @Test
  @Order(2)
  void aSearchSaysHowOldItsIndexIs() throws Exception {
    assertThat(world.server().invoke("SearchIndexFunction", Json.bytes(Map.of())).succeeded())
        .isTrue();
    world.call("GET", "/search?q=" + URLEncoder.encode("바다", StandardCharsets.UTF_8), null, null);

    JsonNode looked = await(Metric.SEARCH_INDEX_AGE);
    assertThat(looked.path("SearchIndexAge").asLong()).isBetween(0L, 60L);
    assertThat(looked.path("SearchChanges").isNumber()).isTrue();
  }

  @Test
  @Order(3)
  void aMailThatIsRefusedForGoodIsCounted() throws Exception {
    world.server().mailbox().failNext(SesError.MESSAGE_REJECTED);
    world.call("POST", "/password-resets", Map.of("email", member.email()), null);

    assertThat(await(Metric.MAILS_GIVEN_UP).path("MailsGivenUp").asInt()).isEqualTo(1);
  }

  @Test
  @Order(4)
  void aConnectionThatCannotBeWrittenToIsCounted() throws Exception {
    world
        .server()
        .database()
        .write(
            Sql.of(
                    """
                    insert into socket_connections (connection_id, user_id, session_id, connected_at, expires_at)
                    values ('', :userId, cast(:sessionId as uuid), now(), now() + interval '1 hour')
                    """)
                .bind("userId", member.userId())
                .bind("sessionId", member.sessionId()));
    long title = one("select max(title_id) as value from titles");
    world.call("PUT", "/titles/" + title + "/rating", Map.of("stars", 1.5), member.token());

    assertThat(await(Metric.PUSHES_GIVEN_UP).path("PushesGivenUp").asInt()).isEqualTo(1);
  }

  @Test
  @Order(5)
  void anImportSaysHowLongAgoTheLastOneWas() throws Exception {
    world.secrets().put("takewithott-local-TmdbSecret", TmdbStandIn.credentials());
    assertThat(
            world
                .server()
                .invoke("TmdbImportFunction", Json.bytes(Map.of("run", "due")))
                .succeeded())
        .isTrue();

    assertThat(await(Metric.IMPORT_LAG).path("ImportLag").asLong()).isBetween(0L, 120L);
  }

  @Test
  @Order(6)
  void aPaymentThatFailsSaysWhy() throws Exception {
    Member host = world.join("host");
    JsonNode party =
        post(
            "/parties",
            """
            {"service":"tving","plan":"premium","title":"한 자리","seats":2,"relation":"strangers"}
            """,
            host);
    JsonNode order = post("/parties/" + party.path("partyId").asLong() + "/join", "{}", member);
    String confirm = "/orders/" + order.path("orderId").asText() + "/confirm";
    Map<String, String> receipt = Map.of("receiptId", new PayWindow(order.path("window")).agree());

    bootpay("receipt/error-before?times=2");
    assertThat(world.call("POST", confirm, receipt, member.token()).status()).isEqualTo(503);
    bootpay("confirm/declined");
    world.call("POST", confirm, receipt, member.token());

    JsonNode down = await(Metric.PAYMENT_FAILURES, line -> is(line, "Cause", "ProviderDown"));
    JsonNode declined = await(Metric.PAYMENT_FAILURES, line -> is(line, "Cause", "Declined"));
    assertThat(down.path("call").asText()).isEqualTo("receipt");
    assertThat(declined.path("call").asText()).isEqualTo("approve");
  }

  @Test
  @Order(7)
  void aRefundThatIsRefusedForDaysIsCounted() throws Exception {
    run(
        """
        insert into refunds (refund_id, order_id, party_id, user_id, amount, reason, state, attempts, next_at, decided_at)
        select 'stuck', order_id, party_id, user_id, 1000, 'test', 'open', 9, now() - interval '1 minute', now()
          from payment_orders limit 1
        """);
    payments("recover");

    assertThat(await(Metric.REFUNDS_STUCK).path("RefundsStuck").asInt()).isEqualTo(1);
    run("update refunds set state = 'done', done_at = now(), next_at = null");
  }

  @Test
  @Order(8)
  void anEntryThatDoesNotSumToZeroIsSeenByTheReconciliation() throws Exception {
    payments("reconcile");
    assertThat(await(Metric.LEDGER_IMBALANCE).path("LedgerImbalance").asLong(-1)).isZero();
    assertThat(await(Metric.ORDERS_DIFFERING).path("OrdersDiffering").asLong(-1)).isZero();

    for (String table : List.of("ledger_entries", "ledger_postings")) {
      run("alter table " + table + " disable trigger user");
    }
    run(
        """
        with entries as (
          insert into ledger_entries (business_key, reason, party_id, occurred_at)
          select 'wrong ' || n, 'paid', party_id, now() from parties, generate_series(1, 2) n
           where party_id = (select min(party_id) from parties)
          returning entry_id, business_key)
        insert into ledger_postings (entry_id, line, account, owner_id, amount)
        select entry_id, 1, 'provider', 0, case business_key when 'wrong 1' then 700 else -700 end from entries
        """);
    payments("reconcile");

    await(Metric.LEDGER_IMBALANCE, line -> line.path("LedgerImbalance").asLong() == 1400);
  }

  @Test
  @Order(9)
  void oneRequestIsFollowedFromTheBrowserToItsStatement() throws Exception {
    run("alter system set log_min_duration_statement = 0");
    one("select 1 as value from (select pg_reload_conf()) reloaded");
    HttpResponse<byte[]> answer =
        CLIENT.send(
            HttpRequest.newBuilder(world.address("/titles/999999999")).build(),
            HttpResponse.BodyHandlers.ofByteArray());
    run("alter system reset log_min_duration_statement");

    String requestId = answer.headers().firstValue("apigw-requestid").orElseThrow();
    JsonNode error = Json.tree(answer.body()).path("error");
    assertThat(error.path("requestId").asText()).isEqualTo(requestId);
    assertThat(world.asked().stream().filter(entry -> entry.requestId().equals(requestId)))
        .as("the gateway's log")
        .hasSize(1);
    List<JsonNode> ofRequest =
        lines.stream().filter(line -> is(line, "requestId", requestId)).toList();
    JsonNode served =
        ofRequest.stream().filter(line -> is(line, "message", "request served")).findFirst().get();
    assertThat(served.path("route").asText()).isEqualTo("/titles/{id}");
    assertThat(served.path("DatabaseCalls").asInt()).isPositive();
    assertThat(world.databaseLog())
        .contains("/*traceparent='" + served.path("traceparent").asText() + "'*/");
  }

  @Test
  @Order(10)
  void everyMetricThereIsWasReallyMeasured() {
    Set<String> measured =
        lines.stream()
            .filter(line -> line.has("_aws"))
            .flatMap(line -> EmbeddedMetrics.check(line).stream())
            .collect(Collectors.toSet());

    assertThat(measured)
        .isEqualTo(Arrays.stream(Metric.values()).map(Metric::title).collect(Collectors.toSet()));
  }

  @Test
  @Order(11)
  void aDimensionHasAHandfulOfValues() {
    assertThat(values(Dimension.CAUSE)).isEqualTo(Set.of("Declined", "ProviderDown"));
    assertThat(values(Dimension.RANKING)).isEqualTo(Set.of("Personal", "Popular"));
    assertThat(Set.of("Auth", "Catalog", "Community", "Payment", "Rating", "Rooms", "Web"))
        .as("the functions behind the HTTP API")
        .containsAll(values(Dimension.SERVICE));
  }

  @Test
  @Order(12)
  void noLineOfMetricsSaysWhoItIsAbout() {
    assertThat(lines.stream().filter(line -> line.has("_aws")).map(JsonNode::toString))
        .isNotEmpty()
        .noneMatch(line -> line.contains(member.email()) || line.contains(member.token()));
  }

  private Set<String> values(Dimension dimension) {
    return lines.stream()
        .filter(line -> line.has("_aws") && line.has(dimension.title()))
        .map(line -> line.path(dimension.title()).asText())
        .collect(Collectors.toSet());
  }

  private JsonNode await(Metric metric) throws InterruptedException {
    return await(metric, line -> true);
  }

  private JsonNode await(Metric metric, Predicate<JsonNode> which) throws InterruptedException {
    long end = System.currentTimeMillis() + PATIENCE_MILLIS;
    while (System.currentTimeMillis() < end) {
      Optional<JsonNode> found =
          lines.stream().filter(line -> line.has(metric.title()) && which.test(line)).findFirst();
      if (found.isPresent()) {
        return found.get();
      }
      Thread.sleep(50);
    }
    throw new AssertionError(metric + " was not measured");
  }

  private static boolean is(JsonNode line, String member, String value) {
    return line.path(member).asText().equals(value);
  }

  /** A write that may be repeated. */
  private JsonNode post(String path, String body, Member who) throws Exception {
    HttpResponse<byte[]> answer =
        CLIENT.send(
            HttpRequest.newBuilder(world.address(path))
                .header("authorization", "Bearer " + who.token())
                .header("idempotency-key", "metrics-" + who.userId())
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofByteArray());
    assertThat(answer.statusCode())
        .as(new String(answer.body(), StandardCharsets.UTF_8))
        .isEqualTo(201);
    return Json.tree(answer.body());
  }

  private void payments(String run) {
    assertThat(world.server().invoke("PaymentRunFunction", Json.bytes(Map.of("run", run))).text())
        .doesNotContain("errorMessage");
  }

  private void run(String sql) {
    world.server().database().write(Sql.of(sql));
  }

  private long one(String sql) {
    return world.server().database().readOne(Sql.of(sql), Value.class).orElseThrow().value();
  }

  record Value(long value) {}

  private void bootpay(String order) throws Exception {
    String endpoints = world.server().clientSettings().getOrDefault("AWS_ENDPOINT_URL_SQS", "");
    CLIENT.send(
        HttpRequest.newBuilder(URI.create(endpoints + "/_local/bootpay/" + order))
            .POST(HttpRequest.BodyPublishers.noBody())
            .build(),
        HttpResponse.BodyHandlers.discarding());
  }
}
