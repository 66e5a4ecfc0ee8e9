package io.takewithott.recommender;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.cloud.s3.S3Server;
import io.takewithott.core.Environment;
import io.takewithott.core.cloud.CloudClients;
import io.takewithott.core.cloud.CloudConfig;
import io.takewithott.core.json.Json;
import io.takewithott.core.objects.ObjectStore;
import io.takewithott.core.ranking.RankedRow;
import io.takewithott.core.ranking.RankedRow.Kind;
import io.takewithott.core.ranking.RankedTitle;
import io.takewithott.core.ranking.Ranking;
import io.takewithott.core.ranking.RankingFormat;
import io.takewithott.recommender.snapshot.RatingsSnapshot;
import io.takewithott.testing.EventFiles;
import io.takewithott.testing.Invocations;
import io.takewithott.testing.TestCredentials;
import io.takewithott.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Both functions on a real database and a real object store. */
class RecommenderHandlersTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.withSchema();
  private static S3Server server;

  private String bucket = "";

  @BeforeAll
  static void start(@TempDir Path folder) {
    List<String> names =
        List.of(
            "data1", "data2", "data3", "data4", "data5", "data6", "data7", "data8", "data9",
            "data10");
    server =
        S3Server.start(0, folder, TestCredentials.ACCESS_KEY, TestCredentials.SECRET_KEY, names);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static int used;

  @BeforeEach
  void scene() {
    used++;
    bucket = "data" + used;
    DATABASE.run("delete from titles; delete from users");
    DATABASE.run(
        """
        insert into users (user_id, nickname, email, email_key, taste_version)
          select n, 'u' || n, case when n <= 10 then n || '@example.org' end,
                 case when n <= 10 then n || '@example.org' end, 3
          from generate_series(1, 80) n;
        insert into titles (title_id, title, original_title, source, source_key)
          select n, 't', 't', 'test', n from generate_series(101, 182) n;
        """);
    DATABASE.run(
        "insert into ratings (user_id, title_id, half_stars, rated_at) values " + ratings());
  }

  @Test
  void trainingRanksActiveUsersAndReports() {
    JsonNode report = train("{\"rank\":\"active\"}");

    assertThat(report.path("ratings").asInt()).isEqualTo(TwoTastes.ratings().size());
    assertThat(report.path("users").asInt()).isEqualTo(80);
    assertThat(report.path("titles").asInt()).isEqualTo(82);
    assertThat(report.path("published").asBoolean()).isTrue();
    assertThat(report.path("modelVersion").asText()).matches("\\d{8}T\\d{9}Z-[0-9a-f]{8}");
    assertThat(report.path("ranked").path("written").asInt()).isEqualTo(10);
    assertThat(report.path("ranked").path("remaining").asInt()).isZero();
    assertThat(report.path("peakHeapBytes").asLong()).isPositive();
    assertThat(ranking(1).orElseThrow().tasteVersion()).isEqualTo(3);
    assertThat(ranking(11)).isEmpty();
    assertThat(ranking(Ranking.EVERYBODY).orElseThrow().rows())
        .extracting(RankedRow::kind)
        .containsExactly(Kind.POPULAR, Kind.PREDICTED_HIGH);
  }

  @Test
  void everyoneIsRankedWhenAskedFor() {
    assertThat(train("{\"rank\":\"everyone\"}").path("ranked").path("written").asInt())
        .isEqualTo(80);
  }

  @Test
  void theSecondTrainingReadsTheDelta() {
    train("{}");
    DATABASE.run("update ratings set half_stars = null where user_id = 1");

    JsonNode report = train("{}");

    assertThat(report.path("users").asInt()).isEqualTo(79);
    assertThat(ranking(1).orElseThrow().titles().get(0).shares().crowd()).isEqualTo(1);
  }

  @Test
  void aChangedTasteChangesTheRankingWithOneDatabaseCall() {
    train("{}");
    RefreshHandler handler = new RefreshHandler(environment());
    DATABASE.run(
        """
        insert into users (user_id, nickname, taste_version) values (1000001, 'new', 1);
        insert into picks (user_id, title_id, position) values
          (1000001, 101, 1), (1000001, 102, 2), (1000001, 103, 3);
        """);
    int before = DATABASE.calls();

    SQSBatchResponse response = handler.handleRequest(event(), Invocations.context());

    assertThat(response.getBatchItemFailures()).isEmpty();
    assertThat(DATABASE.calls() - before).isEqualTo(1);
    Ranking ranking = ranking(1000001).orElseThrow();
    assertThat(ranking.titles().subList(0, 10))
        .extracting(RankedTitle::titleId)
        .allMatch(id -> id > 103 && id <= 140);
    assertThat(ranking.titles().get(0).because()).isNotEmpty();
    assertThat(ranking.rows()).extracting(RankedRow::kind).contains(Kind.FOR_YOU);
  }

  @Test
  void aMessageBeforeTheFirstTrainingIsDone() {
    RefreshHandler handler = new RefreshHandler(environment());

    assertThat(handler.handleRequest(event(), Invocations.context()).getBatchItemFailures())
        .isEmpty();
  }

  @Test
  void anEmptyDatabaseIsTrainedToo() {
    DATABASE.run("delete from titles; delete from users");

    assertThat(train("{}").path("published").asBoolean()).isTrue();
    assertThat(ranking(Ranking.EVERYBODY).orElseThrow().titles()).isEmpty();
  }

  @Test
  void rollingBackRanksWithTheModelBefore() {
    String first = train("{}").path("modelVersion").asText();
    String second = train("{}").path("modelVersion").asText();
    assertThat(ranking(1).orElseThrow().modelVersion()).isEqualTo(second);

    JsonNode report = train(EventFiles.read("train/roll-back").toString());

    String back = report.path("modelVersion").asText();
    assertThat(report.path("from").asText()).isEqualTo(second);
    assertThat(report.path("ranked").path("written").asInt()).isEqualTo(10);
    assertThat(back).endsWith(first.substring(first.indexOf('-')));
    assertThat(ranking(1).orElseThrow().modelVersion()).isEqualTo(back);
    assertThat(ranking(Ranking.EVERYBODY).orElseThrow().modelVersion()).isEqualTo(back);

    String next = train("{}").path("modelVersion").asText();
    assertThat(ranking(1).orElseThrow().modelVersion()).isEqualTo(next);
  }

  @Test
  void whileAJobTrainsTheFunctionDoesNot() {
    holdLease("spark-1");

    JsonNode report = train("{}");

    assertThat(report.path("trainedBy").asText()).isEqualTo("spark-1");
    assertThat(report.path("published").asBoolean()).isFalse();
    assertThat(ranking(1)).isEmpty();
  }

  @Test
  void aFunctionThatDiedDoesNotKeepItsRepetitionFromTraining() {
    holdLease("function-1");

    assertThat(train("{}").path("published").asBoolean()).isTrue();
  }

  private void holdLease(String name) {
    byte[] lease =
        Json.bytes(new TrainingLease.Holder(name, Instant.now().getEpochSecond() + 600, ""));
    objects().put("models/lease", lease, "application/json");
  }

  private JsonNode train(String input) {
    return Invocations.invoke(
        new TrainHandler(environment()), Json.tree(input.getBytes(StandardCharsets.UTF_8)));
  }

  private SQSEvent event() {
    JsonNode record = EventFiles.read("refresh/taste-changed").path("Records").path(0);
    SQSMessage message = new SQSMessage();
    message.setMessageId(record.path("messageId").asText());
    message.setBody(record.path("body").asText());
    SQSEvent event = new SQSEvent();
    event.setRecords(List.of(message));
    return event;
  }

  private Optional<Ranking> ranking(long userId) {
    return objects().get(Ranking.key(userId)).flatMap(object -> RankingFormat.read(object.bytes()));
  }

  private ObjectStore objects() {
    CloudConfig config = RecommenderConfig.from(environment()).cloud();
    return new CloudClients(config).objects(bucket, Duration.ofSeconds(30));
  }

  private Environment environment() {
    Map<String, String> variables = new HashMap<>(DATABASE.environment());
    variables.put("AWS_ENDPOINT_URL_S3", server.endpoint().toString());
    variables.put("TWO_BUCKET", bucket);
    return Environment.of(variables);
  }

  private static String ratings() {
    RatingsSnapshot ratings = TwoTastes.ratings();
    StringJoiner rows = new StringJoiner(", ");
    for (int user = 0; user < ratings.userCount(); user++) {
      for (int k = ratings.begin(user); k < ratings.end(user); k++) {
        rows.add(
            "(%d, %d, %d, to_timestamp(%d))"
                .formatted(
                    ratings.userId(user),
                    ratings.titleId(ratings.title(k)),
                    ratings.halfStars(k),
                    ratings.ratedAtEpochSeconds(k)));
      }
    }
    return rows.toString();
  }
}
