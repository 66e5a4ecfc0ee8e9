package io.takewithott.cloud.rdsdata;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.core.TransactionState;
import org.postgresql.jdbc.PgConnection;

/** A connection to one database that serves call after call. */
final class Session implements AutoCloseable {
  private static final int PING_SECONDS = 5;

  private final String database;
  private final LogIn logIn;
  private final Connection connection;
  private final PgConnection postgres;

  Session(String database, LogIn logIn, Connection connection) throws SQLException {
    this.database = database;
    this.logIn = logIn;
    this.connection = connection;
    this.postgres = connection.unwrap(PgConnection.class);
  }

  String database() {
    return database;
  }

  /** Whether it is of this database and was opened as this user, by this password. */
  boolean serves(String database, LogIn logIn) {
    return this.database.equals(database) && this.logIn.equals(logIn);
  }

  Connection connection() {
    return connection;
  }

  /** The server process behind the session. */
  long connectionId() {
    return postgres.getBackendPID();
  }

  /** Whether the server still answers: a round trip, which costs a fraction of what a call does. */
  boolean isOpen() {
    try {
      return connection.isValid(PING_SECONDS);
    } catch (SQLException e) {
      return false;
    }
  }

  /**
   * Undoes what the last call left behind: an open transaction, settings, temporary tables, locks.
   */
  void reset() throws SQLException {
    if (postgres.getTransactionState() != TransactionState.IDLE) {
      connection.rollback();
    }
    connection.setAutoCommit(true);
    run("discard all; set time zone 'UTC'");
  }

  void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      // It was of no use any more.
    }
  }
}
