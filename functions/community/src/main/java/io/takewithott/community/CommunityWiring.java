package io.takewithott.community;

import io.takewithott.community.board.PostPhotos;
import io.takewithott.community.board.PostResource;
import io.takewithott.community.review.ReviewResource;
import io.takewithott.community.talk.ModerationResource;
import io.takewithott.community.talk.Subject;
import io.takewithott.community.talk.TalkResource;
import io.takewithott.core.Environment;
import io.takewithott.core.cloud.CloudClients;
import io.takewithott.core.cloud.CloudConfig;
import io.takewithott.core.database.Database;
import io.takewithott.core.database.DatabaseConfig;
import io.takewithott.core.http.HttpFunction;
import io.takewithott.core.http.HttpFunction.HttpWiring;
import io.takewithott.core.http.Routes;
import io.takewithott.core.lambda.Budget;
import io.takewithott.core.limits.RateLimits;
import io.takewithott.core.photo.Photos;
import io.takewithott.core.queue.PushRequest;
import io.takewithott.core.queue.Pushes;
import io.takewithott.core.taste.TasteAnnouncements;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** What the community function is made of. */
final class CommunityWiring {
  /** For an uploaded photo of some megabytes. */
  private static final Duration OBJECT_TIMEOUT = Duration.ofSeconds(10);

  private CommunityWiring() {}

  static HttpWiring http(Environment environment, InstantSource clock) {
    CommunityConfig config = environment.read(CommunityConfig::from);
    Budget budget = new Budget(Clock.systemUTC(), HttpFunction.LONGEST_REQUEST);
    CloudClients clients = new CloudClients(config.cloud());
    Database database = clients.database(config.database(), budget);
    RateLimits limits = new RateLimits(database, clock);
    TasteAnnouncements announcements =
        new TasteAnnouncements(clients.queue(config.tasteQueueUrl()));
    Photos photos =
        new Photos(clients.objects(config.bucket(), OBJECT_TIMEOUT), new SecureRandom());
    PostPhotos postPhotos =
        new PostPhotos(database, limits, photos, clients.uploadLinks(config.bucket()), clock);
    Routes.Builder routes = Routes.builder();
    new ReviewResource(database, limits, announcements, clock).addTo(routes);
    new PostResource(database, limits, postPhotos, clock).addTo(routes);
    new ModerationResource(database, clock).addTo(routes);
    // Whose words are liked or answered is told at once.
    Pushes pushes = new Pushes(config.pushQueue().map(clients::queue));
    routes.afterChange(() -> pushes.send(PushRequest.outbox()));
    new TalkResource(Subject.REVIEW, database, limits).addTo(routes);
    new TalkResource(Subject.POST, database, limits).addTo(routes);
    return new HttpWiring(routes.build(), budget, () -> database.ping(), () -> {});
  }

  /**
   * @param tasteQueueUrl where a changed history is announced
   * @param pushQueue where changes are announced to open connections, if anywhere
   * @param bucket where photos lie
   */
  private record CommunityConfig(
      CloudConfig cloud,
      DatabaseConfig database,
      String tasteQueueUrl,
      Optional<String> pushQueue,
      String bucket) {
    static CommunityConfig from(Environment.Settings settings) {
      return new CommunityConfig(
          CloudConfig.from(settings),
          DatabaseConfig.from(settings),
          settings.required("TWO_TASTE_QUEUE_URL"),
          settings.optional("TWO_PUSH_QUEUE_URL"),
          settings.required("TWO_BUCKET"));
    }
  }
}
