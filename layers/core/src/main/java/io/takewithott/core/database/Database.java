package io.takewithott.core.database;

import io.takewithott.core.database.DatabaseException.Kind;
import io.takewithott.core.lambda.Budget;
import io.takewithott.core.lambda.LogContext;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.rdsdata.RdsDataClient;
import software.amazon.awssdk.services.rdsdata.model.ExecuteStatementRequest;
import software.amazon.awssdk.services.rdsdata.model.ExecuteStatementResponse;
import software.amazon.awssdk.services.rdsdata.model.RecordsFormatType;

/**
 * PostgreSQL through the RDS Data API. Rows become records whose components are the column labels
 * in camelCase; a column whose label ends in {@code _json} holds JSON text and becomes the
 * component without that ending. A paused cluster is waited for within the invocation's budget. A
 * read may be tried again; a write that may have happened never is. Every statement bears the trace
 * of the invocation that asks ({@link SqlComment}).
 */
public final class Database implements Statements {
  private final RdsDataClient client;
  private final DatabaseConfig config;
  private final Patience patience;

  public Database(RdsDataClient client, DatabaseConfig config, Budget budget) {
    this(client, config, new Patience(budget, Patience.SLEEPING));
  }

  Database(RdsDataClient client, DatabaseConfig config, Patience patience) {
    this.client = client;
    this.config = config;
    this.patience = patience;
  }

  /** Asks for nothing, which opens the connection and loads the client. */
  public void ping() {
    read(Sql.of("select 1 as one"), One.class);
  }

  @Override
  public <T> List<T> read(Sql sql, Class<T> row) {
    return Rows.of(execute(sql, null, true), row);
  }

  @Override
  public <T> List<T> write(Sql sql, Class<T> row) {
    return Rows.of(execute(sql, null, false), row);
  }

  @Override
  public long write(Sql sql) {
    return execute(sql, null, false).numberOfRecordsUpdated();
  }

  /**
   * Runs the body in one transaction: committed when it returns, rolled back when it throws. The
   * body is run once.
   */
  public <T> T inTransaction(Function<Statements, T> body) {
    String transactionId =
        patience.call(
            true,
            timeout ->
                client
                    .beginTransaction(
                        request ->
                            request
                                .resourceArn(config.clusterArn())
                                .secretArn(config.secretArn())
                                .database(config.name())
                                .overrideConfiguration(timeout))
                    .transactionId());
    T result;
    try {
      result = body.apply(new Transaction(transactionId));
    } catch (RuntimeException | Error failure) {
      rollBack(transactionId, failure);
      throw failure;
    }
    patience.call(
        false,
        timeout ->
            client.commitTransaction(
                request ->
                    request
                        .resourceArn(config.clusterArn())
                        .secretArn(config.secretArn())
                        .transactionId(transactionId)
                        .overrideConfiguration(timeout)));
    return result;
  }

  private void rollBack(String transactionId, Throwable failure) {
    try {
      patience.call(
          false,
          timeout ->
              client.rollbackTransaction(
                  request ->
                      request
                          .resourceArn(config.clusterArn())
                          .secretArn(config.secretArn())
                          .transactionId(transactionId)
                          .overrideConfiguration(timeout)));
    } catch (DatabaseException alreadyGone) {
      if (alreadyGone.kind() != Kind.TRANSACTION_ENDED) {
        failure.addSuppressed(alreadyGone);
      }
    }
  }

  private ExecuteStatementResponse execute(
      Sql sql, @Nullable String transactionId, boolean repeatable) {
    return patience.call(
        repeatable,
        timeout ->
            client.executeStatement(
                ExecuteStatementRequest.builder()
                    .resourceArn(config.clusterArn())
                    .secretArn(config.secretArn())
                    .database(config.name())
                    .sql(SqlComment.on(sql.text(), LogContext.traceparent()))
                    .parameters(sql.parameters())
                    .transactionId(transactionId)
                    .formatRecordsAs(RecordsFormatType.JSON)
                    .includeResultMetadata(true)
                    .overrideConfiguration(timeout)
                    .build()));
  }

  /** Statements within one transaction; none is ever repeated, for a failure has ended it. */
  private final class Transaction implements Statements {
    private final String id;

    Transaction(String id) {
      this.id = id;
    }

    @Override
    public <T> List<T> read(Sql sql, Class<T> row) {
      return Rows.of(execute(sql, id, false), row);
    }

    @Override
    public <T> List<T> write(Sql sql, Class<T> row) {
      return Rows.of(execute(sql, id, false), row);
    }

    @Override
    public long write(Sql sql) {
      return execute(sql, id, false).numberOfRecordsUpdated();
    }
  }

  record One(int one) {}
}
