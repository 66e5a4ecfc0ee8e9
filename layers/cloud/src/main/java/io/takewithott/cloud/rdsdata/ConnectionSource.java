package io.takewithott.cloud.rdsdata;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;

/** Opens PostgreSQL connections; {@code PostgresServer::connect} is one. */
@FunctionalInterface
public interface ConnectionSource {
  /** A new connection to the database, with settings of the JDBC driver; the caller closes it. */
  Connection open(String database, Properties settings) throws SQLException;
}
