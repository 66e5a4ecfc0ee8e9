package io.takewithott.auth.social;

import io.takewithott.auth.account.Nickname;
import io.takewithott.auth.audit.SecurityEventKind;
import io.takewithott.auth.audit.SecurityEvents;
import io.takewithott.auth.client.Client;
import io.takewithott.auth.mail.EmailAddress;
import io.takewithott.core.database.Database;
import io.takewithott.core.database.DatabaseException;
import io.takewithott.core.database.Sql;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

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

  static Sql bound(String text, Identity identity) {
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

  /**
   * @param othersRemain whether there is another way into the account
   */
  record Owner(long userId, boolean othersRemain) {}

  record UserId(long userId) {}
}
