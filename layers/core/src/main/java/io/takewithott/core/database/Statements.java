package io.takewithott.core.database;

import java.util.List;
import java.util.Optional;

/** What runs statements: the database itself, or one transaction of it. */
public interface Statements {

  /**
   * Rows of a statement that changes nothing; outside a transaction it may be run more than once.
   */
  <T> List<T> read(Sql sql, Class<T> row);

  /** At most one row of a statement that changes nothing. */
  default <T> Optional<T> readOne(Sql sql, Class<T> row) {
    return atMostOne(read(sql, row));
  }

  /** Rows that a changing statement returns ({@code returning}); it is never run twice. */
  <T> List<T> write(Sql sql, Class<T> row);

  default <T> Optional<T> writeOne(Sql sql, Class<T> row) {
    return atMostOne(write(sql, row));
  }

  /** Runs a changing statement once and answers the number of rows it changed. */
  long write(Sql sql);

  private static <T> Optional<T> atMostOne(List<T> rows) {
    if (rows.size() > 1) {
      throw new IllegalStateException(rows.size() + " rows where at most one was expected");
    }
    return rows.stream().findFirst();
  }
}
