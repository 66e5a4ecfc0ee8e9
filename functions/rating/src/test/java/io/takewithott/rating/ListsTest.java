package io.takewithott.rating;

import static io.takewithott.rating.RatingScene.JUN;
import static io.takewithott.rating.RatingScene.MINA;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.rating.RatingScene.Answer;
import io.takewithott.testing.TestDatabase;
import io.takewithott.testing.TestEndpoints;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListsTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.withSchema();
  @RegisterExtension static final TestEndpoints ENDPOINTS = TestEndpoints.start();

  private final RatingScene scene = new RatingScene(DATABASE, ENDPOINTS);

  @BeforeEach
  void setTheScene() {
    scene.set(130);
  }

  @Test
  void aListIsReadPageByPageNewestFirstWithoutGapOrRepetition() {
    // Some of the same moment, on both sides of a page's end.
    DATABASE.run(
        """
        insert into ratings (user_id, title_id, half_stars, rated_at)
        select 1000001, n, n % 10 + 1, timestamptz '2026-11-01' + (n / 7) * interval '1 second'
          from generate_series(1, 120) n;
        insert into ratings (user_id, title_id, half_stars) values (1000002, 1, 5);
        """);

    List<Long> ids = new ArrayList<>();
    String next = "";
    int pages = 0;
    do {
      Answer answer = scene.call("GET", "/me/ratings?cursor=" + next, null, MINA);
      answer.body().path("titles").forEach(title -> ids.add(title.path("titleId").asLong()));
      next = answer.body().path("next").asText();
      pages++;
    } while (!next.isEmpty());

    assertThat(pages).isEqualTo(3);
    assertThat(ids).hasSize(120).doesNotHaveDuplicates();
    assertThat(ids.get(0)).isEqualTo(120);
    assertThat(ids.get(119)).isEqualTo(1);
  }

  @Test
  void entriesSayWhatWasSaid() {
    scene.call("PUT", "/titles/1/rating", Map.of("stars", 3.5), MINA);
    scene.call("PUT", "/titles/2/reaction", Map.of("reaction", "dislike"), MINA);
    scene.call("PUT", "/titles/3/progress", Map.of("seconds", 90), MINA);
    scene.call("PUT", "/titles/4/wish", null, MINA);
    scene.call("PUT", "/titles/5/dismissal", null, MINA);

    assertThat(only("/me/ratings").path("stars").asDouble()).isEqualTo(3.5);
    assertThat(only("/me/reactions").path("reaction").asText()).isEqualTo("dislike");
    assertThat(only("/me/watches").path("seconds").asInt()).isEqualTo(90);
    assertThat(only("/me/watches").path("finished").asBoolean()).isFalse();
    assertThat(only("/me/wishes").path("title").asText()).isEqualTo("title 4");
    assertThat(only("/me/dismissals").path("poster").asText()).isEqualTo("/titles/5/poster");
    assertThat(scene.call("GET", "/me/wishes", null, JUN).body().path("titles")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "1", "1-", "-1-1", "1-1-1", "9999999999999999999-1", "1%27-1"})
  void aCursorThatIsNoneIsRefused(String cursor) {
    assertThat(scene.call("GET", "/me/ratings?cursor=" + cursor, null, MINA).code())
        .isEqualTo("INVALID_VALUE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/me/ratings",
        "/me/wishes",
        "/me/watches",
        "/me/dismissals",
        "/me/reactions",
        "/me/taste"
      })
  void whoWasLoggedOutSeesNothing(String path) {
    DATABASE.run("update sessions set ended_at = now(), end_reason = 'REVOKED'");

    assertThat(scene.call("GET", path, null, MINA).message())
        .isEqualTo("This log-in has ended: log in again");
  }

  private JsonNode only(String path) {
    JsonNode titles = scene.call("GET", path, null, MINA).body().path("titles");
    assertThat(titles).hasSize(1);
    return titles.get(0);
  }
}
