package io.takewithott.catalog;

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
import java.time.Duration;

/** What the catalogue function is made of. */
final class CatalogWiring {
  /** A ranking that takes longer is not waited for: the page is made without it. */
  private static final Duration LONGEST_READ = Duration.ofSeconds(2);

  private CatalogWiring() {}

  static HttpWiring http(Environment environment) {
    CatalogConfig config = environment.read(CatalogConfig::from);
    Budget budget = new Budget(Clock.systemUTC(), HttpFunction.LONGEST_REQUEST);
    CloudClients clients = new CloudClients(config.cloud());
    Database database = clients.database(config.database(), budget);
    TitleStore titles = new TitleStore(database);
    HomeResource home =
        new HomeResource(titles, new RankingStore(clients.objects(config.bucket(), LONGEST_READ)));
    TitleResource title = new TitleResource(titles);
    Routes routes =
        Routes.builder()
            .get("/home", home::home)
            .get("/titles", title::list)
            .get("/titles/{id}", title::detail)
            .build();
    return new HttpWiring(routes, budget, home::warmUp, () -> {});
  }

  /**
   * @param bucket where the rankings lie
   */
  private record CatalogConfig(CloudConfig cloud, DatabaseConfig database, String bucket) {
    static CatalogConfig from(Environment.Settings settings) {
      return new CatalogConfig(
          CloudConfig.from(settings),
          DatabaseConfig.from(settings),
          settings.required("TWO_BUCKET"));
    }
  }
}
