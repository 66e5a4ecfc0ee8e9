package io.takewithott.cloud.rdsdata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** The operations of the Data API: a request's JSON in, a response's JSON out. */
final class DataApi implements AutoCloseable {
  private static final long EXPIRY_INTERVAL_MILLIS = 1000;

  private final RdsDataCluster cluster;
  private final RdsDataLimits limits;
  private final ClusterPause pause;
  private final SessionPool pool;
  private final Transactions transactions;
  private final Statements statements;
  private final ScheduledExecutorService expiry =
      Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "rds-data-expiry"));
  private final ExecutorService unwaitedFor =
      Executors.newCachedThreadPool(task -> daemon(task, "rds-data-unwaited-for"));

  DataApi(
      ConnectionSource source,
      RdsDataCluster cluster,
      RdsDataLimits limits,
      ClusterPause pause,
      InstantSource time) {
    this.cluster = cluster;
    this.limits = limits;
    this.pause = pause;
    this.pool = new SessionPool(source, limits);
    this.transactions = new Transactions(pool, limits, time);
    this.statements = new Statements(limits);
    // A transaction left open holds locks, whether or not another call comes.
    var unused =
        expiry.scheduleWithFixedDelay(
            transactions::expire,
            EXPIRY_INTERVAL_MILLIS,
            EXPIRY_INTERVAL_MILLIS,
            TimeUnit.MILLISECONDS);
  }

  private static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }

  byte[] call(Operation operation, JsonNode body) {
    transactions.expire();
    ClusterRequest request = ClusterRequest.of(body);
    return switch (operation) {
      case EXECUTE_STATEMENT -> execute(request);
      case BATCH_EXECUTE_STATEMENT -> batch(request);
      case BEGIN_TRANSACTION -> begin(request);
      case COMMIT_TRANSACTION -> commit(request);
      case ROLLBACK_TRANSACTION -> rollback(request);
      case EXECUTE_SQL ->
          throw DataApiException.badRequest(
              "ExecuteSql is not supported for this cluster; use ExecuteStatement or BatchExecuteStatement");
    };
  }

  private byte[] execute(ClusterRequest cluster) {
    StatementRequest request = StatementRequest.execute(cluster, limits);
    LogIn logIn = admit(cluster);
    if (request.continueAfterTimeout()) {
      return awaitWithinTimeout(
          () -> run(request, logIn, session -> statements.execute(session, request)));
    }
    return run(request, logIn, session -> statements.execute(session, request));
  }

  private byte[] batch(ClusterRequest cluster) {
    StatementRequest request = StatementRequest.batch(cluster, limits);
    LogIn logIn = admit(cluster);
    return run(request, logIn, session -> statements.batch(session, request));
  }

  private byte[] begin(ClusterRequest request) {
    request.members().requireValid();
    LogIn logIn = admit(request);
    try {
      String database = database(request.database().orElse(""));
      return object("transactionId", transactions.begin(database, logIn));
    } catch (SQLException e) {
      throw DatabaseFailure.of(e);
    }
  }

  private byte[] commit(ClusterRequest request) {
    String id = request.transactionId();
    var unused = admit(request);
    transactions.commit(id);
    return object("transactionStatus", "Transaction Committed");
  }

  private byte[] rollback(ClusterRequest request) {
    String id = request.transactionId();
    var unused = admit(request);
    transactions.rollback(id);
    return object("transactionStatus", "Rollback Complete");
  }

  private LogIn admit(ClusterRequest request) {
    LogIn logIn = request.logIn(cluster);
    if (pause.refusesCall()) {
      throw DataApiException.resuming(cluster.resourceArn());
    }
    return logIn;
  }

  private byte[] run(StatementRequest request, LogIn logIn, Transactions.Work work) {
    if (request.transactionId().isPresent()) {
      return transactions.call(request.transactionId().get(), request.database(), work);
    }
    Session session = lend(database(request.database().orElse("")), logIn);
    try {
      return work.run(session);
    } finally {
      pool.giveBack(session, SessionPool.Purpose.CALL);
    }
  }

  private Session lend(String database, LogIn logIn) {
    try {
      return pool.lend(database, logIn, SessionPool.Purpose.CALL);
    } catch (SQLException e) {
      throw DatabaseFailure.of(e);
    }
  }

  private String database(String named) {
    return named.isEmpty() ? cluster.defaultDatabase() : named;
  }

  /** Stops waiting, but not the statement, when the time is over. */
  private byte[] awaitWithinTimeout(Supplier<byte[]> call) {
    Future<byte[]> running = unwaitedFor.submit(call::get);
    try {
      return running.get(limits.statementTimeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw DataApiException.statementTimeout(-1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw DataApiException.internal();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof DataApiException refusal) {
        throw refusal;
      }
      throw new IllegalStateException("A statement failed", e.getCause());
    }
  }

  private static byte[] object(String name, String value) {
    return JsonNodeFactory.instance
        .objectNode()
        .put(name, value)
        .toString()
        .getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    expiry.shutdownNow();
    unwaitedFor.shutdownNow();
    transactions.close();
    pool.close();
  }
}
