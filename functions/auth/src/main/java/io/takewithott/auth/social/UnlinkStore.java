package io.takewithott.auth.social;

import io.takewithott.core.database.Database;
import io.takewithott.core.database.Sql;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Connections that are to be ended at their provider; every method is one call. */
final class UnlinkStore {
  /** As long as a run takes: until then nobody else tries what it has taken. */
  private static final Duration LEASE = Duration.ofMinutes(5);

  private final Database database;

  UnlinkStore(Database database) {
    this.database = database;
  }

  /** Takes some that are due, so that no other run takes them as well. */
  List<Due> take(int most, Instant now) {
    return database.write(
        Sql.of(
                """
                update social_unlinks
                   set attempts = attempts + 1, next_at = to_timestamp(:leased)
                 where unlink_id in (
                   select unlink_id from social_unlinks
                    where next_at <= to_timestamp(:now)
                    order by next_at limit :most for update skip locked)
                returning unlink_id, provider, provider_user_id, sealed_grant, attempts
                """)
            .bindSeconds("leased", now.plus(LEASE))
            .bindSeconds("now", now)
            .bind("most", most),
        Due.class);
  }

  void done(long unlinkId) {
    database.write(Sql.of("delete from social_unlinks where unlink_id = :id").bind("id", unlinkId));
  }

  void later(long unlinkId, Instant at) {
    database.write(
        Sql.of("update social_unlinks set next_at = to_timestamp(:at) where unlink_id = :id")
            .bindSeconds("at", at)
            .bind("id", unlinkId));
  }

  /**
   * @param attempts with this one
   */
  record Due(
      long unlinkId,
      String provider,
      String providerUserId,
      @Nullable String sealedGrant,
      int attempts) {
    @Override
    public String toString() {
      return "Due[" + unlinkId + ", " + provider + "]";
    }
  }
}
