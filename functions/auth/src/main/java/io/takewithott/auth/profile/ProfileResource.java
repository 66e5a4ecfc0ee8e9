package io.takewithott.auth.profile;

import io.takewithott.auth.profile.ProfileStore.Profile;
import io.takewithott.auth.profile.ProfileStore.Shown;
import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.http.Caller;
import io.takewithott.core.http.Request;
import io.takewithott.core.http.Response;
import io.takewithott.core.photo.Picture;
import io.takewithott.core.queue.MessageQueue;
import io.takewithott.core.queue.QueueException;
import io.takewithott.core.queue.TasteChanged;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** My profile, and those of others. One database call each. */
public final class ProfileResource {
  private final ProfileStore store;
  private final MessageQueue tasteChanged;

  public ProfileResource(ProfileStore store, MessageQueue tasteChanged) {
    this.store = store;
    this.tasteChanged = tasteChanged;
  }

  public Response own(Request request) {
    return Response.ok(ProfileResponse.of(store.own(request.requireCaller())));
  }

  /**
   * A message follows if an age band was given, even one that is not new: then an earlier attempt
   * may have stored it and failed to tell.
   */
  public Response change(Request request) {
    Caller caller = request.requireCaller();
    ProfileChange change = request.body(ProfileRequest.class).change();
    Profile profile = store.change(caller, change);
    if (change.ageBandGiven()) {
      tell(profile);
    }
    return Response.ok(ProfileResponse.of(profile));
  }

  private void tell(Profile profile) {
    try {
      tasteChanged.send(new TasteChanged(profile.userId(), profile.tasteVersion()));
    } catch (QueueException failure) {
      throw new AppException(
          ErrorCode.UNAVAILABLE,
          "The change is stored but your order is not up to date yet; try again in a moment",
          Map.of(),
          failure);
    }
  }

  public Response shown(Request request) {
    long userId = request.pathId("id");
    Long viewerId = request.caller().map(Caller::userId).orElse(null);
    Shown shown =
        store
            .shown(userId, viewerId)
            .orElseThrow(() -> new AppException(ErrorCode.NOT_FOUND, "There is no user " + userId));
    return Response.ok(UserResponse.of(shown));
  }

  record ProfileResponse(
      long userId,
      String nickname,
      @Nullable String bio,
      String language,
      boolean autoplay,
      @Nullable String ageBand,
      String visibility,
      Picture picture) {
    static ProfileResponse of(Profile profile) {
      return new ProfileResponse(
          profile.userId(),
          profile.nickname(),
          profile.bio(),
          profile.language(),
          profile.autoplay(),
          profile.ageBand(),
          Visibility.of(profile.isPrivate()).code(),
          Picture.of(profile.userId(), profile.photoKey()));
    }
  }

  record UserResponse(
      long userId,
      String nickname,
      String visibility,
      Picture picture,
      @Nullable String bio,
      @Nullable Long followers,
      @Nullable Long following,
      @Nullable String relation) {
    static UserResponse of(Shown shown) {
      return new UserResponse(
          shown.userId(),
          shown.nickname(),
          Visibility.of(shown.isPrivate()).code(),
          Picture.of(shown.userId(), shown.photoKey()),
          shown.bio(),
          shown.followers(),
          shown.following(),
          shown.relation());
    }
  }
}
