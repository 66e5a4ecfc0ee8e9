package io.takewithott.catalog.browse;

import static io.takewithott.catalog.CatalogScene.status;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.catalog.CatalogScene;
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

/** GET /ranks through the handler. */
class RankTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.withSchema();
  @RegisterExtension static final TestEndpoints ENDPOINTS = TestEndpoints.start();

  private final CatalogScene catalog = new CatalogScene(DATABASE, ENDPOINTS);

  @BeforeEach
  void setTheScene() {
    DATABASE.run(
        """
        delete from titles; delete from users;
        insert into users (user_id, nickname) select n, 'user ' || n from generate_series(1, 20) n;
        insert into titles (title_id, title, original_title, age_rating, source, source_key)
        select n, 'title ' || n, 'title ' || n, case n when 2 then '19' else '12' end, 't', n::text
          from generate_series(1, 5) n;
        insert into ratings (user_id, title_id, half_stars, rated_at)
        select n, 5, 8, now() - interval '400 days' from generate_series(1, 10) n;
        """);
  }

  @Test
  void beforeAnybodyDoesAnythingItIsWhatIsPopular() {
    JsonNode rank = catalog.json("/ranks");

    assertThat(rank.path("basis").asText()).isEqualTo("popularity");
    assertThat(places(rank)).containsExactly("1 title 5", "2 title 1", "3 title 2", "4 title 3", "5 title 4");
  }

  @Test
  void ratingsSayWhatIsSeenWhileNobodyKeepsALog() {
    DATABASE.run(
        "insert into ratings (user_id, title_id, half_stars) values (1, 3, 2), (2, 3, 9), (1, 4, 9)");

    JsonNode rank = catalog.json("/ranks", Map.of("limit", "3"));

    assertThat(rank.path("basis").asText()).isEqualTo("ratings");
    assertThat(places(rank)).containsExactly("1 title 3", "2 title 4", "3 title 5");
    assertThat(rank.path("titles").get(0).path("rated").asInt()).isEqualTo(2);
  }

  @Test
  void watchingCountsMost() {
    DATABASE.run(
        """
        insert into ratings (user_id, title_id, half_stars) values (1, 3, 2), (2, 3, 9), (1, 4, 9);
        insert into watches (user_id, title_id) values (1, 2), (2, 2), (3, 1);
        """);

    JsonNode rank = catalog.json("/ranks");

    assertThat(rank.path("basis").asText()).isEqualTo("watches");
    assertThat(places(rank))
        .containsExactly("1 title 2", "2 title 1", "3 title 3", "4 title 4", "5 title 5");
    assertThat(places(catalog.json("/ranks", Map.of("ageAtMost", "15"))))
        .containsExactly("1 title 1", "2 title 3", "3 title 4", "4 title 5");
  }

  @Test
  void theDaysBeforeAreTheFormerRank() {
    DATABASE.run(
        """
        insert into watches (user_id, title_id, watched_at)
        select 1, 1, now() - interval '9 days' from generate_series(1, 3);
        insert into watches (user_id, title_id, watched_at) values (1, 2, now() - interval '10 days');
        insert into watches (user_id, title_id, watched_at) values
          (1, 2, now() - interval '5 days'), (2, 2, now() - interval '5 days'), (1, 1, now() - interval '4 days'),
          (1, 3, now() - interval '20 days');
        """);

    JsonNode week = catalog.json("/ranks", Map.of("window", "week", "limit", "3"));

    assertThat(places(week)).containsExactly("1 title 2", "2 title 1", "3 title 5");
    assertThat(week.path("titles").get(0).path("formerPlace").asInt()).isEqualTo(2);
    assertThat(week.path("titles").get(1).path("formerPlace").asInt()).isEqualTo(1);
    assertThat(week.path("titles").get(2).has("formerPlace")).isFalse();
    assertThat(catalog.json("/ranks").path("basis").asText()).isEqualTo("popularity");
  }

  @Test
  void whatIsTakenBackDoesNotCount() {
    DATABASE.run(
        """
        insert into watches (user_id, title_id) values (1, 2);
        insert into ratings (user_id, title_id, half_stars) values (1, 3, 2), (2, 3, 4);
        delete from watches;
        update ratings set half_stars = null where user_id = 1 and title_id = 3;
        delete from users where user_id = 2;
        """);

    assertThat(catalog.json("/ranks").path("basis").asText()).isEqualTo("popularity");
  }

  @ParameterizedTest
  @ValueSource(strings = {"month", "DAY", "1", "day'--"})
  void aWindowThatIsNoneIsRefused(String window) {
    assertThat(status(catalog.get("/ranks", Map.of("window", window)))).isEqualTo(422);
    assertThat(status(catalog.get("/ranks", Map.of("limit", "51")))).isEqualTo(422);
  }

  private static List<String> places(JsonNode rank) {
    List<String> places = new ArrayList<>();
    rank.path("titles")
        .forEach(title -> places.add(title.path("place").asInt() + " " + title.path("title").asText()));
    return places;
  }
}
