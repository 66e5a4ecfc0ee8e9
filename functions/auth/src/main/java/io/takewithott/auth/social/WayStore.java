package io.takewithott.auth.social;

import io.takewithott.auth.audit.SecurityEventKind;
import io.takewithott.auth.audit.SecurityEvents;
import io.takewithott.auth.client.Client;
import io.takewithott.auth.session.SessionStore;
import io.takewithott.core.database.Database;
import io.takewithott.core.database.DatabaseException;
import io.takewithott.core.database.Sql;
import io.takewithott.core.database.Statements;
import io.takewithott.core.http.Caller;
import io.takewithott.core.limits.Claim;
import io.takewithott.core.limits.RateLimits;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ways into one member's account; a method is one call unless it says otherwise. */
final class WayStore {
  private final Database database;

  WayStore(Database database) {
    this.database = database;
  }

  /**
   * Lets an identity open an account, unless it opens another or the account is gone.
   *
   * @param succeeded attempts that were taken before and have now succeeded
   */
  LinkResult link(
      long userId, Identity identity, Client client, Instant now, List<Claim> succeeded) {
    Sql sql =
        IdentityStore.bound(
                "with "
                    + RateLimits.settling(succeeded)
                    + """
                linked as (
                  insert into identities as i
                    (provider, provider_user_id, user_id, email, email_verified, sealed_grant)
                  select :provider, :providerUserId, user_id, :email, :emailVerified, :sealedGrant
                    from users where user_id = :userId and deleted_at is null
                  on conflict (provider, provider_user_id) do update
                    set email = excluded.email, email_verified = excluded.email_verified,
                        sealed_grant = coalesce(excluded.sealed_grant, i.sealed_grant)
                    where i.user_id = excluded.user_id
                  returning user_id),
                kept as (
                  delete from social_unlinks
                   where provider = :provider and provider_user_id = :providerUserId),
                noted as (
                """
                    + SecurityEvents.notedFor("linked")
                    + """
                )
                select user_id from linked
                """,
                identity)
            .bind("userId", userId)
            .bindSeconds("now", now);
    try {
      return database
              .writeOne(
                  RateLimits.bindSettled(
                      SecurityEvents.bind(sql, SecurityEventKind.IDENTITY_LINKED, client),
                      succeeded),
                  UserId.class)
              .isPresent()
          ? LinkResult.LINKED
          : LinkResult.TAKEN;
    } catch (DatabaseException failure) {
      if (failure.violatesUnique("identities_one_of_each")) {
        return LinkResult.ANOTHER_LINKED;
      }
      throw failure;
    }
  }

  /**
   * The ways into the caller's account, if their session still lives.
   *
   * @throws io.takewithott.core.AppException UNAUTHENTICATED
   */
  Ways of(Caller caller, Instant now) {
    return database
        .readOne(
            Sql.of(
                    """
                    select password_hash is not null as password,
                           (select coalesce(json_agg(json_build_object(
                                     'provider', provider, 'email', email, 'linked_at', linked_at)
                                     order by provider), '[]')::text
                              from identities i where i.user_id = u.user_id) as identities_json
                      from users u where u.user_id = :userId and u.deleted_at is null and
                    """
                        + SessionStore.IS_LIVE)
                .bind("userId", caller.userId())
                .bind("sessionId", caller.sessionId())
                .bindSeconds("now", now),
            Ways.class)
        .orElseThrow(SessionStore::loggedOut);
  }

  /**
   * Removes a way in, unless it is the last. Three calls, and two for the transaction: the user's
   * row is locked first, so that of two removals at once the second sees the first.
   *
   * @throws io.takewithott.core.AppException UNAUTHENTICATED when the session has ended
   */
  RemoveResult remove(Caller caller, String provider, Client client, Instant now) {
    return database.inTransaction(
        statements -> {
          lock(statements, caller, now);
          Remaining remaining = remaining(statements, caller.userId(), provider);
          if (!remaining.present) {
            return RemoveResult.NOT_LINKED;
          }
          if (!remaining.others) {
            return RemoveResult.LAST_WAY_IN;
          }
          Sql sql =
              Sql.of(
                      "with removed as (delete from identities"
                          + " where user_id = :userId and provider = :provider returning user_id) "
                          + SecurityEvents.notedFor("removed"))
                  .bind("userId", caller.userId())
                  .bind("provider", provider)
                  .bindSeconds("now", now);
          statements.write(SecurityEvents.bind(sql, SecurityEventKind.IDENTITY_UNLINKED, client));
          return RemoveResult.REMOVED;
        });
  }

  private static void lock(Statements statements, Caller caller, Instant now) {
    Sql sql =
        Sql.of(
                "select user_id from users u where u.user_id = :userId and u.deleted_at is null and "
                    + SessionStore.IS_LIVE
                    + " for update of u")
            .bind("userId", caller.userId())
            .bind("sessionId", caller.sessionId())
            .bindSeconds("now", now);
    if (statements.readOne(sql, UserId.class).isEmpty()) {
      throw SessionStore.loggedOut();
    }
  }

  private static Remaining remaining(Statements statements, long userId, String provider) {
    return statements
        .readOne(
            Sql.of(
                    """
                    select exists (select 1 from identities
                                    where user_id = :userId and provider = :provider) as present,
                           exists (select 1 from identities
                                    where user_id = :userId and provider <> :provider)
                           or exists (select 1 from users
                                       where user_id = :userId and password_hash is not null)
                             as others
                    """)
                .bind("userId", userId)
                .bind("provider", provider),
            Remaining.class)
        .orElseThrow();
  }

  enum LinkResult {
    LINKED,
    TAKEN,
    ANOTHER_LINKED
  }

  enum RemoveResult {
    REMOVED,
    NOT_LINKED,
    LAST_WAY_IN
  }

  record Ways(boolean password, List<Way> identities) {}

  record Way(String provider, @Nullable String email, Instant linkedAt) {}

  record Remaining(boolean present, boolean others) {}

  record UserId(long userId) {}
}
