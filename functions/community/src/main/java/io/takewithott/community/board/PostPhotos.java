package io.takewithott.community.board;

import io.takewithott.community.limits.WritingLimit;
import io.takewithott.community.talk.Writing;
import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.database.Database;
import io.takewithott.core.database.Sql;
import io.takewithott.core.limits.RateLimits;
import io.takewithott.core.objects.UploadLinks;
import io.takewithott.core.objects.UploadLinks.UploadLink;
import io.takewithott.core.photo.ImageKind;
import io.takewithott.core.photo.NewPicture;
import io.takewithott.core.photo.Photos;
import io.takewithott.core.photo.Shape;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Photos on their way to a post: uploaded by a signed link, made anew, and nobody's until the post
 * is stored. They lie where all photos do, and are served and swept with those.
 */
public final class PostPhotos {
  /** A photo of the largest size a camera makes. */
  static final int MOST_BYTES = 8 * 1024 * 1024;

  static final Duration VALIDITY = Duration.ofMinutes(15);

  /** How long a photo may belong to nobody; longer than any invocation. */
  private static final Duration MAKING = Duration.ofHours(1);

  /** Uploads that may wait for their post; the oldest are forgotten. */
  private static final int MOST_WAITING = 10;

  private static final String AWAIT =
      Writing.ME
          + """
          , crowded as (
            delete from post_uploads where upload_key in (
              select p.upload_key from post_uploads p, me where p.user_id = me.user_id
               order by p.until desc offset :most)),
          awaiting as (
            insert into post_uploads (upload_key, user_id, until)
            select :upload, user_id, to_timestamp(:until) from me)
          select g.allowed, g.wait_seconds, exists (select 1 from me) as live, true as awaited from gate g
          """;

  private static final String BEGIN =
      Writing.ME
          + """
          , awaited as (
            select 1 from post_uploads p, me
             where p.upload_key = :upload and p.user_id = me.user_id and p.until > to_timestamp(:now)),
          nobodys as (
            insert into discarded_photos (photo_key, due_at)
            select :photo, to_timestamp(:due) from awaited)
          select g.allowed, g.wait_seconds, exists (select 1 from me) as live,
                 exists (select 1 from awaited) as awaited
            from gate g
          """;

  private final Database database;
  private final RateLimits limits;
  private final Photos photos;
  private final UploadLinks links;
  private final InstantSource clock;

  public PostPhotos(
      Database database, RateLimits limits, Photos photos, UploadLinks links, InstantSource clock) {
    this.database = database;
    this.limits = limits;
    this.photos = photos;
    this.links = links;
    this.clock = clock;
  }

  /** A link for an upload of exactly so many bytes of that kind. */
  Upload prepare(long userId, ImageKind kind, int bytes) {
    String upload = photos.newName();
    judged(
        gated(userId, AWAIT, upload)
            .bind("most", MOST_WAITING - 1)
            .bindSeconds("until", clock.instant().plus(VALIDITY)));
    return new Upload(
        upload, links.sign(Photos.uploadKey(upload), kind.contentType(), bytes, VALIDITY));
  }

  /**
   * Makes the photo out of what was uploaded under that name; its own name.
   *
   * @throws AppException NOT_FOUND, INVALID_VALUE
   */
  String make(long userId, String upload) {
    if (!Photos.isName(upload)) {
      throw nothingThere();
    }
    String photo = photos.newName();
    boolean awaited =
        judged(
            gated(userId, BEGIN, upload)
                .bind("photo", photo)
                .bindSeconds("due", clock.instant().plus(MAKING)));
    if (!awaited) {
      throw nothingThere();
    }
    byte[] bytes = photos.upload(upload, MOST_BYTES + 1).orElseThrow(PostPhotos::nothingThere);
    if (bytes.length > MOST_BYTES) {
      throw ImageKind.refused("A photo has 1 to " + MOST_BYTES + " bytes", "bytes");
    }
    photos.put(photo, NewPicture.of(bytes, Shape.WHOLE));
    return photo;
  }

  void uploadDone(String upload) {
    photos.deleteUploadNow(upload);
  }

  void delete(@Nullable String photo) {
    photos.deleteNow(photo);
  }

  private Sql gated(long userId, String body, String upload) {
    return limits
        .gated(List.of(WritingLimit.POST_PHOTO_ACCOUNT.of(userId)), body)
        .bind("userId", userId)
        .bind("upload", upload);
  }

  private boolean judged(Sql sql) {
    Judged judged = database.writeOne(sql, Judged.class).orElseThrow();
    RateLimits.require(judged.allowed, judged.waitSeconds);
    Writing.requireLive(judged.live);
    return judged.awaited;
  }

  static AppException nothingThere() {
    return new AppException(
        ErrorCode.NOT_FOUND, "No upload of yours is there under that name: upload the photo again");
  }

  record Judged(boolean allowed, long waitSeconds, boolean live, boolean awaited) {}

  /** A name and the link that belongs to it. */
  record Upload(String name, UploadLink link) {}
}
