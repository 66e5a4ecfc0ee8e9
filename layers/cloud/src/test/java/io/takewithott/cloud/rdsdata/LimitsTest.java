package io.takewithott.cloud.rdsdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

final class LimitsTest {
  private static final String TOO_MUCH =
      "400 BadRequestException: Database returned more than the allowed response size limit";

  @Test
  void responseEndsAtOneMebibyte() throws Exception {
    try (DataApiServer server = new DataApiServer()) {
      // Sixteen rows of 64000 letters fit into a mebibyte with their JSON, seventeen do not.
      String rows = "select repeat('x', 64000) from generate_series(1, %d)";
      assertThat(server.execute(rows.formatted(16)).body().path("records")).hasSize(16);
      assertThat(server.execute(rows.formatted(17)).refusal()).isEqualTo(TOO_MUCH);
      assertThat(server.execute(rows.formatted(17), "'formatRecordsAs': 'JSON'").refusal())
          .isEqualTo(TOO_MUCH);
    }
  }

  @Test
  void endlessResultIsCutOffAndTheNextCallWorks() throws Exception {
    try (DataApiServer server = new DataApiServer()) {
      assertThat(
              server.execute("select repeat('x', 1000) from generate_series(1, 1000000)").refusal())
          .isEqualTo(TOO_MUCH);
      assertThat(server.execute("select 1").status()).isEqualTo(200);
    }
  }

  @Test
  void rowEndsAtSixtyFourKibibytes() throws Exception {
    try (DataApiServer server = new DataApiServer()) {
      assertThat(server.execute("select repeat('x', 65535), 'x'").status()).isEqualTo(200);
      assertThat(server.execute("select repeat('x', 65535), 'xy'").refusal())
          .isEqualTo(
              "400 BadRequestException: Packet for query is too large. The result set returned for a row was larger than 65536 bytes");
    }
  }

  @Test
  void requestEndsAtFourMebibytes() throws Exception {
    try (DataApiServer server = new DataApiServer()) {
      server.execute("create table document (body jsonb)");
      String insert =
          "'parameters': [{'name': 'x', 'value': {'stringValue': '[%s]'}}]"
              .formatted("1,".repeat(2_000_000) + "1");
      assertThat(server.execute("insert into document values (:x::jsonb)", insert).status())
          .isEqualTo(200);
      assertThat(
              server
                  .execute(
                      "insert into document values (:x::jsonb)",
                      insert.replace("[1,", "[" + "1,".repeat(200_000)))
                  .refusal())
          .isEqualTo(
              "413 RequestEntityTooLargeException: Request size exceeded the limit of 4194304 bytes");
    }
  }

  @Test
  void statementEndsAtItsTimeout() throws Exception {
    try (DataApiServer server =
        new DataApiServer(limits -> limits.withStatementTimeout(Duration.ofMillis(300)))) {
      DataApiServer.Answer answer = server.execute("select pg_sleep(30)");
      assertThat(answer.refusal()).isEqualTo("400 StatementTimeoutException: Request timed out");
      assertThat(answer.body().path("dbConnectionId").asLong()).isPositive();
      assertThat(
              server
                  .post("/BatchExecute", "'sql': 'do $$ begin perform pg_sleep(30); end $$'")
                  .refusal())
          .isEqualTo("400 StatementTimeoutException: Request timed out");
    }
  }

  @Test
  void callersOwnTimeoutIsADatabaseError() throws Exception {
    try (DataApiServer server = new DataApiServer()) {
      String id = server.post("/BeginTransaction", "").body().path("transactionId").asText();
      String member = "'transactionId': '" + id + "'";
      server.execute("set local statement_timeout = 50", member);
      assertThat(server.execute("select pg_sleep(30)", member).refusal())
          .isEqualTo(
              "400 DatabaseErrorException: ERROR: canceling statement due to statement timeout; SQLState: 57014");
    }
  }

