package io.takewithott.payment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.takewithott.cloud.bootpay.BootpayBook;
import io.takewithott.cloud.bootpay.BootpayFaults;
import io.takewithott.cloud.bootpay.BootpayStandIn;
import io.takewithott.core.Environment;
import io.takewithott.core.cloud.CloudClients;
import io.takewithott.core.cloud.CloudConfig;
import io.takewithott.core.database.Database;
import io.takewithott.core.database.DatabaseConfig;
import io.takewithott.core.database.Sql;
import io.takewithott.core.envelope.Envelopes;
import io.takewithott.core.http.HttpFunction;
import io.takewithott.core.json.Json;
import io.takewithott.core.lambda.Budget;
import io.takewithott.core.queue.Pushes;
import io.takewithott.core.secrets.Secrets;
import io.takewithott.payment.bootpay.Bootpay;
import io.takewithott.payment.bootpay.BootpayClient;
import io.takewithott.payment.bootpay.BootpayConfig;
import io.takewithott.payment.bootpay.Keys;
import io.takewithott.payment.money.Won;
import io.takewithott.payment.request.LoggedIn;
import io.takewithott.payment.settlement.Reconciliation;
import io.takewithott.payment.settlement.Recovery;
import io.takewithott.payment.settlement.Reminders;
import io.takewithott.payment.settlement.Settlement;
import io.takewithott.payment.settlement.SettlementStore;
import io.takewithott.testing.Invocations;
import io.takewithott.testing.TestDatabase;
import io.takewithott.testing.TestEndpoints;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.rdsdata.RdsDataClient;

/**
 * The module with a real database, S3 and secrets, the provider's stand-in, a clock that is moved
 * by hand, and a process that dies on demand.
 */
final class PaymentWorld implements BeforeAllCallback, AfterAllCallback {
  static final long HOST = 1;

  private static final Won LARGE = new Won(10_000);

  /** A provider that says nothing for longer is not waited for. */
  static final Duration TIMEOUT = Duration.ofMillis(1500);

  /** Where none does so on purpose, only the machine is slow. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private static final Duration LONGEST_RUN = Duration.ofMinutes(15);

  /** Clears what may not be deleted, by somebody whom triggers and keys do not stop. */
  private static final String RESET =
      """
      create function begin_anew() returns text language plpgsql as $$
      begin
        set local session_replication_role = replica;
        delete from desk_actions; delete from refund_proposals; delete from recovery_clock;
        delete from vault_reveals; delete from vaults;
        delete from screen_quarters; delete from screen_reservations;
        delete from reconciliation_differences; delete from payouts; delete from party_claims;
        delete from refunds; delete from billing_keys; delete from payment_orders;
        delete from ledger_postings; delete from ledger_entries; delete from cycles;
        delete from memberships; delete from seats; delete from parties; delete from payment_departures;
        delete from sessions; delete from notifications; delete from push_outbox;
        delete from room_messages; delete from rooms;
        delete from users;
        insert into users (user_id, nickname, role)
        select n, 'member ' || n, case when n > 6 then 'admin' else 'user' end from generate_series(1, 9) n;
        insert into sessions (session_id, user_id, device, address, opened_at, last_seen_at, expires_at)
        select ('00000000-0000-0000-0000-00000000000' || n)::uuid, n, 'test', '203.0.113.0', now(), now(), '2100-01-01'
          from generate_series(1, 9) n;
        set local session_replication_role = origin;
        return '';
      end $$
      """;

