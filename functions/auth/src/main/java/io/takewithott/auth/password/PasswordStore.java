package io.takewithott.auth.password;

import io.takewithott.auth.audit.SecurityEventKind;
import io.takewithott.auth.audit.SecurityEvents;
import io.takewithott.auth.client.Client;
import io.takewithott.auth.mail.EmailChanges;
import io.takewithott.auth.mail.MailKind;
import io.takewithott.auth.mail.Mails;
import io.takewithott.auth.password.Proof.Proven;
import io.takewithott.auth.session.SessionStore;
import io.takewithott.core.database.Database;
import io.takewithott.core.database.Sql;
import io.takewithott.core.http.Caller;
import io.takewithott.core.limits.Claim;
import io.takewithott.core.limits.RateLimits;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Passwords of accounts that somebody is logged in to; every method is one call. */
public final class PasswordStore {
  /** How recent a log-in stands for a password that there is not. */
  static final Duration FRESH = Duration.ofMinutes(10);

  private final Database database;
  private final RateLimits limits;
  private final InstantSource clock;

  public PasswordStore(Database database, RateLimits limits, InstantSource clock) {
    this.database = database;
    this.limits = limits;
    this.clock = clock;
  }

  /** Takes an attempt, and reads what the caller has to prove. */
  Owner owner(Caller caller, List<Claim> claims) {
    Sql sql =
        limits
            .gated(
                claims,
                """
                select g.allowed, g.wait_seconds, u.user_id is not null as live, u.password_hash,
                       coalesce((select s.opened_at > to_timestamp(:now - :fresh) from sessions s
                                  where s.user_id = :userId and s.session_id::text = :sessionId), false) as fresh
                  from gate g
                  left join users u on g.allowed and u.user_id = :userId and
                """
                    + SessionStore.IS_LIVE)
            .bind("userId", caller.userId())
            .bind("sessionId", caller.sessionId())
            .bind("fresh", (double) FRESH.toSeconds());
    Owner owner = database.writeOne(sql, Owner.class).orElseThrow();
    RateLimits.require(owner.allowed, owner.waitSeconds);
    if (!owner.live) {
      throw SessionStore.loggedOut();
    }
    return owner;
  }

  /**
   * Puts a new password in the place of the proven one, ends all other sessions, makes older reset
   * links and a change of address that waits useless, and tells the owner by mail. Whether the
   * proven password was still the one.
   */
  boolean change(Caller caller, Proven proven, String hash, Client client) {
    Sql sql =
        Sql.of(
                "with "
                    + RateLimits.settling(proven.claims())
                    + """
                    changed as (
                      update users set password_hash = :hash
                       where user_id = :userId and password_hash is not distinct from :old::text
                         and deleted_at is null
                      returning user_id),
                    ended as (
                      update sessions s set ended_at = to_timestamp(:now), end_reason = 'PASSWORD'
                        from changed c
                       where s.user_id = c.user_id and s.session_id::text <> :sessionId and s.ended_at is null),
                    spent as (
                      update single_use_tokens t set used_at = to_timestamp(:now)
                        from changed c
                       where t.user_id = c.user_id and t.purpose = 'RESET_PASSWORD' and t.used_at is null),
                    overtaken as (
                    """
                    + EmailChanges.ending("changed")
                    + """
                    ),
                    mailed as (
                    """
                    + Mails.noting(
                        MailKind.PASSWORD_CHANGED,
                        "changed join users u using (user_id) where u.email is not null")
                    + "), noted as ("
                    + SecurityEvents.notedFor("changed")
                    + ") select count(*) as changed from changed")
            .bind("userId", caller.userId())
            .bind("sessionId", caller.sessionId())
            .bind("old", proven.hash())
            .bind("hash", hash)
            .bindSeconds("now", clock.instant());
    return database
            .writeOne(
                RateLimits.bindSettled(
                    SecurityEvents.bind(sql, SecurityEventKind.PASSWORD_CHANGED, client),
                    proven.claims()),
                Changed.class)
            .orElseThrow()
            .changed
        == 1;
  }

  record Changed(int changed) {}

  /**
   * @param live whether the caller's session is
   * @param fresh whether it was opened minutes ago
   */
  record Owner(
      boolean allowed,
      long waitSeconds,
      boolean live,
      @Nullable String passwordHash,
      boolean fresh) {
    @Override
    public String toString() {
      return "Owner[]";
    }
  }
}
