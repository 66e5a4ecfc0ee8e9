package io.takewithott.community;

import static io.takewithott.community.CommunityScene.ADMIN;
import static io.takewithott.community.CommunityScene.JUN;
import static io.takewithott.community.CommunityScene.MINA;
import static io.takewithott.community.CommunityScene.NOBODY;
import static io.takewithott.community.CommunityScene.SORA;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.community.CommunityScene.Answer;
import io.takewithott.core.database.Sql;
import io.takewithott.testing.TestDatabase;
import io.takewithott.testing.TestEndpoints;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ReviewsTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.withSchema();
  @RegisterExtension static final TestEndpoints ENDPOINTS = TestEndpoints.start();

  private final CommunityScene scene = new CommunityScene(DATABASE, ENDPOINTS);

  @BeforeEach
  void setTheScene() {
    scene.set();
  }

  @Test
  void aReviewWithStarsIsARating() {
    int before = ENDPOINTS.queued();
    Map<String, Object> review =
        Map.of("headline", "다시 봐도", "text", "좋다", "stars", 4.5, "spoiler", true);

    Answer first = scene.call("PUT", "/titles/3/review", review, MINA);
    Answer again = scene.call("PUT", "/titles/3/review", review, MINA);

    assertThat(first.status()).isEqualTo(201);
    assertThat(first.body().path("tasteVersion").asInt()).isEqualTo(1);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.body().path("reviewId")).isEqualTo(first.body().path("reviewId"));
    assertThat(again.body().path("tasteVersion").asInt()).isEqualTo(1);
    assertThat(rows("select title_id || ' ' || half_stars as text from ratings"))
        .containsExactly("3 9");
    assertThat(ENDPOINTS.queued() - before).isEqualTo(2);
    JsonNode shown = reviews("/titles/3/reviews", NOBODY).get(0);
    assertThat(shown.path("stars").asDouble()).isEqualTo(4.5);
    assertThat(shown.path("spoiler").asBoolean()).isTrue();
    assertThat(shown.path("author").path("nickname").asText()).isEqualTo("미나");
    assertThat(shown.has("editedAt")).isFalse();
  }

  @Test
  void aReviewWithoutStarsLeavesTheRatingAndTellsNobody() {
    int before = ENDPOINTS.queued();
    scene.review(MINA, 3, "좋다");

    assertThat(rows("select '1' as text from ratings")).isEmpty();
    assertThat(ENDPOINTS.queued()).isEqualTo(before);
  }

  @Test
  void thereIsOneReviewByEachForEachTitle() {
    long first = scene.review(MINA, 3, "좋다");
    scene.call("PUT", "/reviews/" + first + "/like", null, JUN);
    long second = scene.review(MINA, 3, "다시 보니 더 좋다");
    scene.review(MINA, 4, "이것도");
    scene.review(JUN, 3, "저도");

    assertThat(second).isEqualTo(first);
    JsonNode shown = scene.get("/reviews/" + first, JUN).body();
    assertThat(shown.path("text").asText()).isEqualTo("다시 보니 더 좋다");
    assertThat(shown.path("likes").asInt()).as("editing keeps the likes").isEqualTo(1);
    assertThat(shown.path("liked").asBoolean()).isTrue();
    assertThat(shown.path("mine").asBoolean()).isFalse();
    assertThat(shown.has("editedAt")).isTrue();
    assertThat(reviews("/titles/3/reviews", NOBODY)).hasSize(2);
    assertThat(reviews("/me/reviews", MINA)).hasSize(2);
  }

  @Test
  void helpfulnessIsTheLowerEndOfWilsonsInterval() {
    // likes, reports, millionths by hand: e.g. 1 of 1 is 1 / (1 + 3.8416).
    List<int[]> cases =
        List.of(
            new int[] {0, 0, 0},
            new int[] {0, 3, 0},
            new int[] {1, 0, 206543},
            new int[] {10, 0, 722460},
            new int[] {10, 1, 622635},
            new int[] {100, 0, 963005});
    for (int[] each : cases) {
      DATABASE.run(
          "insert into reviews (user_id, title_id, body, likes, reports, created_at) values (1000001, 1, 'x', %d, %d, now())"
                  .formatted(each[0], each[1])
              + " on conflict (user_id, title_id) do update set likes = excluded.likes, reports = excluded.reports");

      assertThat(Long.parseLong(rows("select helpfulness::text as text from reviews").get(0)))
          .as(each[0] + " likes, " + each[1] + " reports")
          .isBetween(each[2] - 1L, each[2] + 1L);
    }
  }

  @Test
  void reviewsComeInEitherOrderPageByPage() {
    DATABASE.run(
        """
        insert into users (user_id, nickname) select 2000000 + n, 'n' || n from generate_series(1, 45) n;
        insert into reviews (user_id, title_id, body, likes, created_at)
        select 2000000 + n, 1, 'text ' || n, n % 7, now() from generate_series(1, 45) n;
        """);

    List<JsonNode> helpful = allPages("/titles/1/reviews?sort=helpful");
    List<JsonNode> newest = allPages("/titles/1/reviews?sort=newest");

    assertThat(helpful).hasSize(45).doesNotHaveDuplicates();
    assertThat(helpful).extracting(each -> -each.path("likes").asInt()).isSorted();
    assertThat(newest).extracting(each -> -each.path("reviewId").asLong()).isSorted();
    assertThat(newest).hasSize(45).doesNotHaveDuplicates();
    assertThat(scene.get("/titles/1/reviews?sort=best", NOBODY).code()).isEqualTo("INVALID_VALUE");
  }

  @Test
  void likesCountPeople() {
    long id = scene.review(MINA, 3, "좋다");

    assertThat(scene.call("PUT", "/reviews/" + id + "/like", null, JUN).body())
        .hasToString("{\"liked\":true,\"likes\":1}");
    assertThat(scene.call("PUT", "/reviews/" + id + "/like", null, JUN).body())
        .hasToString("{\"liked\":true,\"likes\":1}");
    assertThat(scene.call("PUT", "/reviews/" + id + "/like", null, SORA).body())
        .hasToString("{\"liked\":true,\"likes\":2}");
    assertThat(scene.call("DELETE", "/reviews/" + id + "/like", null, JUN).body())
        .hasToString("{\"liked\":false,\"likes\":1}");
    assertThat(scene.call("DELETE", "/reviews/" + id + "/like", null, JUN).body())
        .hasToString("{\"liked\":false,\"likes\":1}");
    assertThat(scene.call("PUT", "/reviews/99/like", null, JUN).message())
        .isEqualTo("There is no review with the id 99");
  }

  @Test
  void commentsAreReadInTheirOrderAndDeletedByTheirAuthorOrAnAdministrator() {
    long id = scene.review(MINA, 3, "좋다");
    for (int i = 1; i <= 60; i++) {
      assertThat(comment(id, "저도 " + i, i % 2 == 0 ? JUN : SORA).status()).isEqualTo(201);
    }

    JsonNode first = scene.get("/reviews/" + id + "/comments", JUN).body();
    JsonNode second =
        scene.get("/reviews/" + id + "/comments?after=" + first.path("next").asText(), JUN).body();
    assertThat(first.path("comments")).hasSize(50);
    assertThat(second.path("comments")).hasSize(10);
    assertThat(second.has("next")).isFalse();
    assertThat(second.path("comments").get(9).path("text").asText()).isEqualTo("저도 60");
    assertThat(second.path("comments").get(9).path("mine").asBoolean()).isTrue();

    String of = "/reviews/" + id + "/comments/";
    String suns = of + first.path("comments").get(0).path("commentId").asText();
    assertThat(scene.call("DELETE", suns, null, JUN).code()).isEqualTo("FORBIDDEN");
    assertThat(scene.call("DELETE", suns, null, SORA).status()).isEqualTo(204);
    assertThat(scene.call("DELETE", suns, null, SORA).status()).isEqualTo(204);
    String juns = of + first.path("comments").get(1).path("commentId").asText();
    assertThat(scene.call("DELETE", juns, null, ADMIN).status()).isEqualTo(204);
    assertThat(scene.get("/reviews/" + id, NOBODY).body().path("comments").asInt()).isEqualTo(58);
  }

  @Test
  void aCommentThatIsSentAgainIsStoredOnce() {
    long id = scene.review(MINA, 3, "좋다");
    String path = "/reviews/" + id + "/comments";

    Answer first = scene.call("POST", path, Map.of("text", "저도"), JUN, "key-1");
    Answer again = scene.call("POST", path, Map.of("text", "저도"), JUN, "key-1");
    Answer other = scene.call("POST", path, Map.of("text", "다른 말"), JUN, "key-1");

    assertThat(again.body()).isEqualTo(first.body());
    assertThat(other.code()).isEqualTo("CONFLICT");
    assertThat(scene.call("POST", path, Map.of("text", "저도"), JUN, "열쇠").code())
        .isEqualTo("INVALID_VALUE");
    assertThat(rows("select comments::text as text from reviews")).containsExactly("1");
  }

  @Test
  void whatIsReportedIsSeenAndHiddenByAdministratorsAlone() {
    long id = scene.review(MINA, 3, "범인은 집사");
    Map<String, Object> report = Map.of("reason", "spoiler", "note", "다 말해 버림");
    scene.call("POST", "/reviews/" + id + "/report", report, JUN);
    scene.call("POST", "/reviews/" + id + "/report", Map.of("reason", "abuse"), JUN);
    scene.call("POST", "/reviews/" + id + "/report", Map.of("reason", "abuse"), MINA);

    assertThat(scene.get("/admin/reports", JUN).code()).isEqualTo("FORBIDDEN");
    assertThat(scene.get("/admin/reports", ADMIN).body().path("reported"))
        .as("one each, and nobody themselves")
        .hasToString(
            "[{\"kind\":\"review\",\"id\":%d,\"headline\":\"\",\"excerpt\":\"범인은 집사\",\"reports\":1,\"hidden\":false,\"reasons\":{\"abuse\":1}}]"
                .formatted(id));
    String visibility = "/admin/reviews/" + id + "/visibility";
    assertThat(scene.call("PUT", visibility, Map.of("hidden", true), ADMIN).status())
        .isEqualTo(204);

    assertThat(reviews("/titles/3/reviews", JUN)).isEmpty();
    assertThat(scene.get("/reviews/" + id, JUN).status()).isEqualTo(404);
    assertThat(scene.call("PUT", "/reviews/" + id + "/like", null, JUN).status()).isEqualTo(404);
    assertThat(comment(id, "저도", JUN).status()).isEqualTo(404);
    assertThat(scene.get("/reviews/" + id, MINA).body().path("hidden").asBoolean()).isTrue();
    assertThat(reviews("/me/reviews", MINA)).hasSize(1);

    scene.call("PUT", visibility, Map.of("hidden", false), ADMIN);
    assertThat(reviews("/titles/3/reviews", JUN)).hasSize(1);
  }

  @Test
  void anAdministratorWhoseLogInEndedHidesNothing() {
    long id = scene.review(MINA, 3, "좋다");
    DATABASE.run("update sessions set ended_at = now(), end_reason = 'ROLE'");

    assertThat(
            scene
                .call("PUT", "/admin/reviews/" + id + "/visibility", Map.of("hidden", true), ADMIN)
                .status())
        .isEqualTo(401);
    assertThat(scene.get("/admin/reports", ADMIN).status()).isEqualTo(401);
    assertThat(scene.get("/me/reviews", MINA).status()).isEqualTo(401);
  }

  @Test
  void ofWhoeverHasLeftNoNameIsShown() {
    long id = scene.review(MINA, 3, "좋다");
    scene.review(JUN, 4, "좋다");
    comment(id, "저도", JUN);
    scene.call("PUT", "/reviews/" + id + "/like", null, JUN);
    DATABASE.run(
        "update users set deleted_at = now(), nickname = '탈퇴한 회원' where user_id = 1000002");

    assertThat(reviews("/titles/4/reviews", NOBODY).get(0).path("author"))
        .hasToString("{\"gone\":true}");
    assertThat(
            scene
                .get("/reviews/" + id + "/comments", NOBODY)
                .body()
                .path("comments")
                .get(0)
                .path("author"))
        .hasToString("{\"gone\":true}");
    assertThat(scene.get("/reviews/" + id, NOBODY).body().path("likes").asInt())
        .as("a like is taken along")
        .isZero();
    assertThat(scene.call("PUT", "/titles/5/review", Map.of("text", "x"), JUN).status())
        .isEqualTo(401);
  }

  @Test
  void reviewsOfSomebodyPrivateAreSeenByTheirFollowersAlone() {
    long id = scene.review(SORA, 3, "비밀");
    DATABASE.run(
        """
        update users set is_private = true where user_id = 1000003;
        insert into follows values (1000002, 1000003, 'following', now()), (1000001, 1000003, 'requested', now());
        """);

    assertThat(reviews("/titles/3/reviews", NOBODY)).isEmpty();
    assertThat(reviews("/titles/3/reviews", MINA)).isEmpty();
    assertThat(scene.call("PUT", "/reviews/" + id + "/like", null, MINA).status()).isEqualTo(404);
    assertThat(scene.get("/reviews/" + id + "/comments", MINA).status()).isEqualTo(404);
    assertThat(reviews("/titles/3/reviews", JUN)).hasSize(1);
    assertThat(reviews("/titles/3/reviews", SORA)).hasSize(1);
  }

  @Test
  void aDeletedReviewTakesItsLikesAndCommentsAlongAndLeavesTheRating() {
    scene.call("PUT", "/titles/3/review", Map.of("text", "좋다", "stars", 4), MINA);
    long id = scene.review(MINA, 3, "좋다");
    comment(id, "저도", JUN);
    scene.call("PUT", "/reviews/" + id + "/like", null, JUN);

    assertThat(scene.call("DELETE", "/titles/3/review", null, MINA).status()).isEqualTo(204);
    assertThat(scene.call("DELETE", "/titles/3/review", null, MINA).status()).isEqualTo(204);

    assertThat(scene.get("/reviews/" + id, MINA).status()).isEqualTo(404);
    assertThat(rows("select '1' as text from review_likes")).isEmpty();
    assertThat(rows("select '1' as text from review_comments")).isEmpty();
    assertThat(rows("select half_stars::text as text from ratings")).containsExactly("8");
  }

  @Test
  void whoWritesTooMuchMustWait() {
    List<Integer> statuses = new ArrayList<>();
    for (int i = 0; i < 62; i++) {
      statuses.add(scene.call("PUT", "/titles/3/review", Map.of("text", "x" + i), MINA).status());
    }

    assertThat(statuses.subList(1, 60)).containsOnly(200);
    assertThat(statuses.get(61)).isEqualTo(429);
  }

  private Answer comment(long reviewId, String text, long userId) {
    return scene.call("POST", "/reviews/" + reviewId + "/comments", Map.of("text", text), userId);
  }

  private JsonNode reviews(String path, long userId) {
    return scene.get(path, userId).body().path("reviews");
  }

  private List<JsonNode> allPages(String path) {
    List<JsonNode> all = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = scene.get(path + "&cursor=" + cursor, NOBODY).body();
      page.path("reviews").forEach(all::add);
      cursor = page.path("next").asText();
    } while (!cursor.isEmpty());
    return all;
  }

  record Row(String text) {}

  private static List<String> rows(String sql) {
    return DATABASE.database().read(Sql.of(sql), Row.class).stream().map(Row::text).toList();
  }
}