  @Test
  void statementGoesOnAfterTheTimeoutIfAsked() throws Exception {
    try (DataApiServer server =
        new DataApiServer(limits -> limits.withStatementTimeout(Duration.ofMillis(300)))) {
      server.execute("create table note (body text)");
      try (HeldLock lock = new HeldLock(server)) {
        assertThat(
                server
                    .execute(
                        "with waited as ("
                            + HeldLock.WAIT
                            + ") insert into note select 'late' from waited",
                        "'continueAfterTimeout': true")
                    .refusal())
            .isEqualTo("400 StatementTimeoutException: Request timed out");
        assertThat(server.execute("select * from note").body().path("records")).isEmpty();
        lock.awaitWaiter();
      }
      await(() -> server.execute("select * from note").body().path("records").size() == 1);
    }
  }

  @Test
  void quickStatementIsAnsweredWhetherOrNotItMayGoOn() throws Exception {
    try (DataApiServer server = new DataApiServer()) {
      String members = "'continueAfterTimeout': true";
      assertThat(server.execute("select 1", members).body().path("records")).hasSize(1);
      assertThat(server.execute("selec", members).type()).isEqualTo("DatabaseErrorException");
    }
  }

  @Test
  void callerWaitsInVainWhenEverySessionIsTaken() throws Exception {
    try (DataApiServer server =
        new DataApiServer(limits -> limits.withSessions(1, Duration.ofMillis(200)))) {
      CompletableFuture<DataApiServer.Answer> holder;
      try (HeldLock lock = new HeldLock(server)) {
        holder = CompletableFuture.supplyAsync(() -> server.execute(HeldLock.WAIT));
        lock.awaitWaiter();
        assertThat(server.execute("select 1").refusal())
            .isEqualTo(
                "503 ServiceUnavailableError: No database connection became free within 200 ms");
        assertThat(server.post("/BeginTransaction", "").status()).isEqualTo(200);
      }
      assertThat(holder.get().status()).isEqualTo(200);
      await(() -> server.execute("select 1").status() == 200);
    }
  }

  @Test
  void serverThatHangsUpIsUnavailableAndTheNextCallWorks() throws Exception {
    try (DataApiServer server = new DataApiServer()) {
      assertThat(server.execute("select pg_terminate_backend(pg_backend_pid())").refusal())
          .isEqualTo(
              "504 DatabaseUnavailableException: The writer instance in the DB cluster isn't available");
      assertThat(server.execute("select 1").status()).isEqualTo(200);
    }
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(deadline);
      Thread.sleep(20);
    }
  }

  @Test
  void settingsLocksAndOpenTransactionsDoNotLeakIntoTheNextCall() throws Exception {
    try (DataApiServer server = new DataApiServer()) {
      server.execute("set search_path to nowhere");
      server.execute("set time zone 'Asia/Seoul'");
      server.execute("select pg_advisory_lock(1)");
      server.execute("create temp table scratch (n int)");
      server.execute("begin");
      assertThat(text(server, "show search_path")).isEqualTo("\"$user\", public");
      assertThat(text(server, "show timezone")).isEqualTo("UTC");
      assertThat(text(server, "show statement_timeout")).isEqualTo("45s");
      assertThat(text(server, "select count(*)::text from pg_locks where locktype = 'advisory'"))
          .isEqualTo("0");
      assertThat(text(server, "select coalesce(to_regclass('scratch')::text, 'none')"))
          .isEqualTo("none");
    }
  }

  @Test
  void databaseThatWasMadeAnewIsFoundByTheNextCall() throws Exception {
    try (DataApiServer server = new DataApiServer()) {
      assertThat(server.execute("create table film (id int)").status()).isEqualTo(200);
      DataApiServer.postgres().dropDatabase(server.database());
      DataApiServer.postgres().createDatabase(server.database());
      assertThat(server.execute("create table film (id int)").status()).isEqualTo(200);
    }
  }

  private static String text(DataApiServer server, String sql) {
    return server.execute(sql).body().at("/records/0/0/stringValue").asText();
  }
}
