package io.takewithott.local;

import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.core.Environment;
import io.takewithott.core.cloud.CloudClients;
import io.takewithott.core.cloud.CloudConfig;
import io.takewithott.core.database.Sql;
import io.takewithott.core.json.Json;
import io.takewithott.core.secrets.Secrets;
import io.takewithott.local.contract.Witness;
import io.takewithott.local.gateway.AccessLog;
import io.takewithott.local.runtime.InvocationResult;
import io.takewithott.local.world.load.Importer;
import io.takewithott.local.world.sample.SampleClips;
import io.takewithott.local.world.sample.SampleWorld;
import io.takewithott.testing.Checkout;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The whole system with a small sample world and a trained model, and a client that speaks to it.
 */
final class RunningWorld implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Path folder;
  private final LocalServer server;
  private final Witness witness;
  private final HttpClient client = HttpClient.newHttpClient();

  private RunningWorld(Path folder, LocalServer server, Witness witness) {
    this.folder = folder;
    this.server = server;
    this.witness = witness;
  }

  static RunningWorld start(boolean isolated) throws IOException {
    return start(isolated, Optional.empty());
  }

  /**
   * @param image that the recommender's functions run in, if any
   */
  static RunningWorld start(boolean isolated, Optional<String> image) throws IOException {
    Path folder = Files.createTempDirectory("takewithott-");
    LocalSettings settings = new LocalSettings(Checkout.root(), folder, 0, isolated, false, image);
    Witness witness = new Witness();
    LocalServer server = LocalServer.prepare(settings, witness, (function, instance, line) -> {});
    RunningWorld world = new RunningWorld(folder, server, witness);
    new Importer(server.database(), (stage, done, total) -> {}, InstantSource.system())
        .run(new SampleWorld(SampleWorld.SEED, 300));
    new SampleClips(server.database(), server.objects()).load();
    InvocationResult trained = server.invoke("TrainFunction", Json.bytes(Map.of("rank", "active")));
    if (!trained.succeeded()) {
      throw new IllegalStateException(trained.text());
    }
    server.serve();
    return world;
  }

  /** Without titles, ratings or a model, for what needs none. */
  static RunningWorld empty(boolean isolated) throws IOException {
    Path folder = Files.createTempDirectory("takewithott-");
    LocalSettings settings = LocalSettings.bare(Checkout.root(), folder, isolated);
    Witness witness = new Witness();
    LocalServer server = LocalServer.prepare(settings, witness, (function, instance, line) -> {});
    server.serve();
    return new RunningWorld(folder, server, witness);
  }

  LocalServer server() {
    return server;
  }

  /** What a person reaches who puts a credential into the stack's secrets. */
  Secrets secrets() {
    Map<String, String> settings = server.clientSettings();
    return Environment.of(settings)
        .read(
            each -> {
              settings.keySet().forEach(each::optional);
              return new CloudClients(CloudConfig.from(each)).secrets(InstantSource.system());
            });
  }

  /** The gateway's own log of what was asked. */
  List<AccessLog.Entry> asked() {
    return witness.asked();
  }

  /** What the database has said since it started. */
  String databaseLog() throws IOException {
    return Files.readString(folder.resolve("database/postgres.log"));
  }

  /** What was asked and answered so far. */
  Witness witness() {
    return witness;
  }

  URI address(String path) {
    return server.address().resolve(path);
  }

  /** A new member who has said nothing yet. */
  Member join(String name) throws Exception {
    // A nickname is somebody's own: the name, and what tells two of them apart.
    String nickname = name + Long.toString(System.nanoTime(), Character.MAX_RADIX);
    String email = nickname + "@example.com";
    Answer answer =
        call(
            "POST",
            "/accounts",
            Map.of("email", email, "password", "correct horse", "nickname", nickname),
            null);
    return new Member(
        answer.body.path("userId").asLong(),
        email,
        answer.body.path("accessToken").asText(),
        answer.body.path("sessionId").asText());
  }

  /** Becomes one of us; as with anybody, the log-in before is over. */
  Member appoint(Member member) throws Exception {
    server
        .database()
        .write(
            Sql.of("update users set role = 'admin' where user_id = :userId")
                .bind("userId", member.userId()));
    Answer answer =
        call(
            "POST",
            "/sessions",
            Map.of("email", member.email(), "password", "correct horse"),
            null);
    return new Member(
        member.userId(),
        member.email(),
        answer.body.path("accessToken").asText(),
        answer.body.path("sessionId").asText());
  }

  /** A write, under a key of its own; it has to succeed. */
  JsonNode done(String method, String path, @Nullable Object body, Member by) throws Exception {
    Answer answer = send(method, path, body, by.token, "once-" + System.nanoTime());
    if (answer.status >= 300) {
      throw new IllegalStateException(method + " " + path + ": " + answer);
    }
    return answer.body;
  }

  Answer call(String method, String path, @Nullable Object body, @Nullable String token)
      throws Exception {
    return send(method, path, body, token, null);
  }

  private Answer send(
      String method,
      String path,
      @Nullable Object body,
      @Nullable String token,
      @Nullable String key)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address(path))
            .timeout(PATIENCE)
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(Json.bytes(body)));
    if (body != null) {
      request.header("content-type", "application/json");
    }
    if (token != null) {
      request.header("authorization", "Bearer " + token);
    }
    if (key != null) {
      request.header("idempotency-key", key);
    }
    HttpResponse<byte[]> response =
        client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    return new Answer(
        response.statusCode(),
        response.body().length == 0
                || !response.headers().firstValue("content-type").orElse("").contains("json")
            ? Json.tree("{}".getBytes(java.nio.charset.StandardCharsets.UTF_8))
            : Json.tree(response.body()));
  }

  /** The link to a new password in the member's newest mail, once it has come. */
  String resetLink(Member member) throws InterruptedException {
    Pattern link = Pattern.compile("http\\S+/#/reset/\\S+");
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      Optional<Matcher> found =
          server.mailbox().mails().stream()
              .filter(mail -> mail.to().equals(member.email()))
              .map(mail -> link.matcher(mail.text()))
              .filter(Matcher::find)
              .findFirst();
      if (found.isPresent()) {
        return found.get().group();
      }
      Thread.sleep(50);
    }
    throw new IllegalStateException("The mail never came");
  }

  /** The member's home page once it knows their newest change. */
  JsonNode currentHome(Member member) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      JsonNode home = call("GET", "/home", null, member.token).body;
      if (home.path("ranking").path("current").asBoolean()
          && home.path("ranking").path("source").asText().equals("personal")) {
        return home;
      }
      if (System.nanoTime() > end) {
        throw new IllegalStateException(
            "The ranking never became current: " + home.path("ranking"));
      }
      Thread.sleep(20);
    }
  }

  @Override
  public void close() {
    server.close();
    DataFolders.clear(folder);
    witness.requireAsDescribed();
  }

  record Member(long userId, String email, String token, String sessionId) {}

  record Answer(int status, JsonNode body) {}
}
