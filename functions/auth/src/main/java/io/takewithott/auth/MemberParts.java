package io.takewithott.auth;

import io.takewithott.auth.follow.FollowResource;
import io.takewithott.auth.follow.FollowStore;
import io.takewithott.auth.photo.PhotoResource;
import io.takewithott.auth.photo.PhotoStore;
import io.takewithott.auth.photo.PictureResource;
import io.takewithott.auth.profile.ProfileResource;
import io.takewithott.auth.profile.ProfileStore;
import io.takewithott.core.cloud.CloudClients;
import io.takewithott.core.database.Database;
import io.takewithott.core.http.Routes;
import io.takewithott.core.limits.RateLimits;
import io.takewithott.core.photo.Photos;
import io.takewithott.core.queue.PushRequest;
import io.takewithott.core.queue.Pushes;
import java.time.InstantSource;

/** The parts behind what members show of themselves, put together. */
final class MemberParts {
  private final ProfileResource profile;
  private final PhotoResource photo;
  private final PictureResource pictures;
  private final FollowResource follow;
  private final Pushes pushes;

  MemberParts(
      AuthConfig config,
      CloudClients clients,
      Database database,
      RateLimits limits,
      Photos photos,
      InstantSource clock) {
    this.profile =
        new ProfileResource(
            new ProfileStore(database, limits, clock), clients.queue(config.tasteQueueUrl()));
    PhotoStore photoStore = new PhotoStore(database, limits, clock);
    this.photo = new PhotoResource(photoStore, photos, clients.uploadLinks(config.bucket()));
    this.pictures = new PictureResource(photoStore, photos);
    this.follow = new FollowResource(new FollowStore(database, limits, clock));
    this.pushes = new Pushes(config.pushQueue().map(clients::queue));
  }

  /** Loads what a first photo would load. */
  void warmUp() {
    photo.warmUp();
  }

  void addTo(Routes.Builder routes) {
    routes
        .get("/me/profile", profile::own)
        .patch("/me/profile", profile::change)
        .post("/me/photo/uploads", photo::prepare)
        .post("/me/photo", photo::complete)
        .delete("/me/photo", photo::remove)
        .get("/users/{id}", profile::shown)
        .get("/users/{id}/picture", pictures::ofUser)
        .get("/photos/{photo}/{size}", pictures::photo);
    addFollowing(routes);
  }

  /** Who is followed is told at once. */
  private void addFollowing(Routes.Builder routes) {
    routes
        .afterChange(() -> pushes.send(PushRequest.outbox()))
        .get("/me/following", follow::following)
        .put("/me/following/{id}", follow::follow)
        .delete("/me/following/{id}", follow::unfollow)
        .get("/me/followers", follow::followers)
        .put("/me/followers/{id}", follow::accept)
        .delete("/me/followers/{id}", follow::refuse)
        .get("/me/follow-requests", follow::requests);
  }
}
