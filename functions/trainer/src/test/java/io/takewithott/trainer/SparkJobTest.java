package io.takewithott.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.cloud.emr.EmrHandler;
import io.takewithott.cloud.emr.JobRuns;
import io.takewithott.core.Environment;
import io.takewithott.core.json.Json;
import io.takewithott.core.objects.ObjectStore;
import io.takewithott.core.ranking.Ranking;
import io.takewithott.core.ranking.RankingFormat;
import io.takewithott.recommender.TrainHandler;
import io.takewithott.testing.Invocations;
import io.takewithott.testing.TestCredentials;
import io.takewithott.testing.TestDatabase;
import io.takewithott.testing.TestEndpoints;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole way: the function that trains starts a job by EMR's own protocol, the application runs
 * as a process of its own, and what it leaves in the bucket is what the recommender serves.
 */
@TestMethodOrder(OrderAnnotation.class)
class SparkJobTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.withSchema();
  @RegisterExtension static final TestEndpoints ENDPOINTS = TestEndpoints.start();
  private static final List<String> FAILURES = new CopyOnWriteArrayList<>();
  private static final List<Process> STARTED = new CopyOnWriteArrayList<>();

  private static final Server SERVER = new Server();
  private static final ServerConnector CONNECTOR = new ServerConnector(SERVER);
  private static JobRuns runs;

  @BeforeAll
  static void scene(@TempDir Path folder) throws Exception {
    runs = new JobRuns((run, arguments) -> launch(folder, run, arguments), FAILURES::add);
    CONNECTOR.setHost("127.0.0.1");
    SERVER.addConnector(CONNECTOR);
    SERVER.setHandler(new EmrHandler(runs, TestCredentials.ACCESS_KEY));
    SERVER.start();
    DATABASE.run(
        """
        insert into users (user_id, nickname, email, email_key, taste_version)
          select n, 'u' || n, case when n <= 20 then n || '@example.org' end,
                 case when n <= 20 then n || '@example.org' end, 3
          from generate_series(1, 60) n;
        insert into titles (title_id, title, original_title, source, source_key)
          select n, 't', 't', 'test', n from generate_series(101, 160) n;
        insert into ratings (user_id, title_id, half_stars)
          select u, t, case when u % 2 = t % 2 then 8 + (u + t) % 3 else 2 + (u * t) % 3 end
          from generate_series(1, 60) u, generate_series(101, 160) t
          where (u * 7 + t * 11) % 5 < case when u % 2 = t % 2 then 3 else 1 end;
        """);
  }

  private static Process launch(Path folder, String run, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(Arrays.asList(System.getProperty("spark.opens").split(" ")));
    command.addAll(
        List.of(
            "-Xmx800m",
            "-Dspark.master=local[2]",
            "-Dspark.driver.host=127.0.0.1",
            "-Dspark.driver.bindAddress=127.0.0.1",
            "-cp",
            System.getProperty("java.class.path"),
            TrainerCommand.class.getName()));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(endpoints());
    builder.environment().put("AWS_ACCESS_KEY_ID", TestCredentials.ACCESS_KEY);
    builder.environment().put("AWS_SECRET_ACCESS_KEY", TestCredentials.SECRET_KEY);
    File log = folder.resolve(run + ".log").toFile();
    Process process = builder.redirectErrorStream(true).redirectOutput(log).start();
    STARTED.add(process);
    return process;
  }

  @AfterAll
  static void stop() throws Exception {
    runs.close();
    SERVER.stop();
  }

  @Test
  @Order(1)
  void theRecommenderServesWhatSparkTrained() throws Exception {
    JsonNode started = train("{\"engine\":\"spark\"}");
    assertThat(started.path("engine").asText()).isEqualTo("spark");
    assertThat(started.path("parts").asInt()).isEqualTo(1);

    assertThat(train("{}").path("trainedBy").asText()).as("one at a time").startsWith("spark-");
    assertThat(STARTED.get(0).waitFor()).isZero();

    assertThat(FAILURES).isEmpty();
    Ranking ranking = ranking(2).orElseThrow();
    assertThat(ranking.tasteVersion()).isEqualTo(3);
    assertThat(ranking.modelVersion()).isEqualTo(current());
    assertThat(ranking.titles().subList(0, 5)).allMatch(title -> title.titleId() % 2 == 0);
    assertThat(ranking(Ranking.EVERYBODY).orElseThrow().modelVersion()).isEqualTo(current());
    assertThat(ranking(21)).as("nobody logs in as them").isEmpty();
    assertThat(DATABASE.texts("select title_id::text from similar_titles")).isNotEmpty();
  }

  @Test
  @Order(2)
  void afterwardsTheFunctionTrainsAgain() {
    String bySpark = current();

    JsonNode report = train("{\"seconds\":5}");

    assertThat(report.path("published").asBoolean()).isTrue();
    assertThat(current()).isGreaterThan(bySpark);
  }

  @Test
  @Order(3)
  void aJobThatIsKilledLeavesTheOldModelServingAndRings() throws Exception {
    String before = current();
    train("{\"engine\":\"spark\"}");
    Process job = STARTED.get(STARTED.size() - 1);

    job.destroyForcibly().waitFor();
    job.onExit().get();

    assertThat(current()).isEqualTo(before);
    assertThat(train("{\"seconds\":5}").path("published").asBoolean())
        .as("the lease of a job that is over binds nobody")
        .isTrue();
    assertThat(FAILURES).singleElement().asString().contains("\"state\":\"FAILED\"");
  }

  private static JsonNode train(String input) {
    Map<String, String> variables = new HashMap<>(endpoints());
    variables.putAll(DATABASE.environment());
    variables.put(
        "AWS_ENDPOINT_URL_EMR_SERVERLESS", "http://127.0.0.1:" + CONNECTOR.getLocalPort());
    variables.put("TWO_BUCKET", TestEndpoints.BUCKET);
    variables.put("TWO_SPARK_APPLICATION", "00abcdef");
    variables.put("TWO_SPARK_ROLE_ARN", "arn:aws:iam::000000000000:role/train");
    variables.put("TWO_SPARK_JAR", "s3://artifacts/trainer.jar");
    return Invocations.invoke(
        new TrainHandler(Environment.of(variables)),
        Json.tree(input.getBytes(StandardCharsets.UTF_8)));
  }

  /** Where the database and the bucket are. */
  private static Map<String, String> endpoints() {
    Map<String, String> variables = new HashMap<>(ENDPOINTS.environment());
    DATABASE
        .environment()
        .forEach(
            (name, value) -> {
              if (name.startsWith("AWS_")) {
                variables.put(name, value);
              }
            });
    return variables;
  }

  private static String current() {
    byte[] pointer = ENDPOINTS.objects().get("models/current").orElseThrow().bytes();
    return Json.tree(pointer)
        .at("/current/key")
        .asText()
        .replaceFirst("^models/", "")
        .replaceFirst("\\.model$", "");
  }

  private static Optional<Ranking> ranking(long userId) {
    ObjectStore store = ENDPOINTS.objects();
    return store.get(Ranking.key(userId)).flatMap(object -> RankingFormat.read(object.bytes()));
  }
}
