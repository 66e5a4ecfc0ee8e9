package io.takewithott.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.auth.token.Access;
import io.takewithott.auth.token.AccessTokens;
import io.takewithott.auth.token.TokenKeys;
import io.takewithott.core.Environment;
import io.takewithott.core.cloud.CloudClients;
import io.takewithott.core.cloud.CloudConfig;
import io.takewithott.core.database.Sql;
import io.takewithott.core.json.Json;
import io.takewithott.core.secrets.Secrets;
import io.takewithott.local.contract.Witness;
import io.takewithott.testing.Checkout;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two hundred members want the last seat of a party at the same moment, over HTTP. */
class LastSeatEndToEndTest {
  private static final int CLIENTS = 200;
  private static final long FIRST_USER = 500_001;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final Witness WITNESS = new Witness();

  private static Path folder;
  private static LocalServer server;
  private static AccessTokens tokens;
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @BeforeAll
  static void start() throws Exception {
    folder = Files.createTempDirectory("takewithott-");
    server =
        LocalServer.prepare(
            LocalSettings.bare(Checkout.root(), folder, false),
            WITNESS,
            (function, instance, line) -> {});
    server.serve();
    server
        .database()
        .write(
            Sql.of(
                    """
                    insert into users (user_id, nickname)
                    select :first + n, 'racer ' || n from generate_series(0, :clients) n
                    """)
                .bind("first", FIRST_USER)
                .bind("clients", CLIENTS));
    Map<String, String> settings = server.clientSettings();
    CloudConfig cloud =
        Environment.of(settings)
            .read(
                read -> {
                  settings.keySet().forEach(read::optional);
                  return CloudConfig.from(read);
                });
    Secrets secrets = new CloudClients(cloud).secrets(InstantSource.system());
    String keys =
        server
            .template()
            .function("AuthorizerFunction")
            .orElseThrow()
            .environment()
            .get("TWO_TOKEN_KEYS_SECRET");
    tokens =
        new AccessTokens(
            new TokenKeys(secrets, Objects.requireNonNull(keys), InstantSource.system()),
            InstantSource.system(),
            Duration.ofMinutes(10));
  }

  @AfterAll
  static void stop() {
    server.close();
    DataFolders.clear(folder);
    WITNESS.requireAsDescribed();
  }

  @Test
  void oneOfTwoHundredGetsTheLastSeatAndNobodyElsePays() throws Exception {
    long host = FIRST_USER + CLIENTS;
    long party =
        send(
                "POST",
                "/parties",
                host,
                "{\"service\":\"tving\",\"plan\":\"premium\",\"title\":\"한 자리\",\"seats\":2,\"relation\":\"strangers\"}")
            .join()
            .json()
            .path("partyId")
            .asLong();

    List<CompletableFuture<Answer>> all =
        LongStream.range(FIRST_USER, FIRST_USER + CLIENTS)
            .mapToObj(user -> send("POST", "/parties/" + party + "/join", user, null))
            .toList();
    Map<String, Integer> answers = new TreeMap<>();
    for (CompletableFuture<Answer> answer : all) {
      answers.merge(answer.join().brief(), 1, Integer::sum);
    }

    assertThat(answers).isEqualTo(Map.of("201", 1, "409 SEAT_TAKEN", CLIENTS - 1));
    assertThat(count("payment_orders where state = 'awaiting'")).isEqualTo(1);
    assertThat(count("ledger_entries")).isZero();
    assertThat(standIn().path("held").asLong()).isZero();

    long winner = winner();
    Answer order = order(winner);
    PayWindow window = new PayWindow(order.json().path("window"));
    assertThat(window.page()).contains("한 자리 · 9490원");
    String receiptId = window.agree();
    assertThat(confirm(winner, order, receiptId).json().path("state").asText()).isEqualTo("paid");
    assertThat(standIn().path("held").asLong()).isEqualTo(9490);
    assertThat(count("memberships where state = 'active'")).isEqualTo(1);
    assertThat(
            send("GET", "/parties/" + party + "/ledger", winner, null)
                .join()
                .json()
                .path("sum")
                .asLong())
        .isZero();
  }

  private static Answer confirm(long user, Answer order, String receiptId) {
    String orderId = order.json().path("orderId").asText();
    return send(
            "POST",
            "/orders/" + orderId + "/confirm",
            user,
            "{\"receiptId\":\"" + receiptId + "\"}")
        .join();
  }

  private static Answer order(long user) {
    String orderId =
        server
            .database()
            .readOne(Sql.of("select order_id as text from payment_orders"), Text.class)
            .orElseThrow()
            .text();
    return send("GET", "/orders/" + orderId, user, null).join();
  }

  private static JsonNode standIn() throws Exception {
    URI control =
        URI.create(server.clientSettings().get("AWS_ENDPOINT_URL_SQS") + "/_local/bootpay");
    return Json.tree(
        CLIENT
            .send(HttpRequest.newBuilder(control).build(), HttpResponse.BodyHandlers.ofByteArray())
            .body());
  }

  private static long winner() {
    return Long.parseLong(
        server
            .database()
            .readOne(Sql.of("select user_id::text as text from payment_orders"), Text.class)
            .orElseThrow()
            .text());
  }

  private static long count(String what) {
    return Long.parseLong(
        server
            .database()
            .readOne(Sql.of("select count(*)::text as text from " + what), Text.class)
            .orElseThrow()
            .text());
  }

  private static CompletableFuture<Answer> send(
      String method, String path, long user, @Nullable String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.address().resolve(path))
            .timeout(PATIENCE)
            .header(
                "authorization",
                "Bearer " + tokens.issue(new Access(user, "s-" + user, false)).text())
            .header("idempotency-key", "last-seat-" + user)
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (body != null) {
      request.header("content-type", "application/json");
    }
    return CLIENT
        .sendAsync(request.build(), HttpResponse.BodyHandlers.ofByteArray())
        .thenApply(response -> new Answer(response.statusCode(), response.body()));
  }

  private record Answer(int status, byte[] body) {
    JsonNode json() {
      return Json.tree(body);
    }

    String brief() {
      String code = body.length == 0 ? "" : json().path("error").path("code").asText();
      return status + (code.isEmpty() ? "" : " " + code);
    }
  }

  record Text(String text) {}
}
