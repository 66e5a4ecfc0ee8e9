package io.takewithott.rating;

import static io.takewithott.rating.RatingScene.JUN;
import static io.takewithott.rating.RatingScene.MINA;
import static org.assertj.core.api.Assertions.assertThat;

import io.takewithott.core.database.Sql;
import io.takewithott.rating.RatingScene.Answer;
import io.takewithott.testing.TestDatabase;
import io.takewithott.testing.TestEndpoints;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpinionsTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.withSchema();
  @RegisterExtension static final TestEndpoints ENDPOINTS = TestEndpoints.start();

  private final RatingScene scene = new RatingScene(DATABASE, ENDPOINTS);

  @BeforeEach
  void setTheScene() {
    scene.set(60);
  }

  @Test
  void everyChangeOfTasteCountsOnce() {
    assertThat(version(rate(3, 4.5))).isEqualTo(1);
    assertThat(version(rate(3, 4.5))).isEqualTo(1);
    assertThat(version(rate(3, 2))).isEqualTo(2);
    assertThat(version(call("DELETE", "/titles/3/rating", null))).isEqualTo(3);
    assertThat(version(call("DELETE", "/titles/3/rating", null))).isEqualTo(3);
    assertThat(version(react(3, "like"))).isEqualTo(4);
    assertThat(version(react(3, "like"))).isEqualTo(4);
    assertThat(version(react(3, "dislike"))).isEqualTo(5);
    assertThat(version(call("DELETE", "/titles/3/reaction", null))).isEqualTo(6);
    assertThat(version(call("PUT", "/titles/4/dismissal", null))).isEqualTo(7);
    assertThat(version(call("PUT", "/titles/4/dismissal", null))).isEqualTo(7);
    assertThat(version(call("DELETE", "/titles/4/dismissal", null))).isEqualTo(8);
    assertThat(version(call("PUT", "/me/picks", Map.of("titleIds", List.of(1, 2, 3)))))
        .isEqualTo(9);
    assertThat(version(call("PUT", "/me/picks", Map.of("titleIds", List.of(1, 2, 3)))))
        .isEqualTo(9);
  }

  @Test
  void theLatestChangeOfARatingIsUndoneOnce() {
    rate(3, 4.5);
    rate(3, 2);

    Answer undone = call("POST", "/titles/3/rating/undo", null);
    Answer again = call("POST", "/titles/3/rating/undo", null);

    assertThat(undone.body()).hasToString("{\"undone\":true,\"stars\":4.5,\"tasteVersion\":3}");
    assertThat(again.body()).hasToString("{\"undone\":false,\"stars\":4.5,\"tasteVersion\":3}");
  }

  @Test
  void undoingAFirstRatingTakesItBackAndUndoingARemovalBringsItBack() {
    rate(3, 4.5);
    assertThat(call("POST", "/titles/3/rating/undo", null).body())
        .hasToString("{\"undone\":true,\"tasteVersion\":2}");
    rate(4, 1);
    call("DELETE", "/titles/4/rating", null);
    assertThat(call("POST", "/titles/4/rating/undo", null).body().path("stars").asDouble())
        .isEqualTo(1);
    assertThat(call("POST", "/titles/5/rating/undo", null).body().path("undone").asBoolean())
        .isFalse();
  }

  @Test
  void aViewingBeginsWithTheFirstReportAfterAFinishedOne() {
    List<Map<String, Object>> reports =
        List.of(
            Map.of("seconds", 60),
            Map.of("seconds", 120),
            Map.of("seconds", 5400, "finished", true),
            Map.of("seconds", 5400, "finished", true),
            Map.of("seconds", 30),
            Map.of("finished", true));
    List<Long> versions = new ArrayList<>();
    for (Map<String, Object> report : reports) {
      versions.add(version(call("PUT", "/titles/7/progress", report)));
    }

    assertThat(versions)
        .as("the first end is a change of taste")
        .containsExactly(0L, 0L, 1L, 1L, 1L, 1L);
    assertThat(rows("select count(*)::text as text from watches where title_id = 7"))
        .containsExactly("2");
  }

  @Test
  void viewingsThatBeginAtOnceAreOne() throws Exception {
    atOnce(20, i -> call("PUT", "/titles/7/progress", Map.of("seconds", i)));

    assertThat(rows("select count(*)::text as text from watches")).containsExactly("1");
  }

  @Test
  void wishesAreNoChangeOfTaste() {
    assertThat(call("PUT", "/titles/3/wish", null).status()).isEqualTo(204);
    assertThat(call("PUT", "/titles/3/wish", null).status()).isEqualTo(204);
    assertThat(rows("select taste_version::text as text from users where user_id = 1000001"))
        .containsExactly("0");
    assertThat(call("DELETE", "/titles/3/wish", null).status()).isEqualTo(204);
    assertThat(rows("select title_id::text as text from wishes")).isEmpty();
  }

  @Test
  void aWishListEndsAtItsLimit() {
    DATABASE.run(
        """
        insert into titles (title_id, title, original_title, source, source_key)
        select n, 't', 't', 'many', n::text from generate_series(1001, 3100) n;
        insert into wishes (user_id, title_id) select 1000001, n from generate_series(1001, 3000) n
        """);

    assertThat(call("PUT", "/titles/3001/wish", null).message())
        .isEqualTo("A wish list has at most 2000 titles");
    assertThat(call("PUT", "/titles/1500/wish", null).status()).isEqualTo(204);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PUT | /titles/99/rating | {\"stars\":3} | NOT_FOUND",
        "PUT | /titles/3/rating | {\"stars\":3.3} | INVALID_VALUE",
        "PUT | /titles/3/rating | {} | INVALID_VALUE",
        "PUT | /titles/3/reaction | {\"reaction\":\"love\"} | INVALID_VALUE",
        "PUT | /titles/3/reaction | {\"reaction\":\"like\\u0000\"} | INVALID_VALUE",
        "PUT | /titles/99/reaction | {\"reaction\":\"like\"} | NOT_FOUND",
        "PUT | /titles/99/wish | | NOT_FOUND",
        "PUT | /titles/99/dismissal | | NOT_FOUND",
        "PUT | /titles/3/progress | {} | INVALID_VALUE",
        "PUT | /titles/3/progress | {\"seconds\":-1} | INVALID_VALUE",
        "PUT | /titles/3/progress | {\"seconds\":360001} | INVALID_VALUE",
        "PUT | /titles/3/progress | {\"seconds\":99999999999} | MALFORMED_REQUEST",
        "PUT | /titles/3/progress | {\"seconds\":1.5} | MALFORMED_REQUEST",
        "PUT | /titles/0/progress | {\"seconds\":1} | NOT_FOUND",
        "PUT | /titles/x/wish | | NOT_FOUND",
        "PUT | /me/picks | {\"titleIds\":[1,2,99]} | NOT_FOUND",
        "PUT | /me/picks | {\"titleIds\":[1,2,2]} | INVALID_VALUE",
        "POST | /titles/99/rating/undo | | NOT_FOUND",
      })
  void whatCannotBeIsRefused(String method, String path, @Nullable String body, String code) {
    Object json =
        body == null
            ? null
            : io.takewithott.core.json.Json.tree(
                body.getBytes(java.nio.charset.StandardCharsets.UTF_8));

    assertThat(call(method, path, json).code()).isEqualTo(code);
  }

  @Test
  void whoIsGoneMustLogInAgain() {
    assertThat(scene.call("PUT", "/titles/3/rating", Map.of("stars", 3), 77).message())
        .isEqualTo("This account is gone: log in again");
    assertThat(scene.call("PUT", "/titles/3/wish", null, 77).status()).isEqualTo(401);
    assertThat(scene.call("PUT", "/titles/3/dismissal", null, 77).status()).isEqualTo(401);
    assertThat(scene.call("DELETE", "/titles/3/reaction", null, 77).status()).isEqualTo(401);
  }

  /** Their row stays without a name, and their access token is good for minutes. */
  @Test
  void whoHasLeftChangesNothingAnyMore() {
    rate(3, 5);
    call("PUT", "/me/picks", Map.of("titleIds", List.of(1, 2, 3)));
    DATABASE.run("update users set deleted_at = now() where user_id = 1000001");

    assertThat(rate(4, 3).message()).isEqualTo("This account is gone: log in again");
    for (Answer refused :
        List.of(
            rate(3, 3),
            call("DELETE", "/titles/3/rating", null),
            call("POST", "/titles/3/rating/undo", null),
            react(3, "like"),
            call("PUT", "/titles/4/dismissal", null),
            call("PUT", "/titles/4/wish", null),
            call("PUT", "/titles/4/progress", Map.of("seconds", 5)),
            call("PUT", "/me/picks", Map.of("titleIds", List.of(3, 4, 5))))) {
      assertThat(refused.status()).isEqualTo(401);
    }
    assertThat(rows("select title_id || ' ' || half_stars as text from ratings"))
        .containsExactly("3 10");
    assertThat(rows("select title_id::text as text from picks order by position"))
        .containsExactly("1", "2", "3");
    for (String table : List.of("reactions", "wishes", "watch_progress", "dismissed_titles")) {
      assertThat(rows("select '1' as text from " + table)).as(table).isEmpty();
    }
    assertThat(rows("select taste_version::text as text from users where user_id = 1000001"))
        .containsExactly("2");
  }

  @Test
  void whoIsLeavingRatesNothingMeanwhile() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Future<?> leaving =
          threads.submit(
              () ->
                  DATABASE.run(
                      """
                      do $$ begin
                        update users set deleted_at = now() where user_id = 1000001;
                        perform pg_sleep(0.5);
                      end $$
                      """));
      while (rows("select '1' as text from pg_stat_activity where wait_event = 'PgSleep'").isEmpty()
          && !leaving.isDone()) {
        Thread.sleep(5);
      }
      Future<Answer> rating = threads.submit(() -> rate(3, 5));

      assertThat(rating.get().status()).isEqualTo(401);
      leaving.get();
      assertThat(rows("select '1' as text from ratings")).isEmpty();
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void whoLeavesTakesTheirOpinionsAlong() {
    rate(4, 3);
    rate(4, 5);
    react(3, "like");
    call("PUT", "/titles/3/wish", null);
    call("PUT", "/titles/3/progress", Map.of("seconds", 5));
    DATABASE.run(
        """
        update users set deleted_at = now(), nickname_key = null where user_id = 1000001
        """);

    for (String table : List.of("reactions", "wishes", "watches", "watch_progress")) {
      assertThat(rows("select '1' as text from " + table)).as(table).isEmpty();
    }
    assertThat(rows("select '1' as text from ratings where previous_half_stars is not null"))
        .isEmpty();
  }

  @Test
  void ratingsOfManyAtOnceAreCountedExactly() throws Exception {
    DATABASE.run(
        """
        insert into users (user_id, nickname) select 2000000 + n, 'n' || n from generate_series(1, 200) n
        """);

    atOnce(200, i -> scene.call("PUT", "/titles/5/rating", Map.of("stars", 4), 2000001 + i));
    atOnce(100, i -> scene.call("DELETE", "/titles/5/rating", null, 2000001 + 2 * i));

    assertThat(
            rows("select ratings || ' ' || half_stars as text from title_stats where title_id = 5"))
        .containsExactly("100 800");
  }

  @Test
  void theMessageOfAChangeInABurstIsDelayedAndNotLeftOut() throws Exception {
    DATABASE.run("update users set taste_pace = 50, taste_changed_at = now()");
    int before = ENDPOINTS.queued();
    scene.call("PUT", "/titles/1/rating", Map.of("stars", 3), JUN);

    assertThat(ENDPOINTS.queued()).as("at once").isEqualTo(before);
    Thread.sleep(1500);
    assertThat(ENDPOINTS.queued()).as("a second later").isEqualTo(before + 1);
  }

  @Test
  void aChangeAfterAPauseIsToldAtOnce() {
    DATABASE.run(
        "update users set taste_pace = 50, taste_changed_at = now() - interval '5 seconds'");
    int before = ENDPOINTS.queued();
    scene.call("PUT", "/titles/1/rating", Map.of("stars", 3), JUN);

    assertThat(ENDPOINTS.queued()).isEqualTo(before + 1);
  }

  @Test
  void opinionsByTheThousandMustWait() {
    DATABASE.run(
        """
        insert into rate_limits (name, subject, attempts, next_at, forget_at, allowed)
        select 'OPINION_ACCOUNT', encode(sha256(convert_to(E'OPINION_ACCOUNT\\n1000001', 'UTF8')), 'hex'),
               1000, now() + interval '20 seconds', now() + interval '1 hour', true
        """);

    assertThat(rate(3, 4).code()).isEqualTo("TOO_MANY_REQUESTS");
    assertThat(rows("select '1' as text from ratings")).isEmpty();
  }

  private void atOnce(int times, java.util.function.IntFunction<Answer> call) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try {
      List<Callable<Answer>> calls = new ArrayList<>();
      for (int i = 0; i < times; i++) {
        int number = i;
        calls.add(() -> call.apply(number));
      }
      for (Future<Answer> answer : threads.invokeAll(calls)) {
        assertThat(answer.get().status()).as(answer.get().toString()).isLessThan(300);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private Answer rate(long titleId, double stars) {
    return call("PUT", "/titles/" + titleId + "/rating", Map.of("stars", stars));
  }

  private Answer react(long titleId, String reaction) {
    return call("PUT", "/titles/" + titleId + "/reaction", Map.of("reaction", reaction));
  }

  private Answer call(String method, String path, @Nullable Object body) {
    return scene.call(method, path, body, MINA);
  }

  private static long version(Answer answer) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return answer.body().path("tasteVersion").asLong();
  }

  record Row(String text) {}

  private static List<String> rows(String sql) {
    return DATABASE.database().read(Sql.of(sql), Row.class).stream().map(Row::text).toList();
  }
}
