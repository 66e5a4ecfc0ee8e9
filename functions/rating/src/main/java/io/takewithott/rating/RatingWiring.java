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
import java.time.Clock;

/** What the rating function is made of. */
final class RatingWiring {
  private RatingWiring() {}

  static HttpWiring http(Environment environment) {
    RatingConfig config = environment.read(RatingConfig::from);
    Budget budget = new Budget(Clock.systemUTC(), HttpFunction.LONGEST_REQUEST);
    CloudClients clients = new CloudClients(config.cloud());
    Database database = clients.database(config.database(), budget);
    RatingStore store = new RatingStore(database);
    RatingResource ratings = new RatingResource(store, clients.queue(config.tasteQueueUrl()));
    Routes routes =
        Routes.builder()
            .put("/titles/{id}/rating", ratings::rate)
            .delete("/titles/{id}/rating", ratings::unrate)
            .put("/me/picks", ratings::pick)
            .build();
    return new HttpWiring(routes, budget, () -> database.ping(), () -> {});
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
