package io.takewithott.rating;

import static io.takewithott.rating.RatingScene.JUN;
import static io.takewithott.rating.RatingScene.MINA;
import static io.takewithott.rating.RatingScene.SORA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.rating.RatingScene.Answer;
import io.takewithott.testing.TestDatabase;
import io.takewithott.testing.TestEndpoints;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TasteTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.withSchema();
  @RegisterExtension static final TestEndpoints ENDPOINTS = TestEndpoints.start();

  private final RatingScene scene = new RatingScene(DATABASE, ENDPOINTS);

  @BeforeEach
  void setTheScene() {
    scene.set(30);
  }

  @Test
  void aTasteIsShrunkMeansWithTheirCounts() {
    DATABASE.run(
        """
        insert into title_genres (title_id, genre, position)
        select n, case when n <= 4 then 'drama' when n <= 6 then 'horror' else 'comedy' end, 1 from generate_series(1, 7) n;
        insert into people (person_id, name, original_name) values (1, '감독', 'D'), (2, '배우', 'A');
        insert into credits (title_id, person_id, role, position)
        select n, 1, 'director', 1 from generate_series(1, 3) n union all select n, 2, 'cast', 1 from generate_series(5, 6) n;
        insert into ratings (user_id, title_id, half_stars)
        select 1000001, n, case when n <= 4 then 10 when n <= 6 then 2 else 10 end from generate_series(1, 7) n;
        """);

    JsonNode taste = scene.call("GET", "/me/taste", null, MINA).body();

    // The mean is (5 * 10 + 2 * 2) / 7 = 7.714 half stars; drama (40 + 4 * 7.714) / 8 / 2 = 4.43.
    assertThat(taste.path("ratings").asInt()).isEqualTo(7);
    assertThat(taste.path("mean").asDouble()).isEqualTo(3.86);
    assertThat(taste.path("genres"))
        .hasToString(
            "[{\"name\":\"drama\",\"titles\":4,\"mean\":4.43},{\"name\":\"horror\",\"titles\":2,\"mean\":2.9}]");
    assertThat(taste.path("directors"))
        .hasToString("[{\"name\":\"감독\",\"id\":1,\"titles\":3,\"mean\":4.35}]");
    assertThat(taste.path("actors"))
        .hasToString("[{\"name\":\"배우\",\"id\":2,\"titles\":2,\"mean\":2.9}]");
    assertThat(taste.path("distribution").path("5.0").asInt()).isEqualTo(5);
    assertThat(taste.path("distribution").path("1.0").asInt()).isEqualTo(2);
    assertThat(taste.path("distribution")).hasSize(10);
    assertThat(taste.path("crowd")).hasToString("{\"titles\":0,\"enough\":false}");
  }

  @Test
  void whoSaidNothingHasNoTasteYet() {
    JsonNode taste = scene.call("GET", "/me/taste", null, MINA).body();

    assertThat(taste.path("ratings").asInt()).isZero();
    assertThat(taste.has("mean")).isFalse();
    assertThat(taste.path("genres")).isEmpty();
  }

  @Test
  void theCrowdIsOthersAlone() {
    // Twelve others say n half stars of title n; mina says one more of each.
    DATABASE.run(
        """
        insert into users (user_id, nickname) select 2000000 + n, 'n' || n from generate_series(1, 12) n;
        insert into ratings (user_id, title_id, half_stars)
        select 2000000 + u, n, n from generate_series(1, 12) u, generate_series(1, 8) n;
        insert into ratings (user_id, title_id, half_stars) select 1000001, n, n + 1 from generate_series(1, 8) n;
        """);

    JsonNode crowd = scene.call("GET", "/me/taste", null, MINA).body().path("crowd");

    assertThat(crowd)
        .hasToString("{\"titles\":8,\"enough\":true,\"correlation\":1.0,\"difference\":0.5}");
  }

  @Test
  void twoWhoAlwaysAgreeMatchMoreTheMoreTheyHaveInCommon() {
    follow(MINA, JUN, "following");
    rateAlike(6);
    Answer six = scene.call("GET", "/users/1000002/taste-match", null, MINA);
    rateAlike(20);
    Answer twenty = scene.call("GET", "/users/1000002/taste-match", null, MINA);

    // 50 + 50 r n / (n + 8), with r near 1: 71 for six titles, 86 for twenty.
    assertThat(six.body().path("commonTitles").asInt()).isEqualTo(6);
    assertThat(six.body().path("percent").asDouble()).isCloseTo(71, within(1.5));
    assertThat(twenty.body().path("percent").asDouble()).isCloseTo(86, within(1.5));
    assertThat(twenty.body().path("starsApart").asDouble()).isZero();
    assertThat(twenty.body().path("nickname").asText()).isEqualTo("준");
  }

  @Test
  void withTooLittleInCommonThereIsNoPercentage() {
    follow(MINA, JUN, "following");
    rateAlike(4);

    assertThat(scene.call("GET", "/users/1000002/taste-match", null, MINA).body())
        .hasToString("{\"userId\":1000002,\"nickname\":\"준\",\"commonTitles\":4,\"enough\":false}");
  }

  @Test
  void onlyWhoFollowsAndIsLetInSeesHowTastesMatch() {
    assertThat(scene.call("GET", "/users/1000002/taste-match", null, MINA).message())
        .isEqualTo("Follow them first: tastes are compared with people you follow");
    follow(MINA, SORA, "requested");
    assertThat(scene.call("GET", "/users/1000003/taste-match", null, MINA).status()).isEqualTo(403);
    follow(MINA, SORA, "refused");
    assertThat(scene.call("GET", "/users/1000003/taste-match", null, MINA).status()).isEqualTo(403);
    follow(MINA, SORA, "following");
    assertThat(scene.call("GET", "/users/1000003/taste-match", null, MINA).status()).isEqualTo(200);
    assertThat(scene.call("GET", "/users/1000003/taste-match", null, JUN).status()).isEqualTo(403);
    assertThat(scene.call("GET", "/users/77/taste-match", null, MINA).status()).isEqualTo(404);
  }

  private static void rateAlike(int titles) {
    DATABASE.run(
        """
        insert into ratings (user_id, title_id, half_stars)
        select u, n, case when n %% 2 = 0 then 10 else 2 end from generate_series(1, %d) n, unnest(array[1000001, 1000002]) u
        on conflict do nothing
        """
            .formatted(titles));
  }

  private static void follow(long follower, long followee, String state) {
    DATABASE.run(
        "insert into follows values (%d, %d, '%s', now()) on conflict (follower_id, followee_id) do update set state = excluded.state"
            .formatted(follower, followee, state));
  }
}
