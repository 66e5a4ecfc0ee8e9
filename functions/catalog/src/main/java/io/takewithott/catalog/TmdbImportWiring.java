package io.takewithott.catalog;

import io.takewithott.catalog.importing.ImportConfig;
import io.takewithott.catalog.importing.ImportParts;
import io.takewithott.catalog.importing.TmdbImport;
import io.takewithott.catalog.tmdb.TmdbConfig;
import io.takewithott.catalog.tmdb.Token;
import io.takewithott.core.Environment;
import io.takewithott.core.cloud.CloudClients;
import io.takewithott.core.cloud.CloudConfig;
import io.takewithott.core.database.Database;
import io.takewithott.core.database.DatabaseConfig;
import io.takewithott.core.lambda.Budget;
import io.takewithott.core.queue.MessageQueue;
import io.takewithott.core.queue.QueueException;
import io.takewithott.core.secrets.Secrets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the function that imports from TMDB is made of. */
record TmdbImportWiring(TmdbImport work, Budget budget, Runnable warmUp, Runnable afterRestore) {
  private static final Logger LOG = LoggerFactory.getLogger(TmdbImportWiring.class);

  /** As long as any function may take. */
  private static final Duration LONGEST_RUN = Duration.ofMinutes(15);

  private static final Duration OBJECT_TIMEOUT = Duration.ofSeconds(8);

  static TmdbImportWiring of(Environment environment) {
    Config config = environment.read(Config::from);
    Clock clock = Clock.systemUTC();
    Budget budget = new Budget(clock, LONGEST_RUN);
    CloudClients clients = new CloudClients(config.cloud);
    Database database = clients.database(config.database, budget);
    Secrets secrets = clients.secrets(clock);
    TmdbImport work =
        new TmdbImport(
            new ImportParts(
                config.tmdb,
                config.importing,
                () -> token(config.tmdb, secrets),
                database,
                clients.objects(config.bucket, OBJECT_TIMEOUT),
                budget,
                clock,
                duration -> Thread.sleep(duration.toMillis(), duration.toNanosPart() % 1_000_000),
                new SecureRandom(),
                () -> UUID.randomUUID().toString(),
                told(config.indexQueueUrl.map(clients::queue), Map.of("index", "wanted")),
                told(config.queueUrl.map(clients::queue), Map.of("run", "continue"))));
    return new TmdbImportWiring(work, budget, database::ping, secrets::forget);
  }

  /** Asked for anew every time: an invocation is rare, and somebody may just have put it there. */
  private static Optional<Token> token(TmdbConfig config, Secrets secrets) {
    secrets.forget();
    return config.secret().flatMap(secrets::kept).flatMap(Token::of);
  }

  /** Whoever is not told finds out by themselves, if later. */
  static Runnable told(Optional<MessageQueue> queue, Map<String, String> message) {
    return () -> {
      try {
        queue.ifPresent(known -> known.send(message));
      } catch (QueueException unheard) {
        LOG.atWarn().setCause(unheard).log("nobody could be told what there is to do");
      }
    };
  }

  private record Config(
      CloudConfig cloud,
      DatabaseConfig database,
      String bucket,
      TmdbConfig tmdb,
      ImportConfig importing,
      Optional<String> queueUrl,
      Optional<String> indexQueueUrl) {
    static Config from(Environment.Settings settings) {
      return new Config(
          CloudConfig.from(settings),
          DatabaseConfig.from(settings),
          settings.required("TWO_BUCKET"),
          TmdbConfig.from(settings),
          ImportConfig.from(settings),
          settings.optional("TWO_TMDB_QUEUE_URL"),
          settings.optional("TWO_INDEX_QUEUE_URL"));
    }
  }
}
