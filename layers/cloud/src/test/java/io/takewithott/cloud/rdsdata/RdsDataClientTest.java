package io.takewithott.cloud.rdsdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.rdsdata.RdsDataClient;
import software.amazon.awssdk.services.rdsdata.model.DatabaseErrorException;
import software.amazon.awssdk.services.rdsdata.model.DatabaseResumingException;
import software.amazon.awssdk.services.rdsdata.model.ExecuteStatementRequest;
import software.amazon.awssdk.services.rdsdata.model.ExecuteStatementResponse;
import software.amazon.awssdk.services.rdsdata.model.Field;
import software.amazon.awssdk.services.rdsdata.model.SqlParameter;
import software.amazon.awssdk.services.rdsdata.model.TransactionNotFoundException;
import software.amazon.awssdk.services.rdsdata.model.TypeHint;

/** The real client of AWS's SDK against the handler. */
final class RdsDataClientTest {
  private static DataApiServer server;
  private static RdsDataClient client;

  @BeforeAll
  static void start() {
    server = new DataApiServer();
    client = server.client();
    run("create table film (id uuid primary key, title text not null, year int)");
  }

  @AfterAll
  static void stop() throws Exception {
    client.close();
    server.close();
  }

  @Test
  void insertedRowIsRead() {
    UUID id = UUID.randomUUID();
    ExecuteStatementResponse inserted =
        run(
            "insert into film values (:id, :title, :year)",
            hinted("id", id.toString(), TypeHint.UUID),
            text("title", "기생충"),
            number("year", 2019));
    assertThat(inserted.numberOfRecordsUpdated()).isEqualTo(1);
    assertThat(inserted.generatedFields()).isEmpty();
    assertThat(inserted.hasRecords()).isFalse();

    ExecuteStatementResponse read =
        run("select title, year, null from film where id = :id::uuid", text("id", id.toString()));
    assertThat(read.records())
        .containsExactly(
            List.of(
                Field.fromStringValue("기생충"), Field.fromLongValue(2019L), Field.fromIsNull(true)));
  }

  @Test
  void stringWithoutHintIsNoUuid() {
    assertThatThrownBy(
            () ->
                run(
                    "insert into film (id, title) values (:id, :title)",
                    text("id", UUID.randomUUID().toString()),
                    text("title", "Okja")))
        .isInstanceOfSatisfying(
            DatabaseErrorException.class,
            e ->
                assertThat(e.awsErrorDetails().errorMessage())
                    .isEqualTo(
                        """
                        ERROR: column "id" is of type uuid but expression is of type character varying
                          Hint: You will need to rewrite or cast the expression.
                          Position: 38; SQLState: 42804"""));
  }

  @Test
  void batchInsertsEverySet() {
    var response =
        client.batchExecuteStatement(
            request ->
                request
                    .resourceArn(DataApiServer.RESOURCE_ARN)
                    .secretArn(DataApiServer.SECRET_ARN)
                    .sql("insert into film values (gen_random_uuid(), :title, -1)")
                    .parameterSets(List.of(text("title", "A")), List.of(text("title", "B"))));
    assertThat(response.updateResults()).hasSize(2);
    assertThat(run("select title from film where year = -1 order by 1").records())
        .containsExactly(List.of(Field.fromStringValue("A")), List.of(Field.fromStringValue("B")));
  }

  @Test
  void transactionIsSeenByOthersOnlyAfterCommit() {
    String id = begin();
    runIn(id, "insert into film values (gen_random_uuid(), 'hidden', -2)");
    assertThat(run("select 1 from film where year = -2").records()).isEmpty();
    String status =
        client
            .commitTransaction(
                request ->
                    request
                        .resourceArn(DataApiServer.RESOURCE_ARN)
                        .secretArn(DataApiServer.SECRET_ARN)
                        .transactionId(id))
            .transactionStatus();
    assertThat(status).isEqualTo("Transaction Committed");
    assertThat(run("select 1 from film where year = -2").records()).hasSize(1);
  }

  @Test
  void rolledBackTransactionIsGone() {
    String id = begin();
    runIn(id, "insert into film values (gen_random_uuid(), 'gone', -3)");
    String status =
        client
            .rollbackTransaction(
                request ->
                    request
                        .resourceArn(DataApiServer.RESOURCE_ARN)
                        .secretArn(DataApiServer.SECRET_ARN)
                        .transactionId(id))
            .transactionStatus();
    assertThat(status).isEqualTo("Rollback Complete");
    assertThat(run("select 1 from film where year = -3").records()).isEmpty();
    assertThatThrownBy(() -> runIn(id, "select 1"))
        .isInstanceOf(TransactionNotFoundException.class);
  }

  @Test
  void pausedClusterIsTheSdksResumingException() {
    try (DataApiServer sleepy = new DataApiServer();
        RdsDataClient caller = sleepy.client()) {
      sleepy.pause.pause(Duration.ofSeconds(15));
      assertThatThrownBy(() -> caller.executeStatement(statement("select 1").build()))
          .isInstanceOf(DatabaseResumingException.class);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static ExecuteStatementResponse run(String sql, SqlParameter... parameters) {
    return client.executeStatement(statement(sql).parameters(parameters).build());
  }

  private static void runIn(String transactionId, String sql) {
    client.executeStatement(statement(sql).transactionId(transactionId).build());
  }

  private static ExecuteStatementRequest.Builder statement(String sql) {
    return ExecuteStatementRequest.builder()
        .resourceArn(DataApiServer.RESOURCE_ARN)
        .secretArn(DataApiServer.SECRET_ARN)
        .sql(sql);
  }

  private static String begin() {
    return client
        .beginTransaction(
            request ->
                request.resourceArn(DataApiServer.RESOURCE_ARN).secretArn(DataApiServer.SECRET_ARN))
        .transactionId();
  }

  private static SqlParameter text(String name, String value) {
    return SqlParameter.builder().name(name).value(Field.fromStringValue(value)).build();
  }

  private static SqlParameter number(String name, long value) {
    return SqlParameter.builder().name(name).value(Field.fromLongValue(value)).build();
  }

  private static SqlParameter hinted(String name, String value, TypeHint hint) {
    return text(name, value).toBuilder().typeHint(hint).build();
  }
}
