package io.takewithott.auth.mail;

import io.takewithott.core.database.Database;
import io.takewithott.core.database.Sql;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The mails to be sent; every method is one call. */
public final class MailStore {
  /** Then nobody waits for it any more: a link would surprise more than it helps. */
  private static final int MOST_ATTEMPTS = 6;

  private static final Duration FIRST_WAIT = Duration.ofMinutes(1);

  private final Database database;

  public MailStore(Database database) {
    this.database = database;
  }

  /**
   * Takes mails that are due, each for this caller alone: whoever comes meanwhile finds them due
   * later, which is also when one that fails is tried again.
   */
  List<DueMail> claim(int most, Instant now) {
    return database.write(
        Sql.of(
                """
                with due as (
                  select mail_id from mails
                   where sent_at is null and given_up_at is null and next_at <= to_timestamp(:now)
                   order by mail_id limit :most for update skip locked),
                claimed as (
                  update mails m
                     set attempts = m.attempts + 1,
                         next_at = to_timestamp(:now + :wait * power(2, m.attempts))
                    from due where m.mail_id = due.mail_id
                  returning m.mail_id, m.user_id, m.kind, m.change_id, m.attempts)
                select c.mail_id, c.user_id, c.kind, c.change_id, c.attempts >= :mostAttempts as last,
                       case when c.change_id is null then u.email
                            when e.ended_at is not null and c.kind = 'CHANGE_EMAIL' then null
                            when c.kind = 'CHANGE_EMAIL' then e.email
                            else e.former_email end as email,
                       u.language
                  from claimed c join users u using (user_id) left join email_changes e using (change_id)
                 order by c.mail_id
                """)
            .bind("most", most)
            .bind("mostAttempts", MOST_ATTEMPTS)
            .bind("wait", (double) FIRST_WAIT.toSeconds())
            .bindSeconds("now", now),
        DueMail.class);
  }

  /**
   * Makes a link's token good, for that address alone: the user's may be another by the time it is
   * opened.
   */
  void issue(LinkToken token, DueMail mail, String to, Instant now, Instant expiresAt) {
    Long changeId = mail.changeId();
    database.write(
        Sql.of(
                """
                insert into single_use_tokens
                  (token_hash, user_id, change_id, purpose, email_key, made_at, expires_at)
                select :hash, user_id, :changeId::bigint, :purpose, :emailKey, to_timestamp(:now), to_timestamp(:expires)
                  from users where user_id = :userId and deleted_at is null
                """)
            .bind("hash", token.hash())
            .bind("userId", mail.userId())
            .bind("changeId", changeId == null ? null : changeId.toString())
            .bind("emailKey", EmailAddress.key(to))
            .bind("purpose", mail.kind().name())
            .bindSeconds("now", now)
            .bindSeconds("expires", expiresAt));
  }

  void sent(long mailId, Instant now) {
    database.write(
        Sql.of("update mails set sent_at = to_timestamp(:now) where mail_id = :mailId")
            .bind("mailId", mailId)
            .bindSeconds("now", now));
  }

  void giveUp(long mailId, Instant now) {
    database.write(
        Sql.of("update mails set given_up_at = to_timestamp(:now) where mail_id = :mailId")
            .bind("mailId", mailId)
            .bindSeconds("now", now));
  }

  /**
   * @param last whether this is the last attempt
   * @param changeId the change of address that it is about
   * @param email nothing when the user has none any more, or wants it no longer
   */
  record DueMail(
      long mailId,
      long userId,
      MailKind kind,
      @Nullable Long changeId,
      boolean last,
      @Nullable String email,
      String language) {
    @Override
    public String toString() {
      return "DueMail[" + mailId + "]";
    }
  }
}
