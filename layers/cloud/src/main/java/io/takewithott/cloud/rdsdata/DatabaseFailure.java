package io.takewithott.cloud.rdsdata;

import java.sql.BatchUpdateException;
import java.sql.SQLException;

/** What the database, or the driver, answered instead of a result. */
final class DatabaseFailure {
  static final String QUERY_CANCELED = "57014";
  private static final String INVALID_CATALOG_NAME = "3D000";
  private static final String CONNECTION_FAILURE_CLASS = "08";
  private static final String ADMIN_SHUTDOWN_PREFIX = "57P0";

  private DatabaseFailure() {}

  static DataApiException of(SQLException failure) {
    SQLException cause = root(failure);
    if (exceedsResultBuffer(cause)) {
      return DataApiException.responseTooLarge();
    }
    if (isConnectionLost(cause)) {
      return DataApiException.databaseUnavailable();
    }
    return DataApiException.database(message(cause) + "; SQLState: " + cause.getSQLState());
  }

  /** The driver wraps the server's answer to one entry of a batch. */
  private static SQLException root(SQLException failure) {
    if (failure instanceof BatchUpdateException && failure.getNextException() != null) {
      return failure.getNextException();
    }
    return failure;
  }

  private static String message(SQLException failure) {
    String message = String.valueOf(failure.getMessage());
    // The Data API answers ERROR where the server itself, refusing a connection, says FATAL.
    return INVALID_CATALOG_NAME.equals(failure.getSQLState())
        ? message.replaceFirst("^FATAL:", "ERROR:")
        : message;
  }

  static boolean exceedsResultBuffer(SQLException failure) {
    return String.valueOf(failure.getMessage()).contains("maxResultBuffer");
  }

  /** Whether the connection is of no use any more. */
  static boolean isConnectionLost(SQLException failure) {
    String state = String.valueOf(failure.getSQLState());
    return state.startsWith(CONNECTION_FAILURE_CLASS) || state.startsWith(ADMIN_SHUTDOWN_PREFIX);
  }
}
