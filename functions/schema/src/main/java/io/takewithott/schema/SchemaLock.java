package io.takewithott.schema;

import io.takewithott.core.database.Sql;
import io.takewithott.core.database.Statements;

/** What makes schema functions wait for each other, until the transaction that took it ends. */
final class SchemaLock {
  /** The key of the advisory lock; any number that nobody else uses. */
  private static final long KEY = 7_160_517;

  private SchemaLock() {}

  static void take(Statements transaction) {
    transaction.read(
        Sql.of("select pg_advisory_xact_lock(:key)::text as locked").bind("key", KEY),
        Locked.class);
  }

  record Locked(String locked) {}
}
