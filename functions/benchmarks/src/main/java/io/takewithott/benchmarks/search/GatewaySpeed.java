package io.takewithott.benchmarks.search;

import io.takewithott.benchmarks.report.Table;
import io.takewithott.benchmarks.search.LineQueries.LineQuery;
import io.takewithott.core.database.Database;
import io.takewithott.core.database.Sql;
import io.takewithott.core.json.Json;
import io.takewithott.local.LocalServer;
import io.takewithott.local.LocalSettings;
import io.takewithott.local.world.load.Importer;
import io.takewithott.local.world.sample.SampleWorld;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The routes over HTTP through the local gateway, warm, one request after the other. */
final class GatewaySpeed {
  private static final int VIEWERS = 100;
  private static final int CHUNK = 4000;
  private static final int REQUESTS = 400;
  private static final int WARM_UP = 400;

  private final ShippedFilms films;
  private final Path root;
  private final HttpClient client = HttpClient.newHttpClient();

  GatewaySpeed(ShippedFilms films, Path root) {
    this.films = films;
    this.root = root;
  }

  static Table table() {
    return new Table("world", "route", "p50 ms", "p99 ms");
  }

  /**
   * @param titles besides the sample world's; none leaves it as it is
   */
  void measure(int titles, int lines, Table table) throws IOException {
    Path folder = Files.createTempDirectory("takewithott-search-");
    LocalSettings settings = LocalSettings.bare(root, folder, false);
    try (LocalServer server =
        LocalServer.prepare(settings, entry -> {}, (function, instance, line) -> {})) {
      new Importer(server.database(), (stage, done, total) -> {}, InstantSource.system())
          .run(new SampleWorld(SampleWorld.SEED, VIEWERS));
      String world = "sample";
      if (titles > 0) {
        world = "%,d titles, %,d lines".formatted(titles, lines);
        fill(server.database(), titles, lines);
        long start = System.nanoTime();
        String report = server.invoke("SearchIndexFunction", Json.bytes(Map.of())).text();
        table.add(
            world,
            "SearchIndexFunction: " + report.replace('|', ' '),
            "%.0f".formatted((System.nanoTime() - start) / 1e6),
            "");
      }
      server.serve();
      measure(server.address(), world, table);
    }
  }

  private void measure(URI address, String world, Table table) {
    List<String> names = new ArrayList<>();
    TitleSpoiler spoiler = new TitleSpoiler(LineQueries.REPORTED_ON);
    films
        .titles()
        .forEach(
            title -> {
              for (TitleSpoiling spoiling : TitleSpoiling.values()) {
                Optional<String> typed = spoiler.spoil(title.title(), spoiling);
                typed.ifPresent(names::add);
              }
            });
    List<String> lines =
        LineQueries.of(films.lines(), LineQueries.REPORTED_ON).stream()
            .map(LineQuery::text)
            .toList();
    route(address, "/suggest", names, world, table);
    route(address, "/search", names, world, table);
    route(address, "/lines", lines, world, table);
    route(address, "/lines", LineQueries.unheard(), world + ", nothing to find", table);
  }

  private void route(URI address, String path, List<String> queries, String world, Table table) {
    Millis millis = new Millis();
    for (int i = 0; i < WARM_UP + REQUESTS; i++) {
      String query = queries.get((int) ((long) i * 7919 % queries.size()));
      URI uri = address.resolve(path + "?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
      if (i < WARM_UP) {
        get(uri);
      } else {
        millis.measure(() -> get(uri));
      }
    }
    table.add(world, path, millis.median(), millis.percentile99());
  }

  private void get(URI uri) {
    try {
      HttpResponse<String> answer =
          client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(uri + " answered " + answer.body());
      }
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stop);
    }
  }

  private void fill(Database database, int titles, int lines) {
    SyntheticCatalogue synthetic = SyntheticCatalogue.of(root, 1);
    chunks(
        titles,
        i -> List.of(synthetic.title(), synthetic.person()),
        database,
        """
        with r as (select (e.n + :from)::bigint as id, e.row ->> 0 as title, e.row ->> 1 as person
                     from jsonb_array_elements(cast(:rows as jsonb)) with ordinality as e (row, n)),
             t as (insert into titles (title_id, title, original_title, source, source_key)
                   select 1000000 + id, title, title, 'synthetic', id::text from r)
        insert into people (person_id, name, original_name) select 1000000 + id, person, 'p' || id from r
        """);
    chunks(
        lines,
        i -> List.of(synthetic.line()),
        database,
        """
        insert into famous_lines (title_id, line)
        select 1000000 + 1 + ((e.n + :from - 1) %% %d), e.row ->> 0
          from jsonb_array_elements(cast(:rows as jsonb)) with ordinality as e (row, n)
        on conflict do nothing
        """
            .formatted(titles));
    database.write(Sql.of("analyze"));
  }

  private static void chunks(
      int count, java.util.function.IntFunction<List<String>> row, Database database, String sql) {
    for (int from = 0; from < count; from += CHUNK) {
      List<List<String>> rows = new ArrayList<>();
      for (int i = from; i < Math.min(count, from + CHUNK); i++) {
        rows.add(row.apply(i));
      }
      database.write(Sql.of(sql).bind("from", from).bindJson("rows", Json.text(rows)));
    }
  }
}
