package io.takewithott.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.cloud.tmdb.TmdbStandIn;
import io.takewithott.core.database.Sql;
import io.takewithott.core.json.Json;
import io.takewithott.local.RunningWorld.Answer;
import io.takewithott.local.RunningWorld.Member;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The import into the sample world: off, dry, and done, by the routes and queues of the template.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TmdbEndToEndTest {
  private static final int SAMPLE = 382;
  private static final long PATIENCE_MILLIS = 120_000;

  private static RunningWorld world;
  private static Member admin;

  @BeforeAll
  static void start() throws Exception {
    world = RunningWorld.start(false);
    Member member = world.join("admin");
    world
        .server()
        .database()
        .write(
            Sql.of("update users set role = 'admin' where user_id = :userId")
                .bind("userId", member.userId()));
    Answer answer =
        world.call(
            "POST",
            "/sessions",
            Map.of("email", member.email(), "password", "correct horse"),
            null);
    admin =
        new Member(
            member.userId(),
            member.email(),
            answer.body().path("accessToken").asText(),
            answer.body().path("sessionId").asText());
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @Test
  @Order(1)
  void withoutATokenTheSampleWorldStaysAsItIs() throws Exception {
    long run = start(Map.of("mode", "full"));

    JsonNode report = finished(run);
    assertThat(report.path("state").asText()).isEqualTo("off");
    assertThat(report.path("reason").asText()).isEqualTo("there are no credentials");
    assertThat(count("titles")).isEqualTo(SAMPLE);
    assertThat(count("title_services where source <> 'import'")).isZero();
  }

  @Test
  @Order(2)
  void aDryRunSaysThatTheSampleIsKnownAndTheRestIsNew() throws Exception {
    world.secrets().put("takewithott-local-TmdbSecret", TmdbStandIn.credentials());
    long run = start(Map.of("mode", "full", "dry", true));

    JsonNode report = finished(run);
    assertThat(report.path("state").asText()).isEqualTo("done");
    assertThat(report.path("changed").asInt()).as("they would be linked").isEqualTo(SAMPLE);
    assertThat(report.path("added").asInt()).isBetween(100, 120);
    assertThat(count("titles")).isEqualTo(SAMPLE);
  }

  @Test
  @Order(3)
  void theImportAddsWhatIsNewAndKeepsTheWordsOfTheSample() throws Exception {
    String words = words();
    standIn("POST", "/faults?seed=3&share=40");
    long run = start(Map.of("mode", "full"));

    JsonNode report = finished(run);
    assertThat(report.path("state").asText()).isEqualTo("done");
    assertThat(count("titles")).isBetween(SAMPLE + 90L, SAMPLE + 120L);
    assertThat(words()).isEqualTo(words);
    standIn("DELETE", "");

    JsonNode again = finished(start(Map.of("mode", "full")));
    assertThat(again.path("changed").asInt()).isZero();
    assertThat(standIn("GET", "").path("tooEarly").asInt()).isZero();
    JsonNode runs = world.call("GET", "/admin/imports", null, admin.token()).body().path("runs");
    assertThat(runs).hasSize(4);
  }

  @Test
  @Order(4)
  void whatCameInIsFoundAndShownLikeAnythingElse() throws Exception {
    String id =
        one(
            "select title_id::text as text from titles where source = 'tmdb' and kind = 'film'"
                + " and poster_path is not null order by title_id limit 1");
    JsonNode title = world.call("GET", "/titles/" + id, null, null).body();
    assertThat(title.path("title").asText()).isNotEmpty();
    assertThat(title.path("poster").asText()).startsWith("https://image.tmdb.org/t/p/w342/p");
    JsonNode owed = world.call("GET", "/attributions", null, null).body();
    assertThat(owed.path("attributions").path(0).path("name").asText()).isEqualTo("TMDB");
  }

  private static long start(Map<String, Object> wanted) throws Exception {
    Answer answer = world.call("POST", "/admin/imports", wanted, admin.token());
    assertThat(answer.status()).isEqualTo(202);
    return answer.body().path("runId").asLong();
  }

  private static JsonNode finished(long run) throws Exception {
    long end = System.currentTimeMillis() + PATIENCE_MILLIS;
    while (System.currentTimeMillis() < end) {
      JsonNode report =
          world.call("GET", "/admin/imports/" + run, null, admin.token()).body().path("run");
      if (report.has("finishedMillis")) {
        return report;
      }
      Thread.sleep(200);
    }
    throw new AssertionError("The run has not come to an end");
  }

  /** What the sample says of its films, apart from what TMDB is asked for. */
  private static String words() {
    return one(
        """
        select md5(string_agg(concat_ws('|', title, original_title, synopsis, age_rating, runtime_minutes,
            (select string_agg(genre, ',' order by position) from title_genres g where g.title_id = t.title_id),
            (select string_agg(keyword, ',' order by keyword) from title_keywords k where k.title_id = t.title_id),
            (select string_agg(service, ',' order by service) from title_offers o where o.title_id = t.title_id)),
            chr(10) order by title_id)) as text
          from titles t where source = 'sample'
        """);
  }

  private static long count(String table) {
    return Long.parseLong(one("select count(*)::text as text from " + table));
  }

  private static String one(String sql) {
    return world.server().database().readOne(Sql.of(sql), Text.class).map(Text::text).orElse("");
  }

  private static JsonNode standIn(String method, String rest) throws Exception {
    String endpoints = world.server().clientSettings().getOrDefault("AWS_ENDPOINT_URL_SQS", "");
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(endpoints + "/_local/standins/tmdb" + rest))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build();
    return Json.tree(
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray()).body());
  }

  record Text(@Nullable String text) {}
}
