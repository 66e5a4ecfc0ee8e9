package io.takewithott.benchmarks.start;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.takewithott.core.json.Json;
import io.takewithott.local.DataFolders;
import io.takewithott.local.LocalServer;
import io.takewithott.local.LocalSettings;
import io.takewithott.local.runtime.InvocationResult;
import io.takewithott.local.runtime.RuntimeSettings;
import io.takewithott.local.template.FunctionDefinition;
import io.takewithott.local.world.load.Importer;
import io.takewithott.local.world.sample.SampleWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.slf4j.LoggerFactory;

/**
 * The system's endpoints with a fresh database and some people, for functions that are started
 * elsewhere. Its own functions run in this process, and only prepare.
 */
final class StartWorld implements AutoCloseable {
  static final String PASSWORD = "correct horse battery";

  /** Their lines would come between those of the measurement. */
  private static final String OURS = "io.takewithott";

  private static final int VIEWERS = 300;
  private static final int TRAINING_SECONDS = 6;

  private final Path folder;
  private final LocalServer server;
  private final EventFolder events;
  private final Member reader;
  private final Member visitor;
  private int people;
  private boolean titled;

  private StartWorld(Path folder, LocalServer server, EventFolder events) {
    this.folder = folder;
    this.server = server;
    this.events = events;
    this.reader = join();
    this.visitor = join();
  }

  /**
   * @param root of the checkout, with template.yaml and the built artifacts
   */
  static StartWorld open(Path root) throws IOException {
    if (LoggerFactory.getLogger(OURS) instanceof Logger logger) {
      logger.setLevel(Level.WARN);
    }
    Path folder = Files.createTempDirectory("takewithott-");
    LocalServer server =
        LocalServer.prepare(
            LocalSettings.bare(root, folder, false), entry -> {}, (function, instance, line) -> {});
    return new StartWorld(folder, server, new EventFolder(root));
  }

  List<FunctionDefinition> functions() {
    return server.template().functions();
  }

  /** With which a process finds the endpoints. */
  RuntimeSettings settings() {
    return server.runtime();
  }

  EventFolder events() {
    return events;
  }

  /** The sample world and a model of it, once. */
  void loadTitles() {
    if (titled) {
      return;
    }
    titled = true;
    new Importer(server.database(), (stage, done, total) -> {}, InstantSource.system())
        .run(new SampleWorld(SampleWorld.SEED, VIEWERS));
    InvocationResult trained =
        server.invoke(
            "TrainFunction", Json.bytes(Map.of("rank", "active", "seconds", TRAINING_SECONDS)));
    if (!trained.succeeded()) {
      throw new IllegalStateException("The model was not made: " + trained.text());
    }
  }

  /** The event as sent by a member who does nothing else, and so stays logged in. */
  byte[] asReader(String event) {
    return Json.bytes(events.read(event, reader));
  }

  /** What the authorizer is asked about somebody whose token is new. */
  byte[] tokenToCheck() {
    ObjectNode event = events.read("authorizer/visitor");
    byte[] logIn = Json.bytes(logIn(visitor));
    event
        .withObject("/headers")
        .put("authorization", "Bearer " + member(visitor.email(), logIn).accessToken());
    return Json.bytes(event);
  }

  /** The event with which somebody logs in. */
  ObjectNode logIn(Member member) {
    return events.read(
        "auth/log-in-wrong-password",
        Map.of("email", member.email(), "password", PASSWORD, "refreshIn", "body"));
  }

  /** A new member. */
  Member join() {
    String name = "member" + people++;
    String email = name + "@example.com";
    Map<String, String> account =
        Map.of("email", email, "password", PASSWORD, "nickname", name, "refreshIn", "body");
    return member(email, Json.bytes(events.read("auth/sign-up", account)));
  }

  private Member member(String email, byte[] event) {
    InvocationResult result = server.invoke("AuthFunction", event);
    JsonNode session = Answers.body(result);
    if (!session.has("userId")) {
      throw new IllegalStateException("Nobody could log in: " + result.text());
    }
    return new Member(
        email,
        session.path("userId").asLong(),
        session.path("sessionId").asText(),
        session.path("accessToken").asText(),
        session.path("refreshToken").asText());
  }

  @Override
  public void close() {
    server.close();
    DataFolders.clear(folder);
  }

  /** Somebody who is logged in. */
  record Member(
      String email, long userId, String sessionId, String accessToken, String refreshToken) {}
}
