package io.takewithott.auth.account;

import io.takewithott.auth.password.Proof.Proven;
import io.takewithott.core.database.Database;
import io.takewithott.core.database.Sql;
import io.takewithott.core.limits.RateLimits;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The end of an account. */
public final class DeletionStore {
  private final Database database;
  private final InstantSource clock;

  public DeletionStore(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Erases everything personal, in one statement. The row stays without it: ratings that are kept
   * belong to nobody known, and those that are not keep their place without stars, so that the
   * recommender learns that they are gone. Nothing when there was no such account.
   */
  Optional<Gone> delete(long userId, boolean keepRatings, Proven proven) {
    Sql sql =
        Sql.of(
                "with "
                    + RateLimits.settling(proven.claims())
                    + """
                    gone as (
                      update users
                         set email = null, email_key = null, email_verified_at = null, password_hash = null,
                             nickname = :nobody, nickname_key = null, age_band = null, bio = null,
                             is_private = false, photo_key = null, photo_upload_key = null,
                             photo_upload_until = null, language = 'ko',
                             autoplay = true, role = 'user', taste_version = taste_version + 1,
                             deleted_at = to_timestamp(:now)
                       where user_id = :userId and deleted_at is null
                         and password_hash is not distinct from :hash::text
                      returning user_id),
                    sessions_gone as (delete from sessions x using gone where x.user_id = gone.user_id),
                    identities_gone as (delete from identities x using gone where x.user_id = gone.user_id),
                    tokens_gone as (delete from single_use_tokens x using gone where x.user_id = gone.user_id),
                    changes_gone as (delete from email_changes x using gone where x.user_id = gone.user_id),
                    mails_gone as (delete from mails x using gone where x.user_id = gone.user_id),
                    events_gone as (delete from security_events x using gone where x.user_id = gone.user_id),
                    picks_gone as (delete from picks x using gone where x.user_id = gone.user_id),
                    dismissed_gone as (delete from dismissed_titles x using gone where x.user_id = gone.user_id),
                    watches_gone as (delete from watches x using gone where x.user_id = gone.user_id),
                    opens_gone as (delete from row_opens x using gone where x.user_id = gone.user_id),
                    follows_gone as (
                      delete from follows x using gone
                       where x.follower_id = gone.user_id or x.followee_id = gone.user_id),
                    ratings_gone as (
                      update ratings x set half_stars = null from gone
                       where x.user_id = gone.user_id and not :keep and x.half_stars is not null)
                    select u.photo_key from users u join gone using (user_id)
                    """)
            .bind("userId", userId)
            .bind("keep", keepRatings)
            .bind("hash", proven.hash())
            .bind("nobody", "탈퇴한 회원")
            .bindSeconds("now", clock.instant());
    return database.writeOne(RateLimits.bindSettled(sql, proven.claims()), Gone.class);
  }

  /** What an account leaves behind in S3; the statement sees the row as it was. */
  record Gone(@Nullable String photoKey) {}
}
