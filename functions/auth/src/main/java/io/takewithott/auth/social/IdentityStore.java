package io.takewithott.auth.social;

import io.takewithott.auth.account.Nickname;
import io.takewithott.auth.audit.SecurityEventKind;
import io.takewithott.auth.audit.SecurityEvents;
import io.takewithott.auth.client.Client;
import io.takewithott.auth.limits.Claim;
import io.takewithott.auth.limits.RateLimits;
import io.takewithott.auth.mail.EmailAddress;
import io.takewithott.core.database.Database;
import io.takewithott.core.database.DatabaseException;
import io.takewithott.core.database.Sql;
import io.takewithott.core.database.Statements;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Identities and the accounts they open; a method is one call unless it says otherwise. */
final class IdentityStore {
  private static final String PRIMARY_KEY = "identities_unique";

  private final Database database;

  IdentityStore(Database database) {
    this.database = database;
  }

  /** The user whom an identity opens; what the provider says now is kept instead of earlier. */
  OptionalLong enter(Identity identity) {
    return database
        .writeOne(
            bound(
                """
                update identities
                   set email = :email, email_verified = :emailVerified,
                       sealed_grant = coalesce(:sealedGrant, sealed_grant)
                 where provider = :provider and provider_user_id = :providerUserId
                returning user_id
                """,
                identity),
            UserId.class)
        .map(found -> OptionalLong.of(found.userId))
        .orElse(OptionalLong.empty());
  }

  /** The user whose account has the identity's address, unless the identity opens that account. */
  Optional<Long> owner(Identity identity, String email) {
    return database
        .readOne(
            Sql.of(
                    """
                    select user_id from users u
                     where email_key = :emailKey
                       and not exists (
                         select 1 from identities i
                          where i.user_id = u.user_id and i.provider = :provider
                            and i.provider_user_id = :providerUserId)
                    """)
                .bind("emailKey", new EmailAddress(email).key())
                .bind("provider", identity.provider())
                .bind("providerUserId", identity.providerUserId()),
            UserId.class)
        .map(UserId::userId);
  }

  /**
   * Makes an account with that identity.
   *
   * @param withEmail whether the identity's address becomes the account's
   */
  Joining join(
      Identity identity, Nickname nickname, boolean withEmail, Client client, Instant now) {
    String email = withEmail ? identity.email() : null;
    Sql sql =
        bound(
                """
                with joined as (
                  insert into users (email, email_key, email_verified_at, nickname, nickname_key)
                  values (:accountEmail, :emailKey,
                          case when :withEmail then to_timestamp(:now) end,
                          :nickname, :nicknameKey)
                  returning user_id),
                noted as (
                """
                    + SecurityEvents.notedFor("joined")
                    + """
                ),
                kept as (
                  delete from social_unlinks
                   where provider = :provider and provider_user_id = :providerUserId)
                insert into identities
                  (provider, provider_user_id, user_id, email, email_verified, sealed_grant)
                select :provider, :providerUserId, user_id, :email, :emailVerified, :sealedGrant
                  from joined
                returning user_id
                """,
                identity)
            .bind("accountEmail", email)
            .bind("emailKey", email == null ? null : new EmailAddress(email).key())
            .bind("withEmail", email != null)
            .bind("nickname", nickname.text())
            .bind("nicknameKey", nickname.key())
            .bindSeconds("now", now);
    try {
      return new Joining(
          Joining.Result.JOINED,
          database
              .writeOne(SecurityEvents.bind(sql, SecurityEventKind.SIGNED_UP, client), UserId.class)
              .orElseThrow()
              .userId);
    } catch (DatabaseException failure) {
      if (failure.violatesUnique("users_nickname_key_unique")) {
        return new Joining(Joining.Result.NAME_TAKEN, 0);
      }
      if (failure.violatesUnique("users_email_key_unique") || failure.violatesUnique(PRIMARY_KEY)) {
        return new Joining(Joining.Result.MEANWHILE_THERE, 0);
      }
      throw failure;
    }
  }

  /**
   * Lets an identity open an account, unless it opens another or the account is gone.
   *
   * @param succeeded attempts that were taken before and have now succeeded
   */
  LinkResult link(
      long userId, Identity identity, Client client, Instant now, List<Claim> succeeded) {
    Sql sql =
        bound(
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

  /** The ways into an account. */
  Ways ways(long userId) {
    return database
        .readOne(
            Sql.of(
                    """
                    select password_hash is not null as password,
                           (select coalesce(json_agg(json_build_object(
                                     'provider', provider, 'email', email, 'linked_at', linked_at)
                                     order by provider), '[]')::text
                              from identities i where i.user_id = u.user_id) as identities_json
                      from users u where user_id = :userId
                    """)
                .bind("userId", userId),
            Ways.class)
        .orElse(new Ways(false, List.of()));
  }

  /**
   * Removes a way in, unless it is the last. Four calls: the user's row is locked first, so that of
   * two removals at once the second sees the first.
   */
  RemoveResult remove(long userId, String provider, Client client, Instant now) {
    return database.inTransaction(
        statements -> {
          Remaining remaining = lockAndCount(statements, userId, provider);
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
                  .bind("userId", userId)
                  .bind("provider", provider)
                  .bindSeconds("now", now);
          statements.write(SecurityEvents.bind(sql, SecurityEventKind.IDENTITY_UNLINKED, client));
          return RemoveResult.REMOVED;
        });
  }

  /** Whose identity that is, and whether they could still get in without it. */
  Optional<Owner> owner(String provider, String providerUserId) {
    return database.readOne(
        Sql.of(
                """
                select u.user_id,
                       u.password_hash is not null
                       or exists (select 1 from identities o
                                   where o.user_id = u.user_id and o.provider <> i.provider)
                         as others_remain
                  from identities i join users u on u.user_id = i.user_id
                 where i.provider = :provider and i.provider_user_id = :providerUserId
                """)
            .bind("provider", provider)
            .bind("providerUserId", providerUserId),
        Owner.class);
  }

  void erase(String provider, String providerUserId) {
    database.write(
        Sql.of(
                "delete from identities"
                    + " where provider = :provider and provider_user_id = :providerUserId")
            .bind("provider", provider)
            .bind("providerUserId", providerUserId));
  }

  private static Remaining lockAndCount(Statements statements, long userId, String provider) {
    statements.read(
        Sql.of("select user_id from users where user_id = :userId for update")
            .bind("userId", userId),
        UserId.class);
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

  private static Sql bound(String text, Identity identity) {
    return Sql.of(text)
        .bind("provider", identity.provider())
        .bind("providerUserId", identity.providerUserId())
        .bind("email", identity.email())
        .bind("emailVerified", identity.emailVerified())
        .bind("sealedGrant", identity.sealedGrant());
  }

  /** What came of making an account. */
  record Joining(Result result, long userId) {
    enum Result {
      JOINED,
      NAME_TAKEN,
      /** Somebody else made the account, or took the address, a moment ago: look again. */
      MEANWHILE_THERE
    }
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

  /**
   * @param othersRemain whether there is another way into the account
   */
  record Owner(long userId, boolean othersRemain) {}

  record Remaining(boolean present, boolean others) {}

  record UserId(long userId) {}
}
