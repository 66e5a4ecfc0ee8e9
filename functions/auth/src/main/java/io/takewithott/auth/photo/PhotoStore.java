package io.takewithott.auth.photo;

import io.takewithott.auth.limits.Limit;
import io.takewithott.auth.session.SessionStore;
import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.database.Database;
import io.takewithott.core.database.Sql;
import io.takewithott.core.http.Caller;
import io.takewithott.core.limits.RateLimits;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who has which photo; every method is one call. */
public final class PhotoStore {
  /** How long a photo that is being made may belong to nobody; longer than any invocation. */
  private static final Duration MAKING = Duration.ofHours(1);

  private static final String AWAIT =
      """
      , awaiting as (
        update users u set photo_upload_key = :upload, photo_upload_until = to_timestamp(:until)
          from gate g
         where g.allowed and u.user_id = :userId and u.deleted_at is null and %s
        returning u.user_id)
      select g.allowed, g.wait_seconds, exists (select 1 from awaiting) as live, true as awaited from gate g
      """
          .formatted(SessionStore.IS_LIVE);

  private static final String BEGIN =
      """
      , owner as (
        select coalesce(u.photo_upload_key = :upload and u.photo_upload_until > to_timestamp(:now), false) as awaited
          from users u, gate g
         where g.allowed and u.user_id = :userId and u.deleted_at is null and %s),
      nobodys as (
        insert into discarded_photos (photo_key, due_at)
        select :photo, to_timestamp(:due) from owner where awaited)
      select g.allowed, g.wait_seconds, exists (select 1 from owner) as live,
             exists (select 1 from owner where awaited) as awaited
        from gate g
      """
          .formatted(SessionStore.IS_LIVE);

  private final Database database;
  private final RateLimits limits;
  private final InstantSource clock;

  public PhotoStore(Database database, RateLimits limits, InstantSource clock) {
    this.database = database;
    this.limits = limits;
    this.clock = clock;
  }

  /**
   * Notes that an upload under that name is to become the caller's picture. An earlier one no
   * longer is.
   *
   * @throws AppException TOO_MANY_REQUESTS, UNAUTHENTICATED
   */
  void await(Caller caller, String upload, Duration validity) {
    judged(gated(caller, AWAIT, upload).bindSeconds("until", clock.instant().plus(validity)));
  }

  /**
   * Notes that a photo is being made, so that it is deleted if that comes to nothing. Whether the
   * upload is the one that is awaited of the caller.
   *
   * @throws AppException TOO_MANY_REQUESTS, UNAUTHENTICATED
   */
  boolean begin(Caller caller, String upload, String photo) {
    return judged(
        gated(caller, BEGIN, upload)
            .bind("photo", photo)
            .bindSeconds("due", clock.instant().plus(MAKING)));
  }

  private Sql gated(Caller caller, String body, String upload) {
    return limits
        .gated(List.of(Limit.PHOTO_ACCOUNT.of(Long.toString(caller.userId()))), body)
        .bind("userId", caller.userId())
        .bind("sessionId", caller.sessionId())
        .bind("upload", upload);
  }

  private boolean judged(Sql sql) {
    Judged judged = database.writeOne(sql, Judged.class).orElseThrow();
    RateLimits.require(judged.allowed, judged.waitSeconds);
    if (!judged.live) {
      throw SessionStore.loggedOut();
    }
    return judged.awaited;
  }

  /**
   * Makes the photo the caller's picture, if the upload is still the one that is awaited; nothing
   * otherwise.
   */
  Optional<Former> finish(Caller caller, String upload, String photo) {
    return database.writeOne(
        Sql.of(
                """
                with changed as (
                  update users u
                     set photo_key = :photo, photo_upload_key = null, photo_upload_until = null
                    from (select user_id, photo_key as former from users
                           where user_id = :userId and photo_upload_key = :upload and deleted_at is null
                             for no key update) old
                   where u.user_id = old.user_id
                  returning old.former),
                somebodys as (
                  delete from discarded_photos where photo_key = :photo and exists (select 1 from changed))
                select former from changed
                """)
            .bind("userId", caller.userId())
            .bind("upload", upload)
            .bind("photo", photo),
        Former.class);
  }

  /**
   * @return the photo that was the caller's picture
   * @throws AppException UNAUTHENTICATED
   */
  Former remove(Caller caller) {
    return database
        .writeOne(
            Sql.of(
                    """
                    with old as (
                      select u.user_id, u.photo_key as former from users u
                       where u.user_id = :userId and u.deleted_at is null and %s
                         for no key update),
                    changed as (
                      update users u
                         set photo_key = null, photo_upload_key = null, photo_upload_until = null
                        from old where u.user_id = old.user_id)
                    select former from old
                    """
                        .formatted(SessionStore.IS_LIVE))
                .bind("userId", caller.userId())
                .bind("sessionId", caller.sessionId())
                .bindSeconds("now", clock.instant()),
            Former.class)
        .orElseThrow(SessionStore::loggedOut);
  }

  /**
   * @throws AppException NOT_FOUND
   */
  Shown shown(long userId) {
    return database
        .readOne(
            Sql.of(
                    "select nickname, photo_key from users where user_id = :userId and deleted_at is null")
                .bind("userId", userId),
            Shown.class)
        .orElseThrow(() -> new AppException(ErrorCode.NOT_FOUND, "There is no user " + userId));
  }

  record Judged(boolean allowed, long waitSeconds, boolean live, boolean awaited) {}

  record Former(@Nullable String former) {}

  record Shown(String nickname, @Nullable String photoKey) {}
}
