package io.takewithott.cloud.rdsdata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.takewithott.cloud.postgres.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.rdsdata.RdsDataClient;

/** The Data API on a port, over a database of its own, with a clock that the test moves. */
final class DataApiServer implements AutoCloseable {
  static final String RESOURCE_ARN = "arn:aws:rds:ap-northeast-2:123456789012:cluster:films";
  static final String SECRET_ARN =
      "arn:aws:secretsmanager:ap-northeast-2:123456789012:secret:films-AbCdEf";
  static final String ACCESS_KEY_ID = "AKIALOCAL";
  static final String AUTHORIZATION =
      "AWS4-HMAC-SHA256 Credential=AKIALOCAL/20261121/ap-northeast-2/rds-data/aws4_request, "
          + "SignedHeaders=host;x-amz-date, Signature="
          + "0123456789abcdef".repeat(4);

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final AtomicInteger DATABASES = new AtomicInteger();

  private final HttpClient http = HttpClient.newHttpClient();
  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server);
  private final String database = "films" + DATABASES.incrementAndGet();

  /** What Secrets Manager would hold; a test may change it. */
  final Map<String, String> secrets =
      new ConcurrentHashMap<>(
          Map.of(SECRET_ARN, logIn(Postgres.SHARED.username(), Postgres.SHARED.password())));

  private Instant now = Instant.parse("2026-11-21T00:00:00Z");
  final InstantSource clock = () -> now;
  final ClusterPause pause = new ClusterPause(clock);

  private static final class Postgres {
    static final PostgresServer SHARED = PostgresServer.temporary();
  }

  DataApiServer() {
    this(UnaryOperator.identity());
  }

  DataApiServer(UnaryOperator<RdsDataLimits> limits) {
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    try {
      Postgres.SHARED.createDatabase(database);
      server.setHandler(
          new RdsDataHandler(
              Postgres.SHARED::connect,
              new RdsDataCluster(
                  RESOURCE_ARN,
                  arn -> Optional.ofNullable(secrets.get(arn)),
                  database,
                  ACCESS_KEY_ID),
              limits.apply(RdsDataLimits.aws()),
              pause,
              clock));
      server.start();
    } catch (Exception e) {
      throw new IllegalStateException("Could not start", e);
    }
  }

  static String logIn(String username, String password) {
    return JSON.createObjectNode().put("username", username).put("password", password).toString();
  }

  static PostgresServer postgres() {
    return Postgres.SHARED;
  }

  String database() {
    return database;
  }

  void advance(Duration duration) {
    now = now.plus(duration);
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + connector.getLocalPort());
  }

  RdsDataClient client() {
    return RdsDataClient.builder()
        .endpointOverride(uri())
        .region(Region.AP_NORTHEAST_2)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create(ACCESS_KEY_ID, "secret")))
        .httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(Duration.ofMinutes(1)))
        .build();
  }

  /** What came back, without the SDK in between. */
  record Answer(int status, String type, JsonNode body) {
    String message() {
      return body.path("message").asText();
    }

    String refusal() {
      return "%d %s: %s".formatted(status, type, message());
    }
  }

  /** Posts members in addition to the cluster's two ARNs, with single quotes for double ones. */
  Answer post(String path, String members) {
    String separator = members.isEmpty() ? "" : ", ";
    return postRaw(
        path,
        "{\"resourceArn\": \"%s\", \"secretArn\": \"%s\"%s%s}"
            .formatted(RESOURCE_ARN, SECRET_ARN, separator, members.replace('\'', '"')));
  }

  Answer execute(String sql) {
    return execute(sql, "");
  }

  /** Executes a statement with further members, in which single quotes stand for double ones. */
  Answer execute(String sql, String members) {
    return executeWith(SECRET_ARN, sql, members);
  }

  /** The same by another secret. */
  Answer executeWith(String secretArn, String sql, String members) {
    try {
      return postRaw(
          "/Execute",
          "{\"resourceArn\": \"%s\", \"secretArn\": \"%s\", \"sql\": %s%s}"
              .formatted(
                  RESOURCE_ARN,
                  secretArn,
                  JSON.writeValueAsString(sql),
                  members.isEmpty() ? "" : ", " + members.replace('\'', '"')));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Answer postRaw(String path, String body) {
    return send(
        HttpRequest.newBuilder(uri().resolve(path))
            .header("Authorization", AUTHORIZATION)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  Answer send(HttpRequest request) {
    try {
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      return new Answer(
          response.statusCode(),
          response.headers().firstValue("x-amzn-ErrorType").orElse(""),
          JSON.readTree(response.body()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws Exception {
    server.stop();
    try {
      Postgres.SHARED.dropDatabase(database);
    } catch (SQLException e) {
      throw new IllegalStateException("Could not drop " + database, e);
    }
  }
}
