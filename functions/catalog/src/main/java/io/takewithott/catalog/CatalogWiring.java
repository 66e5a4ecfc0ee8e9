package io.takewithott.catalog;

import io.takewithott.catalog.SearchWiring.SearchConfig;
import io.takewithott.catalog.SearchWiring.SearchParts;
import io.takewithott.core.Environment;
import io.takewithott.core.cloud.CloudClients;
import io.takewithott.core.cloud.CloudConfig;
import io.takewithott.core.database.Database;
import io.takewithott.core.database.DatabaseConfig;
import io.takewithott.core.http.Admin;
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
    SearchParts search =
        SearchWiring.parts(config.search(), config.bucket(), clients, database, budget);
    Routes routes =
        Routes.builder()
            .get("/home", home::home)
            .get("/titles", title::list)
            .get("/titles/{id}", title::detail)
            .get("/search", search.names()::search)
            .get("/suggest", search.names()::suggest)
            .get("/lines", search.lines()::find)
            .post("/speech", search.speech()::hear)
            .post("/titles/{id}/lines", search.suggestions()::suggest)
            .get("/admin/line-suggestions", Admin.only(search.suggestions()::list))
            .post(
                "/admin/line-suggestions/{id}/acceptance", Admin.only(search.suggestions()::accept))
            .post("/admin/line-suggestions/{id}/refusal", Admin.only(search.suggestions()::refuse))
            .build();
    return new HttpWiring(
        routes,
        budget,
        () -> {
          home.warmUp();
          search.names().warmUp();
        },
        search.afterRestore());
  }

  /**
   * @param bucket where the rankings lie
   */
  private record CatalogConfig(
      CloudConfig cloud, DatabaseConfig database, String bucket, SearchConfig search) {
    static CatalogConfig from(Environment.Settings settings) {
      return new CatalogConfig(
          CloudConfig.from(settings),
          DatabaseConfig.from(settings),
          settings.required("TWO_BUCKET"),
          SearchConfig.from(settings));
    }
  }
}
