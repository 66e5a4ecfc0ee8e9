package io.takewithott.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.local.RunningWorld.Answer;
import io.takewithott.local.RunningWorld.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The main job over HTTP, with the functions in this process and as processes of their own. */
class JourneyEndToEndTest {
  @Nested
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  class InProcess extends Journey {
    InProcess() {
      super(false);
    }
  }

  @Nested
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  class Isolated extends Journey {
    Isolated() {
      super(true);
    }
  }

  /** The recommender's functions in containers: {@code .ci/image} builds the image and asks. */
  @Nested
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  @EnabledIfSystemProperty(named = "image", matches = ".+", disabledReason = "no image is named")
  class Contained extends Journey {
    Contained() {
      super(false, Optional.ofNullable(System.getProperty("image")));
    }
  }

  /** What a person does, in every mode. */
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  abstract static class Journey {
    private static final List<Long> PICKS = List.of(1001L, 2001L, 3001L);
    private static final int RATINGS_TIMED = 15;
    private static final double SLOWEST_SECONDS = 2.0;

    private final boolean isolated;
    private final Optional<String> image;
    private RunningWorld world;

    Journey(boolean isolated) {
      this(isolated, Optional.empty());
    }

    Journey(boolean isolated, Optional<String> image) {
      this.isolated = isolated;
      this.image = image;
    }

    @BeforeAll
    void start() throws Exception {
      world = RunningWorld.start(isolated, image);
    }

    @AfterAll
    void stop() {
      world.close();
    }

    @Test
    void aVisitorSeesThePopularOrder() throws Exception {
      Answer home = world.call("GET", "/home", null, null);

      assertThat(home.status()).isEqualTo(200);
      assertThat(home.body().path("ranking").path("source").asText()).isEqualTo("popular");
      assertThat(titles(home.body())).hasSizeGreaterThan(15).doesNotHaveDuplicates();
    }

    @Test
    void threePicksMakeAPersonalOrder() throws Exception {
      Member member = world.join("mina");
      List<Long> before = titles(world.call("GET", "/home", null, member.token()).body());

      Answer picked = world.call("PUT", "/me/picks", Map.of("titleIds", PICKS), member.token());
      JsonNode home = world.currentHome(member);

      assertThat(picked.status()).isEqualTo(200);
      assertThat(titles(home))
          .isNotEqualTo(before)
          .doesNotContainAnyElementsOf(PICKS)
          .doesNotHaveDuplicates();
      assertThat(home.findValuesAsText("kind")).contains("FOR_YOU", "BECAUSE");
      assertThat(home.path("rows").get(0).path("titles").get(0).path("predictedStars").asDouble())
          .isBetween(0.5, 5.0);
    }

    @Test
    void alphaLeansThePageToTheCrowdOrToOnesOwnTitles() throws Exception {
      Member member = world.join("hana");
      world.call("PUT", "/me/picks", Map.of("titleIds", PICKS), member.token());
      JsonNode home = world.currentHome(member);

      List<Long> crowd = titles(leaning("0", member));
      List<Long> own = titles(leaning("1", member));

      assertThat(crowd.subList(0, 10)).isNotEqualTo(own.subList(0, 10));
      assertThat(crowd).doesNotHaveDuplicates().doesNotContainAnyElementsOf(PICKS);
      assertThat(own).doesNotHaveDuplicates().doesNotContainAnyElementsOf(PICKS);
      assertThat(leaning("0.5", member).path("rows")).isEqualTo(home.path("rows"));
      assertThat(world.call("GET", "/home?alpha=2", null, member.token()).status()).isEqualTo(422);
    }

    private JsonNode leaning(String alpha, Member member) throws Exception {
      return world.call("GET", "/home?alpha=" + alpha, null, member.token()).body();
    }

    @Test
    void aRatingChangesTheOrderWithinSeconds() throws Exception {
      Member member = world.join("jun");
      world.call("PUT", "/me/picks", Map.of("titleIds", PICKS), member.token());
      JsonNode home = world.currentHome(member);
      List<Double> seconds = new ArrayList<>();
      for (int i = 0; i < RATINGS_TIMED; i++) {
        List<Long> before = titles(home);
        long rated = before.get(0);
        long start = System.nanoTime();
        Answer answer =
            world.call(
                "PUT",
                "/titles/" + rated + "/rating",
                Map.of("stars", i % 2 == 0 ? 5 : 1),
                member.token());
        home = world.currentHome(member);
        seconds.add((System.nanoTime() - start) / 1e9);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(titles(home)).doesNotContain(rated).isNotEqualTo(before);
      }
      seconds.sort(null);
      System.out.printf(
          "rating to new order, %s: median %.3f s, slowest %.3f s%n",
          image.isPresent() ? "in the image" : isolated ? "isolated" : "in process",
          seconds.get(RATINGS_TIMED / 2),
          seconds.get(RATINGS_TIMED - 1));
      assertThat(seconds.get(RATINGS_TIMED / 2)).isLessThan(SLOWEST_SECONDS);
    }

    @Test
    void takingARatingBackRestoresTheOrder() throws Exception {
      Member member = world.join("sora");
      world.call("PUT", "/me/picks", Map.of("titleIds", PICKS), member.token());
      List<Long> before = titles(world.currentHome(member));
      String path = "/titles/" + before.get(3) + "/rating";

      world.call("PUT", path, Map.of("stars", 0.5), member.token());
      List<Long> between = titles(world.currentHome(member));
      world.call("DELETE", path, null, member.token());

      assertThat(between).isNotEqualTo(before);
      assertThat(titles(world.currentHome(member))).isEqualTo(before);
    }

    @Test
    void twoMembersWithOtherPicksSeeOtherOrders() throws Exception {
      Member one = world.join("one");
      Member two = world.join("two");
      world.call("PUT", "/me/picks", Map.of("titleIds", List.of(1002, 1003, 1004)), one.token());
      world.call("PUT", "/me/picks", Map.of("titleIds", List.of(3002, 3003, 3004)), two.token());

      assertThat(titles(world.currentHome(one))).isNotEqualTo(titles(world.currentHome(two)));
    }

    /** Their access token is good for minutes; their account is not. */
    @Test
    void whoHasLeftRatesNothing() throws Exception {
      Member member = world.join("leaver");
      Map<String, String> farewell = Map.of("password", "correct horse", "ratings", "erase");
      assertThat(status("DELETE", "/me", farewell, member.token())).isEqualTo(204);

      assertThat(status("PUT", "/titles/1001/rating", Map.of("stars", 3), member.token()))
          .isEqualTo(401);
      assertThat(status("DELETE", "/titles/1001/rating", null, member.token())).isEqualTo(401);
      assertThat(status("PUT", "/me/picks", Map.of("titleIds", PICKS), member.token()))
          .isEqualTo(401);
    }

    @Test
    void whatIsNotAllowedIsRefused() throws Exception {
      Member member = world.join("dana");
      String token = member.token();
      String tampered = token.substring(0, token.length() - 8) + "AAAAAAAA";

      assertThat(status("PUT", "/me/picks", Map.of("titleIds", PICKS), null)).isEqualTo(401);
      assertThat(status("PUT", "/me/picks", Map.of("titleIds", PICKS), tampered)).isEqualTo(403);
      assertThat(status("GET", "/home", null, tampered)).isEqualTo(403);
      assertThat(status("GET", "/me", null, token)).isEqualTo(200);
      assertThat(status("PUT", "/me/picks", Map.of("titleIds", List.of(1001, 1001, 1002)), token))
          .isEqualTo(422);
      assertThat(status("PUT", "/me/picks", Map.of("titleIds", List.of(1001, 1002, 99)), token))
          .isEqualTo(404);
      assertThat(status("PUT", "/titles/1001/rating", Map.of("stars", 3.3), token)).isEqualTo(422);
      assertThat(status("PUT", "/titles/99/rating", Map.of("stars", 3), token)).isEqualTo(404);
      assertThat(
              status(
                  "POST", "/sessions", Map.of("email", member.email(), "password", "wrong"), null))
          .isEqualTo(401);
      assertThat(
              status(
                  "POST",
                  "/sessions",
                  Map.of("email", member.email(), "password", "correct horse"),
                  null))
          .isEqualTo(200);
      assertThat(
              status(
                  "POST",
                  "/accounts",
                  Map.of("email", member.email(), "password", "correct horse", "nickname", "x"),
                  null))
          .isEqualTo(409);
      assertThat(status("POST", "/no-such-thing", Map.of(), null)).isEqualTo(404);
    }

    private int status(String method, String path, @Nullable Object body, @Nullable String token)
        throws Exception {
      return world.call(method, path, body, token).status();
    }

    private static List<Long> titles(JsonNode home) {
      List<Long> ids = new ArrayList<>();
      for (JsonNode row : home.path("rows")) {
        IntStream.range(0, row.path("titles").size())
            .forEach(i -> ids.add(row.path("titles").get(i).path("titleId").asLong()));
      }
      return ids;
    }
  }
}
