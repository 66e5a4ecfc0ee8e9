package io.takewithott.community.board;

import io.takewithott.community.board.PostPhotos.Upload;
import io.takewithott.community.board.PostRequest.Draft;
import io.takewithott.community.board.PostRow.PostResponse;
import io.takewithott.community.talk.Writing;
import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.database.Database;
import io.takewithott.core.http.Caller;
import io.takewithott.core.http.Cursor;
import io.takewithott.core.http.Request;
import io.takewithott.core.http.Response;
import io.takewithott.core.http.Routes;
import io.takewithott.core.limits.RateLimits;
import io.takewithott.core.photo.ImageKind;
import io.takewithott.core.text.TextField;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The board. One database call each; two for a post with a photo, and a third if the request has a
 * key.
 */
public final class PostResource {
  private static final TextField WORDS = TextField.line("q", 50);

  private final PostStore store;
  private final PostPhotos photos;

  public PostResource(
      Database database, RateLimits limits, PostPhotos photos, InstantSource clock) {
    this.store = new PostStore(database, limits, clock);
    this.photos = photos;
  }

  public void addTo(Routes.Builder routes) {
    routes
        .get("/posts", this::list)
        .post("/posts", this::create)
        .get("/posts/{id}", this::one)
        .put("/posts/{id}", this::edit)
        .delete("/posts/{id}", this::delete)
        .get("/me/posts", this::own)
        .post("/post-photos", this::preparePhoto);
  }

  private Response list(Request request) {
    String words = WORDS.optional(request.query("q").orElse(null));
    long viewer = viewer(request);
    long after = Cursor.of(request).id();
    return page(words == null ? store.latest(viewer, after) : store.search(words, viewer, after));
  }

  private Response own(Request request) {
    long after = Math.min(Cursor.of(request).id(), Long.MAX_VALUE - 1);
    return page(store.own(request.requireCaller(), after));
  }

  private static Response page(List<PostRow> found) {
    List<PostRow> page = found.subList(0, Math.min(PostStore.PAGE, found.size()));
    Optional<String> next =
        found.size() > page.size()
            ? Optional.of(page.get(page.size() - 1).postId())
                .map(last -> new Cursor(last, last).toString())
            : Optional.empty();
    return Response.ok(new PostsResponse(page.stream().map(PostRow::response).toList(), next));
  }

  private Response one(Request request) {
    long postId = request.pathId("id");
    PostRow post = store.find(postId, viewer(request)).orElseThrow(() -> PostStore.none(postId));
    return Response.ok(post.response());
  }

  /** The photo is complete before it is a post's; if there comes none, it is swept. */
  private Response create(Request request) {
    long userId = request.requireCaller().userId();
    PostRequest given = request.body(PostRequest.class);
    Draft draft = given.draft();
    String key = Writing.requestKey(request);
    String upload = given.upload();
    Optional<Long> before =
        upload == null || key == null ? Optional.empty() : store.createdBy(userId, key);
    if (before.isPresent()) {
      // The upload was used up then.
      return Response.created(new CreatedResponse(before.get()));
    }
    String photo = upload == null ? null : photos.make(userId, upload);
    long postId = store.create(userId, draft, photo, upload, key);
    if (upload != null) {
      photos.uploadDone(upload);
    }
    return Response.created(new CreatedResponse(postId));
  }

  private Response edit(Request request) {
    long userId = request.requireCaller().userId();
    long postId = request.pathId("id");
    PostRequest given = request.body(PostRequest.class);
    if (given.upload() != null) {
      throw new AppException(
          ErrorCode.INVALID_VALUE, "The photo of a post stays as it is", Map.of("field", "upload"));
    }
    store.edit(userId, postId, given.draft());
    return Response.noContent();
  }

  private Response delete(Request request) {
    photos.delete(store.delete(request.requireCaller(), request.pathId("id")));
    return Response.noContent();
  }

  private Response preparePhoto(Request request) {
    long userId = request.requireCaller().userId();
    PhotoRequest wanted = request.body(PhotoRequest.class);
    ImageKind kind = ImageKind.ofContentType(wanted.contentType == null ? "" : wanted.contentType);
    Upload upload = photos.prepare(userId, kind, wanted.length());
    return Response.created(
        new UploadResponse(
            upload.name(),
            "PUT",
            upload.link().url(),
            upload.link().headers(),
            PostPhotos.VALIDITY.toSeconds()));
  }

  private static long viewer(Request request) {
    return request.caller().map(Caller::userId).orElse(0L);
  }

  record PostsResponse(List<PostResponse> posts, Optional<String> next) {}

  record CreatedResponse(long postId) {}

  /**
   * @param bytes exactly as many as will be uploaded
   */
  record PhotoRequest(@Nullable String contentType, @Nullable Integer bytes) {
    int length() {
      if (bytes == null || bytes < 1 || bytes > PostPhotos.MOST_BYTES) {
        throw ImageKind.refused("A photo has 1 to " + PostPhotos.MOST_BYTES + " bytes", "bytes");
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
}
