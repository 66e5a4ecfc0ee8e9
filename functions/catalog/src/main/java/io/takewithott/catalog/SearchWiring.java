package io.takewithott.catalog;

import io.takewithott.catalog.index.FoundStore;
import io.takewithott.catalog.index.IndexBuild;
import io.takewithott.catalog.index.IndexShelf;
import io.takewithott.catalog.index.LiveIndex;
import io.takewithott.catalog.index.RowStore;
import io.takewithott.catalog.limits.DailyUses;
import io.takewithott.catalog.lines.LineResource;
import io.takewithott.catalog.search.SearchResource;
import io.takewithott.catalog.speech.SpeechConfig;
import io.takewithott.catalog.speech.SpeechResource;
import io.takewithott.catalog.speech.SpeechWiring;
import io.takewithott.catalog.suggestion.SuggestionResource;
import io.takewithott.catalog.suggestion.SuggestionStore;
import io.takewithott.core.Environment;
import io.takewithott.core.cloud.CloudClients;
import io.takewithott.core.cloud.CloudConfig;
import io.takewithott.core.database.Database;
import io.takewithott.core.database.DatabaseConfig;
import io.takewithott.core.lambda.Budget;
import io.takewithott.core.queue.MessageQueue;
import io.takewithott.core.secrets.Secrets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What searching is made of, and the function that makes the index. */
final class SearchWiring {
  /** The index of a large catalogue is some hundred megabytes. */
  private static final Duration LONGEST_LOAD = Duration.ofSeconds(20);

  /** Below the index function's timeout in template.yaml. */
  private static final Duration LONGEST_BUILD = Duration.ofMinutes(14);

  /** Writing a large index may be tried again. */
  private static final Duration LONGEST_WRITE = Duration.ofMinutes(2);

  private SearchWiring() {}

  static SearchParts parts(
      SearchConfig config, String bucket, CloudClients clients, Database database, Budget budget) {
    Clock clock = Clock.systemUTC();
    Optional<MessageQueue> queue = config.indexQueueUrl().map(clients::queue);
    LiveIndex index =
        new LiveIndex(
            new IndexShelf(clients.objects(bucket, LONGEST_LOAD)),
            new RowStore(database),
            () -> queue.ifPresent(known -> known.send(Map.of("index", "wanted"))),
            clock);
    FoundStore found = new FoundStore(database);
    Secrets secrets = clients.secrets(clock);
    return new SearchParts(
        new SearchResource(index, found),
        new LineResource(index, found),
        new SuggestionResource(new SuggestionStore(database), clock),
        SpeechWiring.resource(config.speech(), secrets, new DailyUses(database), budget, clock),
        secrets::forget);
  }

  static Builder builder(Environment environment) {
    BuilderConfig config = environment.read(BuilderConfig::from);
    Budget budget = new Budget(Clock.systemUTC(), LONGEST_BUILD);
    CloudClients clients = new CloudClients(config.cloud());
    Database database = clients.database(config.database(), budget);
    return new Builder(
        new IndexBuild(
            new RowStore(database),
            new IndexShelf(clients.objects(config.bucket(), LONGEST_WRITE))),
        budget,
        database::ping);
  }

  /**
   * @param afterRestore drops what must not outlive a snapshot
   */
  record SearchParts(
      SearchResource names,
      LineResource lines,
      SuggestionResource suggestions,
      SpeechResource speech,
      Runnable afterRestore) {}

  record Builder(IndexBuild build, Budget budget, Runnable warmUp) {}

  /**
   * @param indexQueueUrl where a new index is asked for; without it none is
   */
  record SearchConfig(Optional<String> indexQueueUrl, SpeechConfig speech) {
    static SearchConfig from(Environment.Settings settings) {
      return new SearchConfig(
          settings.optional("TWO_INDEX_QUEUE_URL"), SpeechConfig.from(settings));
    }
  }

  private record BuilderConfig(CloudConfig cloud, DatabaseConfig database, String bucket) {
    static BuilderConfig from(Environment.Settings settings) {
      return new BuilderConfig(
          CloudConfig.from(settings),
          DatabaseConfig.from(settings),
          settings.required("TWO_BUCKET"));
    }
  }
}
