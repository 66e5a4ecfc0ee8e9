package io.takewithott.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.takewithott.local.contract.Grants;
import io.takewithott.local.template.HttpRoute;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A walk through every route, each answered as it is meant to be. What is answered is compared with
 * the description as it is everywhere else.
 */
class EveryRouteEndToEndTest {
  private static final String FAILS = "when a transaction fails half way";
  private static final String OFF = "the import is off here: TmdbEndToEndTest turns it on";

  /** Granted, and not asked for on this walk, with the reason. */
  private static final Map<String, String> UNASKED =
      Map.ofEntries(
          Map.entry("AuthFunction rds-data:RollbackTransaction Database", FAILS),
          Map.entry("SchemaFunction rds-data:RollbackTransaction Database", FAILS),
          Map.entry("TmdbImportFunction rds-data:RollbackTransaction Database", FAILS),
          Map.entry("TmdbImportFunction rds-data:BeginTransaction Database", OFF),
          Map.entry("TmdbImportFunction rds-data:CommitTransaction Database", OFF),
          Map.entry("TmdbImportFunction sqs:SendMessage ImportQueue", OFF),
          Map.entry("TmdbImportFunction sqs:SendMessage IndexQueue", OFF),
          Map.entry(
              "TmdbImportFunction s3:PutObject DataBucket/posters/tmdb-*",
              "only where TmdbCopyPosters says so"),
          Map.entry(
              "AuthFunction secretsmanager:GetSecretValue HasEdge.{Ref:EdgeSecret}.{Ref:AWS::NoValue}",
              "only behind CloudFront"),
          Map.entry(
              "TrainFunction s3:GetObject DataBucket/parts/*",
              "only where more is rated than one machine trains"),
          Map.entry(
              "TrainFunction s3:PutObject DataBucket/parts/*",
              "only where more is rated than one machine trains"),
          Map.entry(
              "CatalogFunction sqs:SendMessage IndexQueue",
              "by a search, when much has changed since the index was made"),
          Map.entry(
              "TrainFunction s3:DeleteObject DataBucket/models/*",
              "later models are what deletes the first"),
          Map.entry(
              "SearchIndexFunction s3:DeleteObject DataBucket/search/*",
              "the third index is what deletes the first"));

  private static RunningWorld world;

  @BeforeAll
  static void walk() throws Exception {
    world = RunningWorld.start(false);
    RouteTour tour = new RouteTour(world);
    new AccountTour(tour).run();
    new TitleTour(tour).run();
    new VoiceTour(tour).run();
    new PartyTour(tour).run();
    new AdminTour(tour).run();
    new SiteTour(tour).run();
    new TriggerTour(tour).run();
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @Test
  void everyRouteHasBeenAnsweredAsItIsMeantToBe() {
    Set<String> never = new TreeSet<>();
    world.server().template().functions().stream()
        .flatMap(function -> function.routes().stream())
        .map(HttpRoute::key)
        .forEach(never::add);
    never.removeAll(world.witness().succeeded());

    assertThat(List.copyOf(never))
        .as(
            "routes that were never answered with success: let a …RouteTour beside this test call them")
        .isEmpty();
  }

  @Test
  void everythingThatFunctionsAskOfAwsIsGrantedToThem() throws Exception {
    assertThat(Grants.read().missing())
        .as("add it to the function's Policies in template.yaml")
        .isEmpty();
  }

  @Test
  void nothingIsGrantedThatNobodyAsksFor() throws Exception {
    Set<String> unused = Grants.read().unused();
    unused.removeAll(UNASKED.keySet());

    assertThat(unused)
        .as("take it out of template.yaml, or let a …RouteTour beside this test need it")
        .isEmpty();
  }
}
