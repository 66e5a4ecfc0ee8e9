package io.takewithott.benchmarks.serving;

import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.core.database.Database;
import io.takewithott.core.database.Sql;
import io.takewithott.core.json.Json;
import io.takewithott.local.LocalServer;
import io.takewithott.local.LocalSettings;
import io.takewithott.local.runtime.InvocationResult;
import io.takewithott.local.world.load.Importer;
import io.takewithott.local.world.sample.SampleClips;
import io.takewithott.local.world.sample.SampleWorld;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The local server with a world of some size, a model of it, and a member with twenty ratings. */
final class ServedWorld implements AutoCloseable {
  private static final int TRAINING_SECONDS = 30;
  private static final int RATED = 20;
  private static final int LONGEST_WAIT_MILLIS = 120_000;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Path folder;
  private final LocalServer server;
  private final HttpClient client = HttpClient.newHttpClient();
  private List<Long> titleIds = List.of();
  private List<Long> personIds = List.of();
  private String token = "";

  private ServedWorld(Path folder, LocalServer server) {
    this.folder = folder;
    this.server = server;
  }

  /**
   * @param titles so many in all; the sample's own if there are more of them
   */
  static ServedWorld start(Path root, int titles, int ratingsATitle, Consumer<String> say)
      throws Exception {
    Path folder = Files.createTempDirectory("serving-");
    LocalServer server =
        LocalServer.prepare(
            LocalSettings.bare(root, folder, false), entry -> {}, (function, instance, line) -> {});
    ServedWorld world = new ServedWorld(folder, server);
    new Importer(server.database(), (stage, done, total) -> {}, InstantSource.system())
        .run(new SampleWorld());
    new SampleClips(server.database(), server.objects()).load();
    new SyntheticCatalogue(server.database(), titles, ratingsATitle).fill();
    world.train();
    server.serve();
    world.titleIds = world.ids("select title_id as id from titles order by title_id");
    world.personIds = world.ids("select person_id as id from people order by person_id limit 2000");
    world.join();
    say.accept(world.titleIds.size() + " titles are served");
    return world;
  }

  List<Long> titleIds() {
    return titleIds;
  }

  List<Long> personIds() {
    return personIds;
  }

  /** Asks, and answers the body; anything but success is a failure of the measurement. */
  byte[] get(String path, boolean asMember) throws IOException, InterruptedException {
    return call("GET", path, null, asMember);
  }

  byte[] call(String method, String path, @Nullable Object body, boolean asMember)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.address() + path)).timeout(PATIENCE);
    if (asMember) {
      request.header("authorization", "Bearer " + token);
    }
    if (body == null) {
      request.method(method, HttpRequest.BodyPublishers.noBody());
    } else {
      request
          .header("content-type", "application/json")
          .method(method, HttpRequest.BodyPublishers.ofByteArray(Json.bytes(body)));
    }
    HttpResponse<byte[]> response =
        client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    if (response.statusCode() >= 400) {
      throw new IllegalStateException(method + " " + path + ": " + response.statusCode());
    }
    return response.body();
  }

  private void train() {
    InvocationResult trained =
        server.invoke(
            "TrainFunction", Json.bytes(Map.of("rank", "active", "seconds", TRAINING_SECONDS)));
    if (!trained.succeeded()) {
      throw new IllegalStateException(trained.text());
    }
  }

  private void join() throws IOException, InterruptedException {
    JsonNode account =
        Json.tree(
            call(
                "POST",
                "/accounts",
                Map.of(
                    "email", "bench@example.com", "password", "correct horse", "nickname", "bench"),
                false));
    token = account.path("accessToken").asText();
    for (int i = 0; i < RATED; i++) {
      call("PUT", "/titles/" + titleIds.get(i) + "/rating", Map.of("stars", 4.5), true);
    }
    for (int waited = 0; waited < LONGEST_WAIT_MILLIS; waited += 100) {
      JsonNode ranking = Json.tree(get("/home", true)).path("ranking");
      if (ranking.path("source").asText().equals("personal")
          && ranking.path("current").asBoolean()) {
        return;
      }
      Thread.sleep(100);
    }
    throw new IllegalStateException("The member was never ranked");
  }

  private List<Long> ids(String sql) {
    Database database = server.database();
    List<Long> all = new ArrayList<>();
    database
        .read(
            Sql.of(
                "select string_agg(id::text, ',') as ids from (" + sql + ") i group by id / 5000"),
            Ids.class)
        .forEach(row -> row.add(all));
    return all;
  }

  @Override
  public void close() throws IOException {
    server.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  record Ids(String ids) {
    void add(List<Long> all) {
      for (String id : ids.split(",")) {
        all.add(Long.valueOf(id));
      }
    }
  }
}
