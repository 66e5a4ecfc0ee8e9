package io.takewithott.auth.social;

import io.takewithott.core.database.Database;
import io.takewithott.core.database.Sql;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What was forgotten on a provider's behalf: that it was, not about whom. */
final class DeletionStore {
  /** A request for deletion can be followed for a year. */
  private static final Duration KEPT = Duration.ofDays(365);

  private final Database database;

  DeletionStore(Database database) {
    this.database = database;
  }

  void put(String code, String provider, Outcome outcome, Instant now) {
    database.write(
        Sql.of(
                """
                with old as (delete from data_deletions where requested_at < to_timestamp(:before))
                insert into data_deletions (code_hash, provider, outcome, requested_at)
                values (:code, :provider, :outcome, to_timestamp(:now))
                """)
            .bindSeconds("before", now.minus(KEPT))
            .bind("code", Randomness.hash(code))
            .bind("provider", provider)
            .bind("outcome", outcome.name())
            .bindSeconds("now", now));
  }

  Optional<Outcome> find(String code) {
    return database
        .readOne(
            Sql.of("select outcome from data_deletions where code_hash = :code")
                .bind("code", Randomness.hash(code)),
            Found.class)
        .map(Found::outcome);
  }

  /** What a request for deletion came to. */
  enum Outcome {
    NOTHING_KNOWN,
    IDENTITY_ERASED,
    ACCOUNT_ERASED
  }

  record Found(Outcome outcome) {}
}
