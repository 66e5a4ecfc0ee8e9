package io.takewithott.cloud.rdsdata;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** An advisory lock that makes a call wait for as long as the test wants. */
final class HeldLock implements AutoCloseable {
  /** A statement that waits while the lock is held. */
  static final String WAIT = "select pg_advisory_xact_lock(7)";

  private final Connection connection;

  HeldLock(DataApiServer server) throws SQLException {
    connection = DataApiServer.postgres().connect(server.database());
    try (Statement statement = connection.createStatement()) {
      statement.execute("select pg_advisory_lock(7)");
    }
  }

  /** Returns once a call waits for the lock. */
  void awaitWaiter() throws SQLException, InterruptedException {
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!hasWaiter()) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("Nobody waits for the lock");
      }
      Thread.sleep(10);
    }
  }

  private boolean hasWaiter() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select 1 from pg_locks where locktype = 'advisory' and not granted"
                    + " and database = (select oid from pg_database where datname = current_database())")) {
      return rows.next();
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
