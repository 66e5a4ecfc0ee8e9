package io.takewithott.catalog;

import io.takewithott.catalog.SearchWiring.SearchConfig;
import io.takewithott.catalog.SearchWiring.SearchParts;
import io.takewithott.catalog.browse.AttributionResource;
import io.takewithott.catalog.browse.RankResource;
import io.takewithott.catalog.browse.RankStore;
import io.takewithott.catalog.browse.ReferenceResource;
import io.takewithott.catalog.browse.ReferenceStore;
import io.takewithott.catalog.browse.TitleListResource;
import io.takewithott.catalog.browse.TitleListStore;
import io.takewithott.catalog.home.HomeResource;
import io.takewithott.catalog.home.HomeStore;
import io.takewithott.catalog.home.OpensResource;
import io.takewithott.catalog.home.RowOpens;
import io.takewithott.catalog.importing.ImportResource;
import io.takewithott.catalog.importing.RunBook;
import io.takewithott.catalog.override.OverrideResource;
import io.takewithott.catalog.override.OverrideStore;
import io.takewithott.catalog.people.PersonResource;
import io.takewithott.catalog.people.PersonStore;
import io.takewithott.catalog.picture.ClipResource;
import io.takewithott.catalog.picture.Media;
import io.takewithott.catalog.picture.PosterResource;
import io.takewithott.catalog.picture.PosterStore;
import io.takewithott.catalog.ranking.RankingStore;
import io.takewithott.catalog.rotation.RotationResource;
import io.takewithott.catalog.title.TitleResource;
import io.takewithott.catalog.title.TitleStore;
import io.takewithott.catalog.together.TogetherResource;
import io.takewithott.catalog.together.TogetherStore;
import io.takewithott.catalog.value.OfferStore;
import io.takewithott.catalog.value.ValueResource;
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
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** What the catalogue function is made of. */
final class CatalogWiring {
  /** A ranking that takes longer is not waited for: the page is made without it. */
  private static final Duration LONGEST_READ = Duration.ofSeconds(2);

  /** Nothing else can be shown instead, and it is larger. */
  private static final Duration LONGEST_PICTURE = Duration.ofSeconds(8);

  private CatalogWiring() {}

  static HttpWiring http(Environment environment) {
    CatalogConfig config = environment.read(CatalogConfig::from);
    Clock clock = Clock.systemUTC();
    Budget budget = new Budget(clock, HttpFunction.LONGEST_REQUEST);
    CloudClients clients = new CloudClients(config.cloud());
    Database database = clients.database(config.database(), budget);
    RankingStore rankings = new RankingStore(clients.objects(config.bucket(), LONGEST_READ));
    Media media = new Media(clients.objects(config.bucket(), LONGEST_PICTURE));
    HomeResource home = new HomeResource(new HomeStore(database), rankings, clock);
    OfferStore offers = new OfferStore(database);
    Routes.Builder routes =
        Routes.builder()
            .get("/home", home::home)
            .post("/home/opens", new OpensResource(new RowOpens(database), clock)::open)
            .get("/people/{id}", new PersonResource(new PersonStore(database))::person)
            .get("/ranks", new RankResource(new RankStore(database), clock)::rank)
            .get("/value", new ValueResource(offers, rankings, clock)::value)
            .post("/rotation", new RotationResource(offers, clock)::plan);
    TogetherResource together = new TogetherResource(new TogetherStore(database), rankings);
    routes.get("/me/together", together::together).get("/me/companions", together::people);
    addTitles(routes, database, rankings, clock);
    addOverrides(routes, new OverrideResource(new OverrideStore(database), clock));
    addImport(routes, config, clients, new RunBook(database), clock);
    addReferences(routes, new ReferenceStore(database), clock);
    addPictures(routes, new PosterResource(new PosterStore(database), media), media);
    SearchParts search =
        SearchWiring.parts(config.search(), config.bucket(), clients, database, budget);
    addSearch(routes, search);
    return new HttpWiring(
        routes.build(),
        budget,
        () -> {
          home.warmUp();
          search.names().warmUp();
        },
        search.afterRestore());
  }

  private static void addTitles(
      Routes.Builder routes, Database database, RankingStore rankings, InstantSource clock) {
    TitleResource title = new TitleResource(new TitleStore(database), rankings);
    routes
        .get("/titles", new TitleListResource(new TitleListStore(database), clock)::list)
        .get("/titles/{id}", title::detail)
        .get("/titles/{id}/mine", title::mine);
  }

  private static void addOverrides(Routes.Builder routes, OverrideResource overrides) {
    routes
        .put("/admin/titles/{id}/services/{service}", Admin.only(overrides::put))
        .delete("/admin/titles/{id}/services/{service}", Admin.only(overrides::remove));
  }

  private static void addImport(
      Routes.Builder routes,
      CatalogConfig config,
      CloudClients clients,
      RunBook runs,
      InstantSource clock) {
    Runnable wake =
        TmdbImportWiring.told(config.tmdbQueueUrl().map(clients::queue), Map.of("run", "continue"));
    ImportResource imports = new ImportResource(runs, wake, clock);
    routes
        .post("/admin/imports", Admin.only(imports::start))
        .get("/admin/imports", Admin.only(imports::list))
        .get("/admin/imports/{id}", Admin.only(imports::report));
  }

  private static void addReferences(
      Routes.Builder routes, ReferenceStore store, InstantSource clock) {
    ReferenceResource references = new ReferenceResource(store, clock);
    routes
        .get("/genres", references::genres)
        .get("/services", references::services)
        .get("/attributions", new AttributionResource(store)::list);
  }

  private static void addPictures(Routes.Builder routes, PosterResource posters, Media media) {
    routes
        .get("/titles/{id}/poster", posters::ofTitle)
        .get("/posters/{name}", posters::stored)
        .get("/clips/{name}", new ClipResource(media)::clip);
  }

  private static void addSearch(Routes.Builder routes, SearchParts search) {
    routes
        .get("/search", search.names()::search)
        .get("/suggest", search.names()::suggest)
        .get("/lines", search.lines()::find)
        .post("/speech", search.speech()::hear)
        .post("/titles/{id}/lines", search.suggestions()::suggest)
        .get("/admin/line-suggestions", Admin.only(search.suggestions()::list))
        .post("/admin/line-suggestions/{id}/acceptance", Admin.only(search.suggestions()::accept))
        .post("/admin/line-suggestions/{id}/refusal", Admin.only(search.suggestions()::refuse));
  }

  /**
   * @param bucket where the rankings lie
   * @param tmdbQueueUrl where the import is told that there is something to do
   */
  private record CatalogConfig(
      CloudConfig cloud,
      DatabaseConfig database,
      String bucket,
      SearchConfig search,
      Optional<String> tmdbQueueUrl) {
    static CatalogConfig from(Environment.Settings settings) {
      return new CatalogConfig(
          CloudConfig.from(settings),
          DatabaseConfig.from(settings),
          settings.required("TWO_BUCKET"),
          SearchConfig.from(settings),
          settings.optional("TWO_TMDB_QUEUE_URL"));
    }
  }
}
