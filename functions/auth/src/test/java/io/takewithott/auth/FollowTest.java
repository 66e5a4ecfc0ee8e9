package io.takewithott.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.takewithott.auth.AuthApi.Answer;
import io.takewithott.auth.AuthApi.Session;
import io.takewithott.core.database.Sql;
import io.takewithott.testing.EventFiles;
import io.takewithott.testing.Invocations;
import io.takewithott.testing.TestDatabase;
import io.takewithott.testing.TestEndpoints;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Following, asking and refusing, over the handlers. */
class FollowTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.withSchema();
  @RegisterExtension static final TestEndpoints ENDPOINTS = TestEndpoints.start();

  private static AuthApi api;
  private Session mina;
  private Session jun;

  record Count(long n) {}

  @BeforeAll
  static void start() {
    api = new AuthApi(DATABASE, ENDPOINTS);
  }

  @BeforeEach
  void setTheScene() {
    DATABASE.run("delete from users; delete from rate_limits");
    mina = api.join("mina");
    jun = api.join("jun");
  }

  @Test
  void somebodyPublicIsFollowedAtOnceAndOnlyOnce() {
    assertThat(follow(mina, jun)).isEqualTo("following");
    assertThat(follow(mina, jun)).isEqualTo("following");

    assertThat(names(mina, "/me/following")).containsExactly("jun");
    assertThat(names(jun, "/me/followers")).containsExactly("mina");
    assertThat(seen(mina, jun).path("followers").asInt()).isEqualTo(1);
    assertThat(seen(mina, jun).path("relation").asText()).isEqualTo("following");
    assertThat(seen(jun, mina).path("following").asInt()).isEqualTo(1);
    assertThat(seen(jun, mina).has("relation")).isFalse();
  }

  @Test
  void whoIsFollowedNoLongerIsGoneFromBothLists() {
    follow(mina, jun);

    assertThat(unfollow(mina, jun)).isEqualTo(204);
    assertThat(unfollow(mina, jun)).isEqualTo(204);

    assertThat(names(mina, "/me/following")).isEmpty();
    assertThat(names(jun, "/me/followers")).isEmpty();
    assertThat(seen(mina, jun).path("followers").asInt()).isZero();
  }

  @Test
  void somebodyPrivateIsAskedFirst() {
    show(jun, "private");

    assertThat(follow(mina, jun)).isEqualTo("requested");
    assertThat(names(jun, "/me/followers")).isEmpty();
    assertThat(names(jun, "/me/follow-requests")).containsExactly("mina");
    assertThat(seen(mina, jun).has("bio")).isFalse();
    assertThat(seen(mina, jun).has("followers")).isFalse();
    assertThat(seen(mina, jun).path("relation").asText()).isEqualTo("requested");

    assertThat(api.put("/me/followers/" + mina.userId()).as(jun).send().status()).isEqualTo(204);
    assertThat(names(jun, "/me/followers")).containsExactly("mina");
    assertThat(names(jun, "/me/follow-requests")).isEmpty();
    assertThat(seen(mina, jun).path("bio").asText()).isEqualTo("hello");
  }

  @Test
  void whoIsRefusedIsNotToldAndAsksNobodyAgain() {
    show(jun, "private");
    follow(mina, jun);

    assertThat(refuse(jun, mina)).isEqualTo(204);

    assertThat(follow(mina, jun)).isEqualTo("requested");
    assertThat(seen(mina, jun).path("relation").asText()).isEqualTo("requested");
    assertThat(api.get("/me/export").as(mina).send().body().toString()).doesNotContain("refused");
    unfollow(mina, jun);
    assertThat(seen(mina, jun).has("relation")).isFalse();
    assertThat(names(mina, "/me/following")).isEmpty();
    assertThat(follow(mina, jun)).isEqualTo("requested");
    assertThat(names(jun, "/me/follow-requests")).isEmpty();
    show(jun, "public");
    assertThat(follow(mina, jun)).isEqualTo("requested");
  }

  @Test
  void aFollowerIsSentAwayAndMayBeLetInAgain() {
    follow(mina, jun);

    assertThat(refuse(jun, mina)).isEqualTo(204);
    assertThat(names(jun, "/me/followers")).isEmpty();
    assertThat(api.put("/me/followers/" + mina.userId()).as(jun).send().status()).isEqualTo(204);
    assertThat(names(jun, "/me/followers")).containsExactly("mina");
  }

  @Test
  void whoBecomesPublicLetsInWhoWaits() {
    show(jun, "private");
    follow(mina, jun);

    show(jun, "public");

    assertThat(names(jun, "/me/followers")).containsExactly("mina");
  }

  @Test
  void nobodyIsLetInWithoutHavingAsked() {
    String path = "/me/followers/" + mina.userId();

    assertThat(api.put(path).as(jun).send().status()).isEqualTo(404);
    assertThat(api.delete(path).as(jun).send().status()).isEqualTo(404);
    follow(mina, jun);
    // A follower does not answer their own request.
    assertThat(api.put("/me/followers/" + jun.userId()).as(mina).send().status()).isEqualTo(404);
  }

  @Test
  void nobodyFollowsThemselvesOrNobody() {
    assertThat(api.put("/me/following/" + mina.userId()).as(mina).send().code())
        .isEqualTo("CONFLICT");
    assertThat(api.put("/me/following/99").as(mina).send().status()).isEqualTo(404);
    assertThat(api.put("/me/following/jun").as(mina).send().status()).isEqualTo(404);
  }

  @Test
  void listsComeAPageAtATime() {
    people(120);
    DATABASE.run(
        "insert into follows select %d, user_id, 'following', now() from users where source = 'test'"
            .formatted(mina.userId()));
    List<Long> seen = new ArrayList<>();
    JsonNode page = list(mina, "/me/following");
    assertThat(page.path("users")).hasSize(50);
    for (int i = 0; i < 5; i++) {
      page.path("users").forEach(user -> seen.add(user.path("userId").asLong()));
      if (!page.has("next")) {
        break;
      }
      page = list(mina, "/me/following?after=" + page.path("next").asLong());
    }

    assertThat(seen).hasSize(120).doesNotHaveDuplicates().isSorted();
    assertThat(api.get("/me/following?after=x").as(mina).send().status()).isEqualTo(422);
    assertThat(api.get("/me/following?after=-1").as(mina).send().status()).isEqualTo(422);
  }

  @Test
  void manyAtOnceNeverPassTheLimit() throws Exception {
    people(2010);
    DATABASE.run(
        """
        insert into follows
        select %d, user_id, 'following', now() from users where source = 'test' order by user_id limit 1996
        """
            .formatted(mina.userId()));
    List<Callable<Integer>> calls = new ArrayList<>();
    for (long other : unfollowed()) {
      calls.add(() -> api.put("/me/following/" + other).as(mina).send().status());
    }

    assertThat(together(calls)).filteredOn(status -> status == 200).hasSize(4);
    assertThat(seen(jun, mina).path("following").asInt()).isEqualTo(2000);
  }

  @Test
  void followingAtOnceCountsOnce() throws Exception {
    List<Callable<Integer>> calls = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      calls.add(() -> api.put("/me/following/" + jun.userId()).as(mina).send().status());
      calls.add(() -> api.put("/me/following/" + mina.userId()).as(jun).send().status());
    }

    assertThat(together(calls)).containsOnly(200);
    assertThat(seen(mina, jun).path("followers").asInt()).isEqualTo(1);
    assertThat(seen(jun, mina).path("followers").asInt()).isEqualTo(1);
  }

  @Test
  void leavingEndsAllFollowingAndTheExportHasIt() {
    follow(mina, jun);
    follow(jun, mina);
    JsonNode file = api.get("/me/export").as(mina).send().body();
    assertThat(file.path("following").get(0).path("userId").asLong()).isEqualTo(jun.userId());
    assertThat(file.path("followers").get(0).path("userId").asLong()).isEqualTo(jun.userId());

    Map<String, String> proof = Map.of("password", AuthApi.PASSWORD, "ratings", "keep");
    assertThat(api.delete("/me").as(mina).body(proof).send().status()).isEqualTo(204);

    assertThat(count("select count(*) as n from follows")).isZero();
    assertThat(names(jun, "/me/followers")).isEmpty();
    assertThat(api.put("/me/following/" + mina.userId()).as(jun).send().status()).isEqualTo(404);
  }

  @Test
  void aSessionThatHasEndedDoesNothing() {
    api.delete("/me/sessions").as(mina).send();

    for (String path : List.of("/me/following", "/me/followers", "/me/follow-requests")) {
      assertThat(api.get(path).as(mina).send().status()).isEqualTo(401);
    }
    String other = "/" + jun.userId();
    for (String path : List.of("/me/following" + other, "/me/followers" + other)) {
      assertThat(api.put(path).as(mina).send().status()).isEqualTo(401);
      assertThat(api.delete(path).as(mina).send().status()).isEqualTo(401);
    }
    assertThat(count("select count(*) as n from follows")).isZero();
  }

  @Test
  void theEventFilesAreAnswered() {
    Map<String, Integer> expected =
        Map.of(
            "auth/following", 200,
            "auth/follow-unknown", 404,
            "auth/unfollow", 204,
            "auth/followers", 200,
            "auth/accept-follower-unknown", 404,
            "auth/refuse-follower-unknown", 404,
            "auth/follow-requests", 200);
    expected.forEach((name, status) -> assertThat(event(name, mina)).as(name).isEqualTo(status));
  }

  private static int event(String name, Session session) {
    ObjectNode event = EventFiles.read(name);
    ((ObjectNode) event.path("requestContext").path("authorizer").path("lambda"))
        .put("userId", Long.toString(session.userId()))
        .put("sessionId", session.sessionId());
    return Invocations.invoke(api.auth, event).path("statusCode").asInt();
  }

  private static String follow(Session who, Session whom) {
    Answer answer = api.put("/me/following/" + whom.userId()).as(who).send();
    assertThat(answer.status()).isEqualTo(200);
    return answer.body().path("state").asText();
  }

  private static int unfollow(Session who, Session whom) {
    return api.delete("/me/following/" + whom.userId()).as(who).send().status();
  }

  private static int refuse(Session who, Session whom) {
    return api.delete("/me/followers/" + whom.userId()).as(who).send().status();
  }

  private static void show(Session session, String visibility) {
    Map<String, String> change = Map.of("visibility", visibility, "bio", "hello");
    assertThat(api.patch("/me/profile").as(session).body(change).send().status()).isEqualTo(200);
  }

  private static JsonNode seen(Session viewer, Session other) {
    return api.get("/users/" + other.userId()).as(viewer).send().body();
  }

  private static JsonNode list(Session session, String path) {
    return api.get(path).as(session).send().body();
  }

  private static List<String> names(Session session, String path) {
    return list(session, path).path("users").findValuesAsText("nickname");
  }

  private static void people(int number) {
    DATABASE.run(
        """
        insert into users (nickname, source, source_key)
        select 'viewer ' || n, 'test', n::text from generate_series(1, %d) n
        """
            .formatted(number));
  }

  private static List<Long> unfollowed() {
    return DATABASE
        .database()
        .read(
            Sql.of(
                "select user_id as n from users where source = 'test'"
                    + " and user_id not in (select followee_id from follows)"),
            Count.class)
        .stream()
        .map(Count::n)
        .toList();
  }

  private static List<Integer> together(List<Callable<Integer>> calls) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(calls.size());
    try {
      List<Integer> statuses = new ArrayList<>();
      for (Future<Integer> answer : threads.invokeAll(calls)) {
        statuses.add(answer.get());
      }
      return statuses;
    } finally {
      threads.shutdownNow();
    }
  }

  private static long count(String query) {
    return DATABASE.database().readOne(Sql.of(query), Count.class).orElseThrow().n;
  }
}
