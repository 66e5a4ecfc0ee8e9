package io.takewithott.auth.password;

import io.takewithott.auth.audit.SecurityEventKind;
import io.takewithott.auth.audit.SecurityEvents;
import io.takewithott.auth.client.Client;
import io.takewithott.auth.mail.EmailChanges;
import io.takewithott.auth.mail.LinkToken;
import io.takewithott.auth.mail.MailKind;
import io.takewithott.auth.mail.Mails;
import io.takewithott.core.database.Database;
import io.takewithott.core.database.Sql;
import io.takewithott.core.limits.Claim;
import io.takewithott.core.limits.RateLimits;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** New passwords for people who forgot theirs; every method is one call. */
public final class ResetStore {
  private final Database database;
  private final RateLimits limits;
  private final InstantSource clock;

  public ResetStore(Database database, RateLimits limits, InstantSource clock) {
    this.database = database;
    this.limits = limits;
    this.clock = clock;
  }

  /**
   * Takes an attempt and notes a mail, if there is an account with that address. Not where somebody
   * who logs in elsewhere merely has the address and nobody has proven it: the link would hand the
   * account to whoever reads that mail.
   */
  void ask(String emailKey, List<Claim> claims, Client client) {
    Sql sql =
        limits
            .gated(
                claims,
                """
                , owner as (
                  select u.user_id from users u, gate g
                   where g.allowed and u.email_key = :emailKey
                     and (u.password_hash is not null or u.email_verified_at is not null)),
                mailed as (
                """
                    + Mails.noting(MailKind.RESET_PASSWORD, "owner")
                    + "), noted as ("
                    + SecurityEvents.notedFor("owner")
                    + ") select allowed, wait_seconds from gate")
            .bind("emailKey", emailKey);
    Asked asked =
        database
            .writeOne(
                SecurityEvents.bind(sql, SecurityEventKind.PASSWORD_RESET_ASKED, client),
                Asked.class)
            .orElseThrow();
    RateLimits.require(asked.allowed, asked.waitSeconds);
  }

  /** Takes an attempt; the address that a good link was sent to. The link stays good. */
  Optional<String> addressOf(LinkToken token, List<Claim> claims) {
    Sql sql =
        limits
            .gated(
                claims,
                """
                select g.allowed, g.wait_seconds, t.email_key
                  from gate g
                  left join single_use_tokens t
                    on g.allowed and t.token_hash = :hash and t.purpose = 'RESET_PASSWORD'
                       and t.used_at is null and t.expires_at > to_timestamp(:now)
                """)
            .bind("hash", token.hash());
    Found found = database.writeOne(sql, Found.class).orElseThrow();
    RateLimits.require(found.allowed, found.waitSeconds);
    return Optional.ofNullable(found.emailKey);
  }

  /**
   * Uses a link up: the new password, no session left, no other link good, no change of address
   * waiting, and waits forgotten. The address is proven by it. If it was not before, whoever linked
   * another log-in to the account may not be its owner, so these are unlinked. Whether the link was
   * good.
   */
  boolean complete(LinkToken token, String passwordHash, List<Claim> succeeded, Client client) {
    Sql sql =
        Sql.of(
                "with "
                    + RateLimits.settling(succeeded)
                    + """
                    used as (
                      update single_use_tokens set used_at = to_timestamp(:now)
                       where token_hash = :hash and purpose = 'RESET_PASSWORD'
                         and used_at is null and expires_at > to_timestamp(:now)
                      returning user_id, email_key),
                    owner as (
                      select u.user_id, u.email_verified_at is null as unproven
                        from users u join used on u.user_id = used.user_id and u.email_key = used.email_key),
                    changed as (
                      update users u set password_hash = :passwordHash,
                             email_verified_at = coalesce(u.email_verified_at, to_timestamp(:now))
                        from owner where u.user_id = owner.user_id
                      returning u.user_id),
                    unlinked as (
                      delete from identities i using owner where i.user_id = owner.user_id and owner.unproven),
                    spent as (
                      update single_use_tokens t set used_at = to_timestamp(:now)
                        from owner
                       where t.user_id = owner.user_id and t.purpose = 'RESET_PASSWORD'
                         and t.used_at is null and t.token_hash <> :hash),
                    ended as (
                      update sessions s set ended_at = to_timestamp(:now), end_reason = 'PASSWORD'
                        from owner where s.user_id = owner.user_id and s.ended_at is null),
                    overtaken as (
                    """
                    + EmailChanges.ending("owner")
                    + """
                    ),
                    mailed as (
                    """
                    + Mails.noting(MailKind.PASSWORD_CHANGED, "changed")
                    + "), noted as ("
                    + SecurityEvents.notedFor("changed")
                    + ") select count(*) as changed from changed")
            .bind("hash", token.hash())
            .bind("passwordHash", passwordHash)
            .bindSeconds("now", clock.instant());
    return database
            .writeOne(
                RateLimits.bindSettled(
                    SecurityEvents.bind(sql, SecurityEventKind.PASSWORD_RESET, client), succeeded),
                Changed.class)
            .orElseThrow()
            .changed
        == 1;
  }

  record Asked(boolean allowed, long waitSeconds) {}

  record Found(boolean allowed, long waitSeconds, @Nullable String emailKey) {}

  record Changed(int changed) {}
}
