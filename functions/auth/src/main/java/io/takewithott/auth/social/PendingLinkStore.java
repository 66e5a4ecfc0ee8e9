package io.takewithott.auth.social;

import io.takewithott.core.database.Database;
import io.takewithott.core.database.Sql;
import java.time.Instant;
import java.util.Optional;

/** Identities that wait for the log-in of the account their address belongs to; one call each. */
final class PendingLinkStore {
  private final Database database;

  PendingLinkStore(Database database) {
    this.database = database;
  }

  void put(String token, long ownerId, Identity identity, Instant now, Instant expiresAt) {
    database.write(
        Sql.of(
                """
                with forgotten as (delete from pending_links where expires_at < to_timestamp(:now))
                insert into pending_links
                  (token_hash, user_id, provider, provider_user_id, email, email_verified,
                   sealed_grant, expires_at)
                values (:token, :userId, :provider, :providerUserId, :email, :emailVerified,
                        :sealedGrant, to_timestamp(:expiresAt))
                """)
            .bindSeconds("now", now)
            .bind("token", Randomness.hash(token))
            .bind("userId", ownerId)
            .bind("provider", identity.provider())
            .bind("providerUserId", identity.providerUserId())
            .bind("email", identity.email())
            .bind("emailVerified", identity.emailVerified())
            .bind("sealedGrant", identity.sealedGrant())
            .bindSeconds("expiresAt", expiresAt));
  }

  /** Takes out the identity that waits for this user, if it has not waited too long. */
  Optional<Identity> take(String token, long userId, String provider, Instant now) {
    return database.writeOne(
        Sql.of(
                """
                delete from pending_links
                 where token_hash = :token and user_id = :userId and provider = :provider
                   and expires_at > to_timestamp(:now)
                returning provider, provider_user_id, email, email_verified, sealed_grant
                """)
            .bind("token", Randomness.hash(token))
            .bind("userId", userId)
            .bind("provider", provider)
            .bindSeconds("now", now),
        Identity.class);
  }
}
