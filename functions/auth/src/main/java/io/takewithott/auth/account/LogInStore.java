package io.takewithott.auth.account;

import io.takewithott.auth.audit.SecurityEventKind;
import io.takewithott.auth.audit.SecurityEvents;
import io.takewithott.auth.client.Client;
import io.takewithott.core.database.Database;
import io.takewithott.core.database.Sql;
import java.time.InstantSource;

/** What a log-in writes besides the session; every method is one call. */
public final class LogInStore {
  private final Database database;
  private final InstantSource clock;

  public LogInStore(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Tells the owner of the account, if there is one, that somebody tried. */
  void noteFailure(String emailKey, Client client) {
    Sql sql =
        Sql.of(
                SecurityEvents.notedFor(
                    "(select user_id from users where email_key = :emailKey) owner"))
            .bind("emailKey", emailKey)
            .bindSeconds("now", clock.instant());
    database.write(SecurityEvents.bind(sql, SecurityEventKind.LOG_IN_FAILED, client));
  }

  /**
   * Puts a hash with newer parameters in place of the old, unless the password changed meanwhile.
   */
  void replaceHash(long userId, String old, String better) {
    database.write(
        Sql.of(
                "update users set password_hash = :better"
                    + " where user_id = :userId and password_hash = :old")
            .bind("userId", userId)
            .bind("old", old)
            .bind("better", better));
  }
}
