package io.takewithott.auth.email;

import io.takewithott.auth.audit.SecurityEventKind;
import io.takewithott.auth.audit.SecurityEvents;
import io.takewithott.auth.client.Client;
import io.takewithott.auth.limits.Limit;
import io.takewithott.auth.mail.EmailAddress;
import io.takewithott.auth.mail.EmailChanges;
import io.takewithott.auth.mail.LinkToken;
import io.takewithott.auth.password.Proof.Proven;
import io.takewithott.auth.session.SessionStore;
import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.database.Database;
import io.takewithott.core.database.DatabaseException;
import io.takewithott.core.database.Sql;
import io.takewithott.core.http.Caller;
import io.takewithott.core.limits.Claim;
import io.takewithott.core.limits.RateLimits;
import java.util.List;

/** Changes of address in the database; every method is one call, and takes an attempt. */
public final class EmailChangeStore {
  /**
   * The old address is told first. One mail goes to the new one in any case: with a link, or, where
   * it has an account, without one to that account's owner.
   */
  private static final String ASK =
      """
      owner as (
        select u.user_id, u.email, u.password_hash is not distinct from :hash::text as proven,
               u.email_key is not distinct from :emailKey as own_already
          from users u, gate g
         where g.allowed and u.user_id = :userId and u.deleted_at is null and %s),
      change as (
        insert into email_changes (user_id, session_id, former_email, email, email_key, asked_at)
        select user_id, :sessionId::uuid, email, :email, :emailKey, to_timestamp(:now)
          from owner where proven and not own_already
        returning change_id, user_id, former_email),
      mailed as (
        insert into mails (user_id, change_id, kind, made_at, next_at)
        select user_id, change_id, kind, to_timestamp(:now), to_timestamp(:now)
          from (select 1 as turn, user_id, change_id, 'STOP_EMAIL_CHANGE' as kind
                  from change where former_email is not null
                union all
                select 2, coalesce(other.user_id, c.user_id),
                       case when other.user_id is null then c.change_id end,
                       case when other.user_id is null then 'CHANGE_EMAIL' else 'EMAIL_IN_USE' end
                  from change c left join users other on other.email_key = :emailKey) to_be_sent
         order by turn),
      noted as (%s)
      select g.allowed, g.wait_seconds,
             case when o.user_id is null then 'LOGGED_OUT'
                  when not o.proven then 'PASSWORD_CHANGED'
                  when o.own_already then 'OWN_ALREADY'
                  else 'NOTED' end as asked
        from gate g left join owner o on true
      """
          .formatted(SessionStore.IS_LIVE, SecurityEvents.notedFor("change"));

  /**
   * Whose change a used link is about. Their row is locked before anything else of theirs, as it is
   * for a new password: so nobody waits for each other.
   */
  private static final String OWNER =
      """
      select u.user_id, c.change_id
        from used join email_changes c using (change_id) join users u on u.user_id = c.user_id
       where u.deleted_at is null
         for no key update of u
      """;

  /**
   * The newest change alone: an older link may lie in a mailbox that the member meant to give up.
   * The log-in that asked goes on, as it does after a new password.
   */
  private static final String COMPLETE =
      """
      , used as (
        update single_use_tokens t set used_at = to_timestamp(:now) from gate g
         where g.allowed and t.token_hash = :hash and t.purpose = 'CHANGE_EMAIL'
           and t.used_at is null and t.expires_at > to_timestamp(:now)
        returning t.change_id),
      owner as (%s),
      change as (
        update email_changes c set ended_at = to_timestamp(:now) from owner
         where c.change_id = owner.change_id and c.ended_at is null
           and not exists (select 1 from email_changes newer
                            where newer.user_id = c.user_id and newer.change_id > c.change_id)
        returning c.user_id, c.session_id, c.email, c.email_key),
      changed as (
        update users u set email = c.email, email_key = c.email_key, email_verified_at = to_timestamp(:now)
          from change c where u.user_id = c.user_id and u.deleted_at is null
        returning u.user_id, c.session_id),
      ended as (
        update sessions s set ended_at = to_timestamp(:now), end_reason = 'EMAIL'
          from changed c
         where s.user_id = c.user_id and s.session_id <> c.session_id and s.ended_at is null),
      noted as (%s)
      select allowed, wait_seconds, exists (select 1 from changed) as done from gate
      """
          .formatted(OWNER, SecurityEvents.notedFor("changed"));

