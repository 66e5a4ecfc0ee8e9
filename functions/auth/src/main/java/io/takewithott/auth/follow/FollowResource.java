package io.takewithott.auth.follow;

import io.takewithott.auth.follow.FollowStore.Other;
import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.http.Request;
import io.takewithott.core.http.Response;
import io.takewithott.core.photo.Picture;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whom I follow, who follows me, and who would like to. One database call each. */
public final class FollowResource {
  private static final String REQUESTED = "requested";

  private final FollowStore store;

  public FollowResource(FollowStore store) {
    this.store = store;
  }

  public Response follow(Request request) {
    boolean follows = store.follow(request.requireCaller(), request.pathId("id"));
    return Response.ok(new FollowResponse(follows ? "following" : REQUESTED));
  }

  public Response unfollow(Request request) {
    store.unfollow(request.requireCaller(), request.pathId("id"));
    return Response.noContent();
  }

  public Response accept(Request request) {
    return answered(store.accept(request.requireCaller(), request.pathId("id")));
  }

  public Response refuse(Request request) {
    return answered(store.refuse(request.requireCaller(), request.pathId("id")));
  }

  private static Response answered(boolean found) {
    if (!found) {
      throw new AppException(ErrorCode.NOT_FOUND, "They neither follow you nor ask to");
    }
    return Response.noContent();
  }

  public Response following(Request request) {
    return Response.ok(PageResponse.of(store.following(request.requireCaller(), after(request))));
  }

  public Response followers(Request request) {
    return Response.ok(PageResponse.of(store.followers(request.requireCaller(), after(request))));
  }

  public Response requests(Request request) {
    return Response.ok(PageResponse.of(store.requests(request.requireCaller(), after(request))));
  }

  private static long after(Request request) {
    String after = request.query("after").orElse("0");
    if (!after.matches("[0-9]{1,18}")) {
      throw new AppException(
          ErrorCode.INVALID_VALUE, "A page begins after a user's id", Map.of("field", "after"));
    }
    return Long.parseLong(after);
  }

  record FollowResponse(String state) {}

  /**
   * @param next what to ask for as {@code after}; absent on the last page
   */
  record PageResponse(List<OtherResponse> users, @Nullable Long next) {
    static PageResponse of(List<Other> found) {
      List<Other> page = found.subList(0, Math.min(found.size(), FollowStore.PAGE));
      boolean more = found.size() > page.size();
      return new PageResponse(
          page.stream().map(OtherResponse::of).toList(),
          more ? page.get(page.size() - 1).userId() : null);
    }
  }

  /** A refusal looks like a request that waits. */
  record OtherResponse(long userId, String nickname, Picture picture, String state) {
    static OtherResponse of(Other other) {
      return new OtherResponse(
          other.userId(),
          other.nickname(),
          Picture.of(other.userId(), other.photoKey()),
          other.state().equals("refused") ? REQUESTED : other.state());
    }
  }
}
