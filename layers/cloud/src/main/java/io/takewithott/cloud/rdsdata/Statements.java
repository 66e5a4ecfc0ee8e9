package io.takewithott.cloud.rdsdata;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;

/** Runs statements in a session and encodes what comes of them. */
final class Statements {
  private final ResultEncoder encoder;
  private final Duration timeout;

  Statements(RdsDataLimits limits) {
    this.encoder = new ResultEncoder(limits);
    this.timeout = limits.statementTimeout();
  }

  /** A statement on a session. */
  @FunctionalInterface
  private interface Run {
    byte[] on(Connection connection) throws SQLException;
  }

  byte[] execute(Session session, StatementRequest request) {
    return guarded(
        session,
        connection -> {
          if (request.continueAfterTimeout()) {
            session.run("set statement_timeout = 0");
          }
          byte[] response = executeOne(connection, request);
          if (request.continueAfterTimeout() && request.transactionId().isPresent()) {
            session.run("set statement_timeout = " + timeout.toMillis());
          }
          return response;
        });
  }

  private byte[] executeOne(Connection connection, StatementRequest request) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(request.sql().jdbcSql())) {
      request.sets().get(0).bind(statement);
      if (!statement.execute()) {
        return encoder.updated(Math.max(0, statement.getLargeUpdateCount()));
      }
      try (ResultSet rows = statement.getResultSet()) {
        return encoder.rows(rows, connection, request.options());
      }
    }
  }

  /** Either every set takes effect or none. */
  byte[] batch(Session session, StatementRequest request) {
    return guarded(
        session,
        connection -> {
          boolean ownTransaction = connection.getAutoCommit();
          connection.setAutoCommit(false);
          executeSets(connection, request);
          if (ownTransaction) {
            connection.commit();
          }
          return encoder.batch(request.sets().size());
        });
  }

  private static void executeSets(Connection connection, StatementRequest request)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(request.sql().jdbcSql())) {
      for (ParameterBinder set : request.sets()) {
        set.bind(statement);
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private byte[] guarded(Session session, Run run) {
    long start = System.nanoTime();
    try {
      return run.on(session.connection());
    } catch (SQLException e) {
      if (DatabaseFailure.exceedsResultBuffer(e)) {
        // The rest of the rows is still on the wire.
        session.close();
      }
      throw isTimeout(e, start)
          ? DataApiException.statementTimeout(session.connectionId())
          : DatabaseFailure.of(e);
    }
  }

  /** A shorter timeout that the caller has set by itself is the caller's error. */
  private boolean isTimeout(SQLException failure, long start) {
    SQLException next = failure.getNextException();
    boolean canceled =
        DatabaseFailure.QUERY_CANCELED.equals(failure.getSQLState())
            || (next != null && DatabaseFailure.QUERY_CANCELED.equals(next.getSQLState()));
    return canceled && System.nanoTime() - start >= timeout.toNanos();
  }
}
