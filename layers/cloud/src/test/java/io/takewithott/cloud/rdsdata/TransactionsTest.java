package io.takewithott.cloud.rdsdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class TransactionsTest {
  private static DataApiServer server;

  @BeforeAll
  static void start() {
    server = new DataApiServer();
    server.execute("create table seat (party int, holder text)");
    server.execute("create table owner (id int primary key)");
    server.execute("create table dog (owner int references owner deferrable initially deferred)");
  }

  @BeforeEach
  void empty() {
    server.execute("delete from seat");
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  @Test
  void committedChangesStay() {
    String id = begin();
    in(id, "insert into seat values (1, 'a')");
    in(id, "insert into seat values (1, 'b')");
    assertThat(seats()).isEqualTo(0);
    assertThat(commit(id).body().toString())
        .isEqualTo("{\"transactionStatus\":\"Transaction Committed\"}");
    assertThat(seats()).isEqualTo(2);
  }

  @Test
  void rolledBackChangesGo() {
    String id = begin();
    in(id, "insert into seat values (1, 'a')");
    assertThat(rollback(id).body().toString())
        .isEqualTo("{\"transactionStatus\":\"Rollback Complete\"}");
    assertThat(seats()).isEqualTo(0);
  }

  @Test
  void idLooksLikeAws() {
    String id = begin();
    assertThat(id).hasSize(184).matches("[A-Za-z0-9+/]+=*");
    rollback(id);
  }

  @Test
  void endedTransactionIsNotFound() {
    String id = begin();
    commit(id);
    String refusal =
        "404 TransactionNotFoundException: Transaction %s is not found: a previous call terminated it"
            .formatted(id);
    assertThat(in(id, "select 1").refusal()).isEqualTo(refusal);
    assertThat(commit(id).refusal()).isEqualTo(refusal);
    assertThat(rollback(id).refusal()).isEqualTo(refusal);
  }

  @Test
  void unknownTransactionIsNotFound() {
    assertThat(in("nobody", "select 1").refusal())
        .isEqualTo("404 TransactionNotFoundException: Transaction nobody is not found");
  }

  @Test
  void errorEndsTheTransaction() {
    String id = begin();
    in(id, "insert into seat values (1, 'a')");
    assertThat(in(id, "select 1 / 0").type()).isEqualTo("DatabaseErrorException");
    String refusal =
        "404 TransactionNotFoundException: Transaction %s is not found: it was aborted because of an error in a previous call"
            .formatted(id);
    assertThat(in(id, "select 1").refusal()).isEqualTo(refusal);
    assertThat(rollback(id).refusal()).isEqualTo(refusal);
    assertThat(seats()).isEqualTo(0);
  }

  @Test
  void callThatNeverReachedTheDatabaseLeavesTheTransactionAlive() {
    String id = begin();
    assertThat(in(id, "select :x").refusal())
        .isEqualTo("400 BadRequestException: Cannot find parameter: x");
    assertThat(in(id, "select 1").status()).isEqualTo(200);
    rollback(id);
  }

  @Test
  void failedCommitIsADatabaseErrorAndEndsTheTransaction() {
    String id = begin();
    in(id, "insert into dog values (7)");
    assertThat(commit(id).refusal().replace("\n  ", "+"))
        .isEqualTo(
            "400 DatabaseErrorException: ERROR: insert or update on table \"dog\" violates foreign key constraint \"dog_owner_fkey\"+Detail: Key (owner)=(7) is not present in table \"owner\".; SQLState: 23503");
    assertThat(commit(id).message()).endsWith("aborted because of an error in a previous call");
  }

  @Test
  void idleTransactionExpiresAfterThreeMinutesAndFreesItsLocks() {
    String id = begin();
    in(id, "lock table seat in access exclusive mode");
    server.advance(Duration.ofMinutes(3).minusMillis(1));
    assertThat(in(id, "select 1").status()).isEqualTo(200);
    server.advance(Duration.ofMinutes(3));
    assertThat(server.execute("insert into seat values (1, 'next')").status()).isEqualTo(200);
    assertThat(in(id, "select 1").refusal())
        .isEqualTo(
            "404 TransactionNotFoundException: Transaction %s is not found: it has expired"
                .formatted(id));
  }

  @Test
  void transactionExpiresAfterADayHoweverBusy() {
    String id = begin();
    for (int minute = 0; minute < 24 * 60 - 2; minute += 2) {
      server.advance(Duration.ofMinutes(2));
      assertThat(in(id, "select 1").status()).isEqualTo(200);
    }
    server.advance(Duration.ofMinutes(2));
    assertThat(in(id, "select 1").message()).endsWith("it has expired");
  }

  @Test
  void secondCallAtTheSameTimeIsRefused() throws Exception {
    String id = begin();
    CompletableFuture<DataApiServer.Answer> running;
    try (HeldLock lock = new HeldLock(server)) {
      running = CompletableFuture.supplyAsync(() -> in(id, HeldLock.WAIT));
      lock.awaitWaiter();
      assertThat(in(id, "select 1").refusal())
          .isEqualTo("400 DatabaseErrorException: Transaction is still running a query");
      assertThat(commit(id).refusal())
          .isEqualTo("400 DatabaseErrorException: Transaction is still running a query");
      server.advance(Duration.ofHours(1));
      assertThat(server.execute("select 1").status()).isEqualTo(200);
    }
    assertThat(running.get().status()).isEqualTo(200);
    assertThat(commit(id).status()).isEqualTo(200);
  }

  @Test
  void otherDatabaseWithinATransactionIsRefused() {
    String id = begin();
    assertThat(
            server
                .execute("select 1", "'database': 'postgres', 'transactionId': '" + id + "'")
                .refusal())
        .isEqualTo(
            "400 BadRequestException: Database name is not the same as transaction's database");
    assertThat(
            server
                .execute(
                    "select 1",
                    "'database': '" + server.database() + "', 'transactionId': '" + id + "'")
                .status())
        .isEqualTo(200);
    rollback(id);
  }

  @Test
  void batchIsAllOrNothing() {
    String sets =
        "'sql': 'insert into seat values (1, cast(:n as int)::text)', 'parameterSets': ["
            + "[{'name':'n','value':{'stringValue':'1'}}], [{'name':'n','value':{'stringValue':'%s'}}]]";
    assertThat(server.post("/BatchExecute", sets.formatted("x")).refusal())
        .isEqualTo(
            "400 DatabaseErrorException: ERROR: invalid input syntax for type integer: \"x\"; SQLState: 22P02");
    assertThat(seats()).isEqualTo(0);
    assertThat(server.post("/BatchExecute", sets.formatted("2")).body().toString())
        .isEqualTo("{\"updateResults\":[{\"generatedFields\":[]},{\"generatedFields\":[]}]}");
    assertThat(seats()).isEqualTo(2);
  }

  @Test
  void batchTakesPartInATransaction() {
    String id = begin();
    server.post(
        "/BatchExecute",
        "'transactionId': '"
            + id
            + "', 'sql': 'insert into seat values (1, :h)', 'parameterSets': ["
            + "[{'name':'h','value':{'stringValue':'a'}}], [{'name':'h','value':{'isNull':true}}]]");
    assertThat(seats()).isEqualTo(0);
    commit(id);
    assertThat(seats()).isEqualTo(2);
  }

  @Test
  void pausedClusterRefusesUntilItHasWoken() {
    server.pause.pause(Duration.ofSeconds(15));
    String refusal =
        "400 DatabaseResumingException: The Aurora DB instance "
            + DataApiServer.RESOURCE_ARN
            + " is resuming after being auto-paused. Please wait a few seconds and try again.";
    server.advance(Duration.ofHours(1));
    assertThat(server.execute("select 1").refusal()).isEqualTo(refusal);
    assertThat(server.pause.isPaused()).isTrue();
    server.advance(Duration.ofSeconds(15).minusMillis(1));
    assertThat(server.post("/BeginTransaction", "").refusal()).isEqualTo(refusal);
    server.advance(Duration.ofMillis(1));
    assertThat(server.execute("select 1").status()).isEqualTo(200);
    assertThat(server.pause.isPaused()).isFalse();
  }

  private static String begin() {
    return server.post("/BeginTransaction", "").body().path("transactionId").asText();
  }

  private static DataApiServer.Answer in(String id, String sql) {
    return server.execute(sql, "'transactionId': '" + id + "'");
  }

  private static DataApiServer.Answer commit(String id) {
    return server.post("/CommitTransaction", "'transactionId': '" + id + "'");
  }

  private static DataApiServer.Answer rollback(String id) {
    return server.post("/RollbackTransaction", "'transactionId': '" + id + "'");
  }

  private static int seats() {
    return server.execute("select count(*) from seat").body().at("/records/0/0/longValue").asInt();
  }
}