  final ManualClock clock = new ManualClock();
  final CrashPoint crash = new CrashPoint();
  final TestDatabase database = TestDatabase.withSchema();
  final TestEndpoints endpoints = TestEndpoints.start();
  private final BootpayStandIn standIn = new BootpayStandIn(Optional.empty());
  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server);
  private final Won large;
  private final boolean near;
  private @Nullable Running running;
  private @Nullable Database reader;
  private boolean prepared;

  PaymentWorld() {
    this(LARGE, false);
  }

  /**
   * @param large from here on two of us have to agree
   * @param near whether the database is asked without a network in between, as a function never
   *     does: for a test that asks very often
   */
  PaymentWorld(Won large, boolean near) {
    this.large = large;
    this.near = near;
  }

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    open();
  }

  @Override
  public void afterAll(ExtensionContext context) throws Exception {
    close();
  }

  void open() throws Exception {
    database.open();
    endpoints.open();
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(standIn);
    server.start();
    running = run();
  }

  void close() throws Exception {
    server.stop();
    endpoints.close();
    database.close();
  }

  BootpayBook book() {
    return standIn.book();
  }

  BootpayFaults faults() {
    return standIn.faults();
  }

  Recovery.Report recover() {
    return scheduled().parts.recovery.run();
  }

  /** How many months were charged for. */
  int bill() {
    return scheduled().parts.billing.run();
  }

  Settlement.Report settle() {
    return scheduled().settlement.run();
  }

  Reconciliation.Report reconcile() {
    return scheduled().parts.reconciliation.run();
  }

  private Running scheduled() {
    Running now = running();
    now.budget.begin(LONGEST_RUN);
    return now;
  }

  private Running running() {
    Running now = running;
    if (now == null) {
      throw new IllegalStateException("The world is not open");
    }
    return now;
  }

  /** Nobody has ever paid anything; users 1 to 9 exist, are logged in; 7 to 9 are of us. */
  void reset() {
    clock.reset();
    crash.restart();
    faults().clear();
    book().clear();
    if (!prepared) {
      database.run(RESET);
      prepared = true;
    }
    database.texts("select begin_anew()");
  }

  /** A party of strangers on a plan of 17,000 won for four. */
  long party(int seats) {
    return call("POST", "/parties", HOST)
        .key("party-" + System.nanoTime())
        .body(
            "{\"service\":\"tving\",\"plan\":\"premium\",\"title\":\"같이 봐요\",\"seats\":"
                + seats
                + ",\"relation\":\"strangers\"}")
        .send()
        .body
        .path("partyId")
        .asLong();
  }

  /** Joins and pays; the order's id. */
  String join(long partyId, long userId) {
    Answer order = joining(partyId, userId);
    if (order.status != 201) {
      throw new IllegalStateException(order.toString());
    }
    String orderId = order.body.path("orderId").asText();
    Answer paid = confirm(userId, orderId, agree(order));
    if (paid.status != 200) {
      throw new IllegalStateException(paid.toString());
    }
    return orderId;
  }

  Answer joining(long partyId, long userId) {
    return call("POST", "/parties/" + partyId + "/join", userId)
        .key("join-" + System.nanoTime())
        .send();
  }

  /** What a customer does at the window; the receipt's id. */
  String agree(Answer order) {
    return book()
        .agree(order.body.path("orderId").asText(), "order", order.body.path("total").asLong())
        .receiptId();
  }

  Answer confirm(long userId, String orderId, String receiptId) {
    return call("POST", "/orders/" + orderId + "/confirm", userId)
        .body("{\"receiptId\":\"" + receiptId + "\"}")
        .send();
  }

  /** A registered card. */
  void card(long userId) {
    String subscription =
        call("POST", "/me/billing-key", userId).send().body.path("subscriptionId").asText();
    call("PUT", "/me/billing-key", userId)
        .body("{\"receiptId\":\"" + book().register(subscription).receiptId() + "\"}")
        .send();
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Seoul"));
  }

  void pass(Duration time) {
    clock.pass(time);
  }

  <T> List<T> rows(String sql, Class<T> type) {
    return reading().read(Sql.of(sql), type);
  }

  /** The first column of every row. */
  List<String> texts(String sql) {
    return database.texts(sql);
  }

  /** One client for all that tests read. */
  private Database reading() {
    Database client = reader;
    if (client == null) {
      client = database.database();
      reader = client;
    }
    return client;
  }

  /** Every row of every table, as text. */
  List<String> everything() {
    List<String> rows = new java.util.ArrayList<>();
    for (String table :
        texts(
            "select table_name::text as text from information_schema.tables where table_schema = 'public'")) {
      rows.addAll(texts("select t::text as text from " + table + " t limit 1000"));
    }
    return rows;
  }

  Call call(String method, String path, long userId) {
    return new Call(method, path, userId);
  }

  private Running run() {
    Budget budget = new Budget(Clock.systemUTC(), LONGEST_RUN);
    Environment environment = Environment.of(merged());
    Database sql =
        environment.read(
            settings -> {
              merged().keySet().forEach(settings::optional);
              return new Database(crashing(), DatabaseConfig.from(settings), budget);
            });
    CloudClients clients = new CloudClients(environment.read(PaymentWorld::cloud));
    Secrets secrets = clients.secrets(clock);
    String secret = endpoints.secret("bootpay", BootpayStandIn.keys());
    BootpayConfig config =
        new BootpayConfig(
            secret,
            Optional.of(URI.create("http://127.0.0.1:" + connector.getLocalPort())),
            near ? PATIENCE : TIMEOUT);
    Keys keys = new Keys(secrets, secret);
    Bootpay bootpay = new CrashingBootpay(new BootpayClient(config, keys, budget), crash);
    Envelopes envelopes = clients.envelopes(endpoints.key("seal"));
    PaymentParts parts = new PaymentParts(sql, bootpay, envelopes, budget, clock);
    Reminders reminders = new Reminders(Optional.empty(), parts.today);
    return new Running(
        budget,
        parts,
        new Settlement(
            parts.memberships,
            new SettlementStore(sql),
            clients.objects(TestEndpoints.BUCKET, Duration.ofSeconds(10)),
            budget,
            parts.today),
        new HttpFunction(
            new HttpFunction.HttpWiring(
                PaymentWiring.routes(
                    new PaymentWiring.Outside(
                        sql,
                        bootpay,
                        keys,
                        config,
                        envelopes,
                        reminders,
                        new LoggedIn(sql, parts.today),
                        new Pushes(Optional.empty())),
                    parts,
                    large),
                budget,
                () -> {},
                () -> {})) {});
  }

  private static CloudConfig cloud(Environment.Settings settings) {
    List.of("TWO_DATABASE_CLUSTER_ARN", "TWO_DATABASE_SECRET_ARN", "TWO_DATABASE_NAME")
        .forEach(settings::optional);
    return CloudConfig.from(settings);
  }

  private java.util.Map<String, String> merged() {
    java.util.Map<String, String> all = new java.util.HashMap<>(endpoints.environment());
    all.putAll(database.environment());
    return all;
  }

  private RdsDataClient crashing() {
    RdsDataClient client = near ? database.nearClient() : farClient();
    return (RdsDataClient)
        Proxy.newProxyInstance(
            RdsDataClient.class.getClassLoader(),
            new Class<?>[] {RdsDataClient.class},
            (proxy, method, arguments) ->
                crash.call(
                    () -> {
                      try {
                        return method.invoke(client, arguments);
                      } catch (InvocationTargetException failed) {
                        throw failed.getCause() instanceof RuntimeException cause
                            ? cause
                            : new IllegalStateException(failed);
                      } catch (IllegalAccessException impossible) {
                        throw new IllegalStateException(impossible);
                      }
                    }));
  }

  private RdsDataClient farClient() {
    return RdsDataClient.builder()
        .region(Region.AP_NORTHEAST_2)
        .credentialsProvider(DefaultCredentialsProvider.builder().build())
        .httpClient(UrlConnectionHttpClient.create())
        .endpointOverride(URI.create(merged().get("AWS_ENDPOINT_URL_RDS_DATA")))
        .overrideConfiguration(
            configuration -> configuration.retryStrategy(retry -> retry.maxAttempts(1)))
        .build();
  }

  private record Running(
      Budget budget, PaymentParts parts, Settlement settlement, HttpFunction function) {}

  /**
   * @param raw the body as it is
   */
  record Answer(int status, JsonNode body, String raw) {
    String code() {
      return body.path("error").path("code").asText();
    }

    String message() {
      return body.path("error").path("message").asText();
    }

    /** The status, with the code of a failure. */
    String brief() {
      return status + (code().isEmpty() ? "" : " " + code());
    }
  }

  /** A request in the making. */
  final class Call {
    private final ObjectNode event = Json.mapper().createObjectNode();
    private final ObjectNode headers;

    private Call(String method, String pathAndQuery, long userId) {
      String path = pathAndQuery.replaceFirst("\\?.*", "");
      event.put("version", "2.0").put("rawPath", path).put("isBase64Encoded", false);
      event.put(
          "rawQueryString",
          pathAndQuery.length() > path.length() ? pathAndQuery.substring(path.length() + 1) : "");
      headers = event.putObject("headers");
      headers.put("host", "api.takewithott.example");
      ObjectNode context = event.putObject("requestContext");
      context.put("requestId", "r-1").put("stage", "$default");
      context
          .putObject("http")
          .put("method", method)
          .put("path", path)
          .put("sourceIp", "203.0.113.7");
      if (userId > 0) {
        ObjectNode caller = context.putObject("authorizer").putObject("lambda");
        caller
            .put("userId", Long.toString(userId))
            .put("sessionId", "00000000-0000-0000-0000-00000000000" + userId);
      }
    }

    Call admin() {
      ((ObjectNode) event.at("/requestContext/authorizer/lambda")).put("role", "admin");
      return this;
    }

    Call key(String key) {
      headers.put("idempotency-key", key);
      return this;
    }

    Call body(String json) {
      headers.put("content-type", "application/json");
      event.put("body", json);
      return this;
    }

    Answer send() {
      JsonNode answer = Invocations.invoke(running().function, event);
      String raw = answer.path("body").asText();
      boolean json = raw.startsWith("{") || raw.startsWith("[");
      return new Answer(
          answer.path("statusCode").asInt(),
          json ? Invocations.body(answer) : Json.mapper().createObjectNode(),
          raw);
    }
  }
}
