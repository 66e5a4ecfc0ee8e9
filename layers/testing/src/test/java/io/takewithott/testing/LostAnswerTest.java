package io.takewithott.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.takewithott.core.Environment;
import io.takewithott.core.cloud.CloudClients;
import io.takewithott.core.cloud.CloudConfig;
import io.takewithott.core.database.Database;
import io.takewithott.core.database.DatabaseConfig;
import io.takewithott.core.database.DatabaseException;
import io.takewithott.core.database.Sql;
import io.takewithott.core.lambda.Budget;
import io.takewithott.core.objects.ObjectStore;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The service did what it was asked to, and the connection broke before it could say so. */
class LostAnswerTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.empty();
  @RegisterExtension static final TestEndpoints ENDPOINTS = TestEndpoints.start();

  record Count(int n) {}

  @BeforeEach
  void makeTable() {
    DATABASE.run("drop table if exists events; create table events (x int)");
  }

  @Test
  void aWriteIsNotRepeatedAndItsOutcomeIsUnknown() {
    try (CuttingProxy proxy = before("AWS_ENDPOINT_URL_RDS_DATA", DATABASE.environment(), 1)) {
      Database database = database(proxy);

      assertThatThrownBy(() -> database.write(Sql.of("insert into events values (1)")))
          .asInstanceOf(type(DatabaseException.class))
          .extracting(DatabaseException::kind)
          .isEqualTo(DatabaseException.Kind.UNKNOWN_OUTCOME);
      assertThat(events()).isEqualTo(1);
    }
  }

  @Test
  void aReadIsRepeated() {
    try (CuttingProxy proxy = before("AWS_ENDPOINT_URL_RDS_DATA", DATABASE.environment(), 2)) {
      assertThat(database(proxy).readOne(Sql.of("select count(*) as n from events"), Count.class))
          .contains(new Count(0));
    }
  }

  @Test
  void aServiceThatIsNotThereIsUnavailableForReadsAndWrites() {
    Map<String, String> environment = new HashMap<>(DATABASE.environment());
    environment.put("AWS_ENDPOINT_URL_RDS_DATA", "http://127.0.0.1:1");
    Database database = database(environment);

    assertThatThrownBy(database::ping)
        .asInstanceOf(type(DatabaseException.class))
        .extracting(DatabaseException::kind)
        .isEqualTo(DatabaseException.Kind.UNAVAILABLE);
    assertThatThrownBy(() -> database.write(Sql.of("insert into events values (1)")))
        .asInstanceOf(type(DatabaseException.class))
        .extracting(DatabaseException::kind)
        .isEqualTo(DatabaseException.Kind.UNAVAILABLE);
  }

  @Test
  void aConditionalPutThatWasStoredIsASuccess() {
    try (CuttingProxy proxy = before("AWS_ENDPOINT_URL_S3", ENDPOINTS.environment(), 1)) {
      byte[] mine = "mine".getBytes(StandardCharsets.UTF_8);

      assertThat(objects(proxy).create("lost/answer", mine, "text/plain")).isTrue();
      assertThat(ENDPOINTS.objects().get("lost/answer").orElseThrow().bytes()).isEqualTo(mine);
    }
  }

  @Test
  void aConditionalPutThatAnotherHasWonIsNoSuccess() {
    ENDPOINTS.objects().put("lost/race", "theirs".getBytes(StandardCharsets.UTF_8), "text/plain");
    try (CuttingProxy proxy = before("AWS_ENDPOINT_URL_S3", ENDPOINTS.environment(), 1)) {
      byte[] mine = "mine".getBytes(StandardCharsets.UTF_8);

      assertThat(objects(proxy).create("lost/race", mine, "text/plain")).isFalse();
      assertThat(objects(proxy).replace("lost/race", mine, "text/plain", "\"another\"")).isFalse();
    }
  }

  private static int events() {
    return DATABASE
        .database()
        .readOne(Sql.of("select count(*) as n from events"), Count.class)
        .orElseThrow()
        .n();
  }

  private static CuttingProxy before(String variable, Map<String, String> environment, int cuts) {
    return CuttingProxy.before(URI.create(environment.getOrDefault(variable, "")), cuts);
  }

  private static Database database(CuttingProxy proxy) {
    Map<String, String> environment = new HashMap<>(DATABASE.environment());
    environment.put("AWS_ENDPOINT_URL_RDS_DATA", proxy.address().toString());
    return database(environment);
  }

  private static Database database(Map<String, String> environment) {
    return Environment.of(environment)
        .read(
            settings ->
                new CloudClients(CloudConfig.from(settings))
                    .database(
                        DatabaseConfig.from(settings),
                        new Budget(InstantSource.system(), Duration.ofSeconds(10))));
  }

  private static ObjectStore objects(CuttingProxy proxy) {
    Map<String, String> environment = new HashMap<>(ENDPOINTS.environment());
    environment.put("AWS_ENDPOINT_URL_S3", proxy.address().toString());
    return Environment.of(environment)
        .read(
            settings ->
                new CloudClients(CloudConfig.from(settings))
                    .objects(TestEndpoints.BUCKET, Duration.ofSeconds(30)));
  }
}
