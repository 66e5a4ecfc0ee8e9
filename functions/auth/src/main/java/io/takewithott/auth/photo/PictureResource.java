package io.takewithott.auth.photo;

import io.takewithott.auth.photo.PhotoStore.Shown;
import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.http.Request;
import io.takewithott.core.http.Response;
import io.takewithott.core.photo.PhotoSize;
import io.takewithott.core.photo.Photos;
import io.takewithott.core.photo.Picture;
import java.util.List;
import java.util.Map;

/**
 * Pictures for everybody to see. By user it is one database call; by a photo's own address, which
 * is what profiles name, one object is read.
 */
public final class PictureResource {
  /** So long a removed picture may be seen where it was seen before. */
  private static final String FOR_MINUTES = "public, max-age=300";

  /** A photo's address never shows another one. */
  private static final String FOR_A_DAY = "public, max-age=86400, immutable";

  private final PhotoStore store;
  private final Photos photos;

  public PictureResource(PhotoStore store, Photos photos) {
    this.store = store;
    this.photos = photos;
  }

  public Response ofUser(Request request) {
    long userId = request.pathId("id");
    PhotoSize size = request.query("size").map(PictureResource::size).orElse(PhotoSize.SMALL);
    Shown shown = store.shown(userId);
    if (shown.photoKey() == null) {
      return inert(
              Response.bytes(
                  200, "image/svg+xml; charset=utf-8", DrawnPicture.svg(shown.nickname())))
          .withHeader("cache-control", FOR_MINUTES);
    }
    Picture picture = Picture.of(userId, shown.photoKey());
    String location = size == PhotoSize.SMALL ? picture.small() : picture.large();
    return new Response(
        302, Map.of("location", location, "cache-control", FOR_MINUTES), List.of(), new byte[0]);
  }

  public Response photo(Request request) {
    String name = request.pathParameter("photo");
    PhotoSize size = size(request.pathParameter("size"));
    if (!Photos.isName(name)) {
      throw nothingThere();
    }
    byte[] bytes = photos.get(name, size).orElseThrow(PictureResource::nothingThere);
    return inert(Response.bytes(200, "image/jpeg", bytes)).withHeader("cache-control", FOR_A_DAY);
  }

  /** Opened by itself it runs and loads nothing. */
  private static Response inert(Response response) {
    return response
        .withHeader("x-content-type-options", "nosniff")
        .withHeader("content-security-policy", "default-src 'none'; sandbox");
  }

  private static PhotoSize size(String code) {
    return PhotoSize.of(code).orElseThrow(PictureResource::nothingThere);
  }

  private static AppException nothingThere() {
    return new AppException(ErrorCode.NOT_FOUND, "There is no such picture");
  }
}
