package io.takewithott.auth.mail;

import io.takewithott.auth.audit.SecurityEventKind;
import io.takewithott.auth.audit.SecurityEvents;
import io.takewithott.auth.client.Client;
import io.takewithott.auth.limits.Limit;
import io.takewithott.auth.session.SessionStore;
import io.takewithott.core.database.Database;
import io.takewithott.core.database.Sql;
import io.takewithott.core.http.Caller;
import io.takewithott.core.limits.RateLimits;
import java.util.List;

/** Proofs of addresses in the database; every method is one call, and takes an attempt. */
public final class EmailVerificationStore {
  private final Database database;
  private final RateLimits limits;

  public EmailVerificationStore(Database database, RateLimits limits) {
    this.database = database;
    this.limits = limits;
  }

  /**
   * Notes another mail, unless the address is proven or there is none; whether the caller's session
   * lives.
   */
  boolean ask(Caller caller) {
    Sql sql =
        limits
            .gated(
                List.of(Limit.VERIFY_ACCOUNT.of(Long.toString(caller.userId()))),
                """
                , owner as (
                  select user_id, email_key, email_verified_at from users u, gate g
                   where g.allowed and u.user_id = :userId and
                """
                    + SessionStore.IS_LIVE
                    + "), mailed as ("
                    + Mails.noting(
                        MailKind.VERIFY_EMAIL,
                        "owner where email_key is not null and email_verified_at is null")
                    + ") select allowed, wait_seconds, exists (select 1 from owner) as done from gate")
            .bind("userId", caller.userId())
            .bind("sessionId", caller.sessionId());
    return answered(sql);
  }

  /** Uses a link; whether it was good. */
  boolean verify(LinkToken token, Client client) {
    Sql sql =
        limits
            .gated(
                List.of(Limit.LINK_ADDRESS.of(client.address())),
                """
                , used as (
                  update single_use_tokens t set used_at = to_timestamp(:now) from gate g
                   where g.allowed and t.token_hash = :hash and t.purpose = 'VERIFY_EMAIL'
                     and t.used_at is null and t.expires_at > to_timestamp(:now)
                  returning t.user_id, t.email_key),
                verified as (
                  update users u set email_verified_at = coalesce(u.email_verified_at, to_timestamp(:now))
                    from used where u.user_id = used.user_id and u.email_key = used.email_key
                  returning u.user_id),
                noted as (
                """
                    + SecurityEvents.notedFor("verified")
                    + ") select allowed, wait_seconds, exists (select 1 from verified) as done from gate")
            .bind("hash", token.hash());
    return answered(SecurityEvents.bind(sql, SecurityEventKind.EMAIL_VERIFIED, client));
  }

  private boolean answered(Sql sql) {
    Outcome outcome = database.writeOne(sql, Outcome.class).orElseThrow();
    RateLimits.require(outcome.allowed, outcome.waitSeconds);
    return outcome.done;
  }

  record Outcome(boolean allowed, long waitSeconds, boolean done) {}
}
