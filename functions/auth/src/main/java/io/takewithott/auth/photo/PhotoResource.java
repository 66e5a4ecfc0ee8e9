package io.takewithott.auth.photo;

import io.takewithott.auth.photo.PhotoStore.Former;
import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.http.Caller;
import io.takewithott.core.http.Request;
import io.takewithott.core.http.Response;
import io.takewithott.core.objects.UploadLinks;
import io.takewithott.core.objects.UploadLinks.UploadLink;
import io.takewithott.core.photo.ImageKind;
import io.takewithott.core.photo.NewPicture;
import io.takewithott.core.photo.PhotoSize;
import io.takewithott.core.photo.Photos;
import io.takewithott.core.photo.Picture;
import io.takewithott.core.photo.Shape;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * My photo: a link to upload one, making the picture out of it, and removing it. One database call
 * each, and two to make the picture.
 */
public final class PhotoResource {
  /** A photo of the largest size a camera makes; a function's answer could not carry it. */
  static final int MOST_BYTES = 8 * 1024 * 1024;

  private static final Duration VALIDITY = Duration.ofMinutes(5);

  /** A name that is never given. */
  private static final String NOBODYS = "warm";

  private final PhotoStore store;
  private final Photos photos;
  private final UploadLinks links;

  public PhotoResource(PhotoStore store, Photos photos, UploadLinks links) {
    this.store = store;
    this.photos = photos;
    this.links = links;
  }

  public Response prepare(Request request) {
    UploadRequest wanted = request.body(UploadRequest.class);
    ImageKind kind = wanted.kind();
    int bytes = wanted.length();
    String upload = photos.newName();
    store.await(request.requireCaller(), upload, VALIDITY);
    UploadLink link = links.sign(Photos.uploadKey(upload), kind.contentType(), bytes, VALIDITY);
    return Response.created(
        new UploadResponse(upload, "PUT", link.url(), link.headers(), VALIDITY.toSeconds()));
  }

  /** The new picture is complete before it is anybody's, and the old one goes after that. */
  public Response complete(Request request) {
    Caller caller = request.requireCaller();
    String upload = request.body(PhotoRequest.class).name();
    String photo = photos.newName();
    if (!store.begin(caller, upload, photo)) {
      throw nothingThere();
    }
    byte[] bytes = photos.upload(upload, MOST_BYTES + 1).orElseThrow(PhotoResource::nothingThere);
    photos.put(photo, portrait(upload, bytes));
    Optional<Former> former = store.finish(caller, upload, photo);
    photos.deleteUploadNow(upload);
    if (former.isEmpty()) {
      photos.deleteNow(photo);
      throw new AppException(ErrorCode.CONFLICT, "Another photo was chosen meanwhile");
    }
    photos.deleteNow(former.get().former());
    return Response.ok(new PhotoResponse(Picture.of(caller.userId(), photo)));
  }

  /** What is no photo is not kept either. */
  private Map<PhotoSize, byte[]> portrait(String upload, byte[] bytes) {
    try {
      if (bytes.length > MOST_BYTES) {
        throw tooLarge();
      }
      return NewPicture.of(bytes, Shape.SQUARE);
    } catch (AppException refused) {
      photos.deleteUploadNow(upload);
      throw refused;
    }
  }

  public Response remove(Request request) {
    photos.deleteNow(store.remove(request.requireCaller()).former());
    return Response.noContent();
  }

  /** Loads what a first photo would load: signing, S3's client, the decoders and the encoder. */
  public void warmUp() {
    NewPicture.warmUp();
    links.sign(Photos.uploadKey(NOBODYS), ImageKind.JPEG.contentType(), 1, VALIDITY);
    photos.get(NOBODYS, PhotoSize.SMALL);
  }

  private static AppException nothingThere() {
    return new AppException(
        ErrorCode.NOT_FOUND, "No upload of yours is there under that name: upload the photo again");
  }

  private static AppException tooLarge() {
    return ImageKind.refused("A photo has 1 to " + MOST_BYTES + " bytes", "bytes");
  }

  /**
   * @param bytes exactly as many as will be uploaded
   */
  record UploadRequest(@Nullable String contentType, @Nullable Integer bytes) {
    ImageKind kind() {
      return ImageKind.ofContentType(contentType == null ? "" : contentType);
    }

    int length() {
      if (bytes == null || bytes < 1 || bytes > MOST_BYTES) {
        throw tooLarge();
      }
      return bytes;
    }
  }

  /**
   * @param headers what the request with the photo has to carry
   */
  record UploadResponse(
      String upload,
      String method,
      String url,
      Map<String, String> headers,
      long expiresInSeconds) {}

  record PhotoRequest(@Nullable String upload) {
    String name() {
      if (upload == null || !Photos.isName(upload)) {
        throw nothingThere();
      }
      return upload;
    }
  }

  record PhotoResponse(Picture picture) {}
}