  /** Whatever else waits to become the address goes too: somebody asked who should not have. */
  private static final String STOP =
      """
      , used as (
        update single_use_tokens t set used_at = to_timestamp(:now) from gate g
         where g.allowed and t.token_hash = :hash and t.purpose = 'STOP_EMAIL_CHANGE'
           and t.used_at is null and t.expires_at > to_timestamp(:now)
        returning t.change_id),
      owner as (%s),
      told as (
        select c.user_id from email_changes c join owner using (change_id) where c.ended_at is null),
      stopped as (%s returning e.user_id),
      warned as (select distinct user_id from stopped),
      ended as (
        update sessions s set ended_at = to_timestamp(:now), end_reason = 'EMAIL'
          from warned w where s.user_id = w.user_id and s.ended_at is null),
      noted as (%s)
      select allowed, wait_seconds, exists (select 1 from warned) as done from gate
      """
          .formatted(OWNER, EmailChanges.ending("told"), SecurityEvents.notedFor("warned"));

  private final Database database;
  private final RateLimits limits;

  public EmailChangeStore(Database database, RateLimits limits) {
    this.database = database;
    this.limits = limits;
  }

  /**
   * Notes that an address is wanted, and the mails about it.
   *
   * @throws AppException TOO_MANY_REQUESTS
   */
  Asking ask(Caller caller, EmailAddress email, Proven proven, Client client) {
    List<Claim> claims =
        List.of(
            Limit.EMAIL_CHANGE_ACCOUNT.of(Long.toString(caller.userId())),
            Limit.EMAIL_CHANGE_TARGET.of(email.key()));
    Sql sql =
        limits
            .gated(claims, ", " + RateLimits.settling(proven.claims()) + ASK)
            .bind("userId", caller.userId())
            .bind("sessionId", caller.sessionId())
            .bind("hash", proven.hash())
            .bind("email", email.text())
            .bind("emailKey", email.key());
    Asking asking =
        database
            .writeOne(
                RateLimits.bindSettled(
                    SecurityEvents.bind(sql, SecurityEventKind.EMAIL_CHANGE_ASKED, client),
                    proven.claims()),
                Asking.class)
            .orElseThrow();
    RateLimits.require(asking.allowed, asking.waitSeconds);
    return asking;
  }

  /**
   * Uses a link to the new address; whether it was good.
   *
   * @throws AppException TOO_MANY_REQUESTS, EMAIL_TAKEN
   */
  boolean complete(LinkToken token, Client client) {
    try {
      return used(COMPLETE, token, SecurityEventKind.EMAIL_CHANGED, client);
    } catch (DatabaseException failure) {
      if (failure.violatesUnique("users_email_key_unique")) {
        throw new AppException(
            ErrorCode.EMAIL_TAKEN, "There is an account with this e-mail address by now");
      }
      throw failure;
    }
  }

  /**
   * Uses a link to the old address; whether there was still something to stop.
   *
   * @throws AppException TOO_MANY_REQUESTS
   */
  boolean stop(LinkToken token, Client client) {
    return used(STOP, token, SecurityEventKind.EMAIL_CHANGE_STOPPED, client);
  }

  private boolean used(String statement, LinkToken token, SecurityEventKind kind, Client client) {
    Sql sql =
        limits
            .gated(List.of(Limit.LINK_ADDRESS.of(client.address())), statement)
            .bind("hash", token.hash());
    Used used = database.writeOne(SecurityEvents.bind(sql, kind, client), Used.class).orElseThrow();
    RateLimits.require(used.allowed, used.waitSeconds);
    return used.done;
  }

  /** What came of asking. */
  enum Asked {
    NOTED,
    LOGGED_OUT,
    PASSWORD_CHANGED,
    OWN_ALREADY
  }

  record Asking(boolean allowed, long waitSeconds, Asked asked) {}

  record Used(boolean allowed, long waitSeconds, boolean done) {}
}
