package io.takewithott.catalog.importing;

import io.takewithott.catalog.importing.TmdbImport.Summary;
import io.takewithott.catalog.tmdb.TitleList;
import io.takewithott.catalog.tmdb.TmdbConfig;
import io.takewithott.catalog.tmdb.Token;
import io.takewithott.cloud.tmdb.TmdbBook;
import io.takewithott.cloud.tmdb.TmdbFaults;
import io.takewithott.cloud.tmdb.TmdbStandIn;
import io.takewithott.cloud.tmdb.TmdbTitle;
import io.takewithott.core.Environment;
import io.takewithott.core.database.Database;
import io.takewithott.core.database.DatabaseConfig;
import io.takewithott.core.database.Sql;
import io.takewithott.core.lambda.Budget;
import io.takewithott.testing.TestDatabase;
import io.takewithott.testing.TestEndpoints;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.rdsdata.RdsDataClient;

/**
 * The import over a real database and a stand-in that is asked over HTTP, by a clock that only
 * waiting moves, in a process that dies on demand.
 */
final class ImportWorld implements AutoCloseable {
  static final Instant START = Instant.parse("2026-11-20T17:00:00Z");
  static final Duration INVOCATION = Duration.ofMinutes(15);

  final CrashPoint crash = new CrashPoint();
  private final TestDatabase database;
  private final TestEndpoints endpoints;
  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server);
  private final TmdbStandIn standIn;
  private final List<String> told = new ArrayList<>();
  private volatile Instant now = START;
  private Runnable nextWait = () -> {};
  private boolean copiesPosters;
  private @Nullable String secret = TmdbStandIn.credentials();

  ImportWorld(TestDatabase database, TestEndpoints endpoints, List<TmdbTitle> titles) {
    this.database = database;
    this.endpoints = endpoints;
    this.standIn = new TmdbStandIn(titles, () -> now);
    standIn.faults().settings(30, 400);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(standIn);
    try {
      server.start();
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
  }

  @Override
  public void close() throws Exception {
    server.stop();
  }

  TmdbBook tmdb() {
    return standIn.book();
  }

  TmdbFaults faults() {
    return standIn.faults();
  }

  /** Whom the import told of something, in order. */
  List<String> told() {
    return told;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  Instant now() {
    return now;
  }

  void copyPosters() {
    copiesPosters = true;
  }

  void secret(@Nullable String text) {
    secret = text;
  }

  Summary run(String wanted) {
    return run(wanted, false, INVOCATION);
  }

  Summary dryRun(String wanted) {
    return run(wanted, true, INVOCATION);
  }

  /** One invocation. */
  Summary run(String wanted, boolean dry, Duration length) {
    Budget budget = new Budget(() -> now, Duration.ofHours(1));
    budget.begin(length);
    return new TmdbImport(parts(budget)).run(wanted, dry);
  }

  /** Dies, and what it held in the database is let go, as it is after some minutes. */
  void buryTheDead() {
    crash.restart();
    database.run(
        """
        select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and state like 'idle in transaction%'
        """);
  }

  private ImportParts parts(Budget budget) {
    return new ImportParts(
        new TmdbConfig(
            Optional.of("secret"),
            Optional.of(URI.create("http://127.0.0.1:" + connector.getLocalPort())),
            Duration.ofMillis(300),
            40),
        config(),
        () -> Optional.ofNullable(secret).flatMap(Token::of),
        database(budget),
        endpoints.objects(),
        budget,
        () -> crash.step(() -> now),
        this::sleep,
        new Random(1),
        () -> UUID.randomUUID().toString(),
        () -> told.add("index"),
        () -> told.add("continue"));
  }

  /** What happens the next time that an invocation waits. */
  void atNextWait(Runnable event) {
    nextWait = event;
  }

  private void sleep(Duration duration) {
    now = now.plus(duration);
    Runnable event = nextWait;
    nextWait = () -> {};
    event.run();
  }

  private ImportConfig config() {
    Map<TitleList, Integer> pages = new EnumMap<>(TitleList.class);
    TitleList.ofTitles().forEach(list -> pages.put(list, TitleList.MOST_PAGES));
    return new ImportConfig(pages, 2, Duration.ofDays(7), 1000, copiesPosters);
  }

  private Database database(Budget budget) {
    return Environment.of(database.environment())
        .read(
            settings -> {
              database.environment().keySet().forEach(settings::optional);
              return new Database(client(), DatabaseConfig.from(settings), budget);
            });
  }

  private RdsDataClient client() {
    RdsDataClient client =
        RdsDataClient.builder()
            .region(Region.AP_NORTHEAST_2)
            .credentialsProvider(DefaultCredentialsProvider.builder().build())
            .httpClient(UrlConnectionHttpClient.create())
            .endpointOverride(URI.create(database.environment().get("AWS_ENDPOINT_URL_RDS_DATA")))
            .overrideConfiguration(
                configuration -> configuration.retryStrategy(retry -> retry.maxAttempts(1)))
            .build();
    return (RdsDataClient)
        Proxy.newProxyInstance(
            RdsDataClient.class.getClassLoader(),
            new Class<?>[] {RdsDataClient.class},
            (proxy, method, arguments) ->
                crash.step(
                    () -> {
                      try {
                        return method.invoke(client, arguments);
                      } catch (InvocationTargetException failed) {
                        throw failed.getCause() instanceof RuntimeException cause
                            ? cause
                            : new IllegalStateException(failed);
                      } catch (IllegalAccessException impossible) {
                        throw new IllegalStateException(impossible);
                      }
                    }));
  }

  /** Everything that was imported, without ids and times, in a few letters. */
  String digest() {
    return one(
        """
        select md5(string_agg(line, chr(10) order by line)) as text from (
          select concat_ws('|', 'title', kind, title, original_title, english_title, year, release_date,
                 runtime_minutes, age_rating, countries, synopsis, synopsis_english, poster_key, poster_path,
                 backdrop_path, source, source_key) as line from titles
          union all select concat_ws('|', 'link', t.source_key, l.site, l.key)
            from title_links l join titles t using (title_id)
          union all select concat_ws('|', 'genre', t.source_key, g.genre, g.position)
            from title_genres g join titles t using (title_id)
          union all select concat_ws('|', 'keyword', t.source_key, k.keyword)
            from title_keywords k join titles t using (title_id)
          union all select concat_ws('|', 'person', name, original_name) from people
          union all select concat_ws('|', 'credit', t.source_key, p.name, p.original_name, c.role, c.position)
            from credits c join titles t using (title_id) join people p using (person_id)
          union all select concat_ws('|', 'offer', t.source_key, s.service, s.as_of, s.source)
            from title_services s join titles t using (title_id)
          union all select concat_ws('|', 'clip', t.source_key, c.kind, c.site, c.key, c.name, c.language, c.position)
            from clips c join titles t using (title_id)
          union all select concat_ws('|', 'tmdb', kind, tmdb_id, checked_at is null, gone_at is null, failure)
            from tmdb_titles) lines
        """);
  }

  long count(String table) {
    return Long.parseLong(one("select count(*)::text as text from " + table));
  }

  /** One text from the database, past the import. */
  String one(String sql) {
    return database.database().readOne(Sql.of(sql), Text.class).map(Text::text).orElse("");
  }

  record Text(@Nullable String text) {}
}
