package io.takewithott.auth;

import io.takewithott.auth.limits.RateLimits;
import io.takewithott.auth.profile.ProfileResource;
import io.takewithott.auth.profile.ProfileStore;
import io.takewithott.core.cloud.CloudClients;
import io.takewithott.core.database.Database;
import io.takewithott.core.http.Routes;
import java.time.InstantSource;

/** The parts behind what members show of themselves, put together. */
final class MemberParts {
  private final ProfileResource profile;

  MemberParts(
      AuthConfig config,
      CloudClients clients,
      Database database,
      RateLimits limits,
      InstantSource clock) {
    this.profile =
        new ProfileResource(
            new ProfileStore(database, limits, clock), clients.queue(config.tasteQueueUrl()));
  }

  void addTo(Routes.Builder routes) {
    routes
        .get("/me/profile", profile::own)
        .patch("/me/profile", profile::change)
        .get("/users/{id}", profile::shown);
  }
}
