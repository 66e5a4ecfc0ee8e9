package io.takewithott.rating;

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
import io.takewithott.core.taste.TasteAnnouncements;
import io.takewithott.rating.imports.ImportResource;
import io.takewithott.rating.list.ListResource;
import io.takewithott.rating.opinion.OpinionResource;
import io.takewithott.rating.profile.TasteResource;
import java.time.Clock;
import java.time.InstantSource;

/** What the rating function is made of. */
final class RatingWiring {
  private RatingWiring() {}

  static HttpWiring http(Environment environment, InstantSource clock) {
    RatingConfig config = environment.read(RatingConfig::from);
    Budget budget = new Budget(Clock.systemUTC(), HttpFunction.LONGEST_REQUEST);
    CloudClients clients = new CloudClients(config.cloud());
    Database database = clients.database(config.database(), budget);
    RateLimits limits = new RateLimits(database, clock);
    TasteAnnouncements announcements =
        new TasteAnnouncements(clients.queue(config.tasteQueueUrl()));
    Routes.Builder routes = Routes.builder();
    new OpinionResource(database, limits, announcements).addTo(routes);
    new ListResource(database, clock).addTo(routes);
    new TasteResource(database, clock).addTo(routes);
    new ImportResource(database, limits, announcements, clock).addTo(routes);
    return new HttpWiring(routes.build(), budget, () -> database.ping(), () -> {});
  }

  /**
   * @param tasteQueueUrl where a changed history is announced
   */
  private record RatingConfig(CloudConfig cloud, DatabaseConfig database, String tasteQueueUrl) {
    static RatingConfig from(Environment.Settings settings) {
      return new RatingConfig(
          CloudConfig.from(settings),
          DatabaseConfig.from(settings),
          settings.required("TWO_TASTE_QUEUE_URL"));
    }
  }
}
