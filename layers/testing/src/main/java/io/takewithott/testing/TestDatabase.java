package io.takewithott.testing;

import io.takewithott.cloud.postgres.PostgresServer;
import io.takewithott.cloud.rdsdata.ClusterPause;
import io.takewithott.cloud.rdsdata.RdsDataCluster;
import io.takewithott.cloud.rdsdata.RdsDataHandler;
import io.takewithott.cloud.rdsdata.RdsDataLimits;
import io.takewithott.core.Environment;
import io.takewithott.core.cloud.CloudClients;
import io.takewithott.core.cloud.CloudConfig;
import io.takewithott.core.database.Database;
import io.takewithott.core.database.DatabaseConfig;
import io.takewithott.core.json.Json;
import io.takewithott.core.lambda.Budget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.services.rdsdata.RdsDataClient;

/**
 * A database of its own for one test class, with the project's schema, behind the Data API.
 * Register it as a static JUnit extension. The server below it is shared by all classes of a test
 * run. It is asked as somebody who has the rights of functions and no others, unless it is empty.
 */
public final class TestDatabase implements BeforeAllCallback, AfterAllCallback {
  private static final String CLUSTER_ARN =
      "arn:aws:rds:ap-northeast-2:000000000000:cluster:testing";
  private static final String SECRET_ARN =
      "arn:aws:secretsmanager:ap-northeast-2:000000000000:secret:testing-AbCdEf";
  private static final String MASTER_SECRET_ARN =
      "arn:aws:secretsmanager:ap-northeast-2:000000000000:secret:master-AbCdEf";
  private static final String TEMPLATE = "with_schema";
  private static final Duration LONGEST_CALL = Duration.ofSeconds(30);
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final boolean withSchema;
  private final String name = "test_" + NUMBER.incrementAndGet();
  private final ClusterPause pause = new ClusterPause(InstantSource.system());
  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server);
  private final AtomicReference<@Nullable Connection> kept = new AtomicReference<>();
  private final AtomicInteger nearCalls = new AtomicInteger();
  private final Map<String, String> secrets = new ConcurrentHashMap<>();
  private @Nullable RdsDataHandler api;
  private @Nullable CountingHandler counter;

  private TestDatabase(boolean withSchema) {
    this.withSchema = withSchema;
  }

  /** With every migration applied and no rows. */
  public static TestDatabase withSchema() {
    return new TestDatabase(true);
  }

  /** As a cluster is when it was made. */
  public static TestDatabase empty() {
    return new TestDatabase(false);
  }

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    open();
  }

  /** For tests of another engine than Jupiter. */
  public void open() throws Exception {
    if (withSchema) {
      Shared.SERVER.createDatabase(name, TEMPLATE);
    } else {
      Shared.SERVER.createDatabase(name);
    }
    String master = secret(Shared.SERVER.username(), Shared.SERVER.password());
    secrets.put(MASTER_SECRET_ARN, master);
    secrets.put(SECRET_ARN, withSchema ? secret(Shared.APP, Shared.APP_PASSWORD) : master);
    RdsDataHandler dataApi =
        new RdsDataHandler(
            Shared.SERVER::connect,
            new RdsDataCluster(
                CLUSTER_ARN,
                arn -> Optional.ofNullable(secrets.get(arn)),
                name,
                TestCredentials.ACCESS_KEY),
            RdsDataLimits.aws(),
            pause,
            InstantSource.system());
    CountingHandler counting = new CountingHandler(dataApi);
    api = dataApi;
    counter = counting;
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(counting);
    server.start();
    TestCredentials.use();
  }

  @Override
  public void afterAll(ExtensionContext context) throws Exception {
    close();
  }

  public void close() throws Exception {
    server.stop();
    Connection connection = kept.getAndSet(null);
    if (connection != null) {
      connection.close();
    }
    Shared.SERVER.dropDatabase(name);
  }

  /** What the Data API takes for a log-in. */
  public static String secret(String username, String password) {
    return Json.text(Map.of("username", username, "password", password));
  }

  /** The variables with which a function finds this database. */
  public Map<String, String> environment() {
    return environment(SECRET_ARN);
  }

  private Map<String, String> environment(String secretArn) {
    return Map.of(
        "AWS_REGION", "ap-northeast-2",
        "AWS_ENDPOINT_URL_RDS_DATA", "http://127.0.0.1:" + connector.getLocalPort(),
        "TWO_DATABASE_CLUSTER_ARN", CLUSTER_ARN,
        "TWO_DATABASE_SECRET_ARN", secretArn,
        "TWO_DATABASE_NAME", name);
  }

  /** The database as a function uses it. */
  public Database database() {
    return database(new Budget(Clock.systemUTC(), LONGEST_CALL));
  }

  public Database database(Budget budget) {
    return database(SECRET_ARN, budget);
  }

  /** The database as its owner uses it, who may do anything. */
  public Database masterDatabase() {
    return database(MASTER_SECRET_ARN, new Budget(Clock.systemUTC(), LONGEST_CALL));
  }

  /** The database as anybody else uses it. */
  public Database databaseAs(String username, String password) {
    String arn = SECRET_ARN.replace("testing", username);
    secrets.put(arn, secret(username, password));
    return database(arn, new Budget(Clock.systemUTC(), LONGEST_CALL));
  }

  private Database database(String secretArn, Budget budget) {
    Environment environment = Environment.of(environment(secretArn));
    return environment.read(
        settings ->
            new CloudClients(CloudConfig.from(settings))
                .database(DatabaseConfig.from(settings), budget));
  }

  /** The Data API without a network in between, for tests that make ten thousands of calls. */
  public RdsDataClient nearClient() {
    return new NearDataClient(() -> Objects.requireNonNull(api), nearCalls::incrementAndGet);
  }

  /** Puts the cluster to sleep. */
  public ClusterPause pause() {
    return pause;
  }

  /** Calls of the Data API so far. */
  public int calls() {
    CountingHandler counting = counter;
    return (counting == null ? 0 : counting.count()) + nearCalls.get();
  }

  /** Runs a script past the Data API, for setting a scene. */
  public void run(String script) {
    past(
        statement -> {
          statement.execute(script);
          return List.of();
        });
  }

  /**
   * The first column of a query past the Data API, for looking at a scene. What functions in the
   * database have planned is kept from one to the next, which it is not behind the Data API.
   */
  public List<String> texts(String query) {
    return past(
        statement -> {
          List<String> texts = new ArrayList<>();
          try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
              texts.add(rows.getString(1));
            }
          }
          return texts;
        });
  }

  /** On the connection that is kept for this, or on another one if that is in use. */
  private <T> List<T> past(Past<T> work) {
    Connection taken = kept.getAndSet(null);
    try {
      Connection connection = taken == null ? Shared.SERVER.connect(name) : taken;
      try (Statement statement = connection.createStatement()) {
        List<T> result = work.on(statement);
        if (!kept.compareAndSet(null, connection)) {
          connection.close();
        }
        return result;
      } catch (SQLException | RuntimeException refused) {
        connection.close();
        throw refused;
      }
    } catch (SQLException refused) {
      throw new IllegalArgumentException("The scene could not be set: " + refused.getMessage());
    }
  }

  private interface Past<T> {
    List<T> on(Statement statement) throws SQLException;
  }

  /** The one server of the test run, and the database that the others are copied from. */
  private static final class Shared {
    private static final String APP = "testing_app";
    private static final String APP_PASSWORD = "known to this run alone";
    private static final PostgresServer SERVER = started();

    private Shared() {}

    private static PostgresServer started() {
      PostgresServer server = PostgresServer.temporary();
      Runtime.getRuntime().addShutdownHook(new Thread(server::close));
      try {
        server.createDatabase(TEMPLATE);
        try (Connection connection = server.connect(TEMPLATE);
            Statement statement = connection.createStatement()) {
          for (Path migration : migrations()) {
            statement.execute(Files.readString(migration));
          }
          // What the schema function keeps for itself is among what rights are about.
          statement.execute("create table schema_history (name text primary key)");
          statement.execute(Files.readString(resources().resolve("rights.sql")));
          statement.execute(
              "create role %s login in role takewithott_app password '%s'"
                  .formatted(APP, APP_PASSWORD));
        }
      } catch (SQLException | IOException failure) {
        throw new IllegalStateException("The schema could not be applied", failure);
      }
      return server;
    }

    private static Path resources() {
      return Checkout.root().resolve("functions/schema/src/main/resources");
    }

    private static List<Path> migrations() {
      try (Stream<Path> files = Files.list(resources().resolve("migrations"))) {
        return files.sorted().toList();
      } catch (IOException missing) {
        throw new UncheckedIOException(missing);
      }
    }
  }
}
