package io.takewithott.catalog.together;

import static io.takewithott.catalog.CatalogScene.MEMBER;
import static io.takewithott.catalog.CatalogScene.status;
import static io.takewithott.catalog.CatalogScene.succeeded;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.catalog.CatalogScene;
import io.takewithott.core.ranking.RankedTitle;
import io.takewithott.core.ranking.Ranking;
import io.takewithott.testing.TestDatabase;
import io.takewithott.testing.TestEndpoints;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** GET /me/together and /me/companions through the handler. */
class TogetherResourceTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.withSchema();
  @RegisterExtension static final TestEndpoints ENDPOINTS = TestEndpoints.start();

  private final CatalogScene catalog = new CatalogScene(DATABASE, ENDPOINTS);

  /**
   * 미나 asks. Each of the others stands to her in another way: a friend follows back, a fan's
   * account is followed by her alone, a private one has accepted her, another has not yet, and
   * three sit in a party with her, of whom one is private and one has blocked her.
   */
  @BeforeAll
  static void setTheScene() {
    DATABASE.run(
        """
        insert into users (user_id, nickname, is_private, age_band) values
          (1000001, '미나', false, null), (2, '친구', false, null), (3, '스타', false, null),
          (4, '비밀', true, null), (5, '문지기', true, null), (6, '파티친구', false, '15-18'),
          (7, '숨은파티원', true, null), (8, '차단한파티원', false, null), (9, '모르는사람', false, null);
        insert into follows (follower_id, followee_id, state, asked_at) values
          (1000001, 2, 'following', now()), (2, 1000001, 'following', now()), (1000001, 3, 'following', now()),
          (1000001, 4, 'following', now()), (1000001, 5, 'requested', now()), (9, 1000001, 'following', now());
        insert into parties (party_id, host_id, service, plan, title, relation, seats, price, fee, starts_on, state,
                             invite_code, idempotency_key, created_at)
        values (1, 6, 'watcha', 'premium', '주말 파티', 'strangers', 4, 12900, 990, '2026-11-01', 'open', null, 'k', now());
        insert into seats (seat_id, party_id, position, share, state, user_id)
        select 10 + n, 1, n, 3225, 'taken', (array[6, 1000001, 7, 8])[n + 1] from generate_series(0, 3) n;
        insert into memberships (party_id, seat_id, user_id, state, joined_on, access_by)
        select 1, 10 + n, (array[6, 1000001, 7, 8])[n + 1], 'active', '2026-11-01', now() from generate_series(1, 3) n;
        insert into blocks (user_id, blocked_id, blocked_at) values (8, 1000001, now());
        insert into titles (title_id, title, original_title, age_rating, source, source_key)
        select n, 'title ' || n, 'title ' || n, case n when 6 then '19' else 'all' end, 't', n::text
          from generate_series(1, 9) n;
        insert into ratings (user_id, title_id, half_stars) values (1000001, 8, 10), (2, 5, 4);
        insert into dismissed_titles (user_id, title_id) values (2, 4);
        """);
  }

  @BeforeEach
  void everybodyHasTheirOwnOrder() {
    store(MEMBER, List.of(8L), 1, 2, 3, 4, 5, 6);
    store(2, List.of(5L), 3, 2, 1, 6);
    ENDPOINTS.objects().delete(Ranking.key(6));
    store(Ranking.EVERYBODY, List.of(), 2, 6, 1, 3);
  }

  @Test
  void peopleOfOnesOwnAreThoseWhoAgreedAndThoseWhoWouldHaveTo() {
    int before = DATABASE.calls();
    JsonNode people = succeeded(catalog.getAsMember("/me/companions", Map.of()));

    assertThat(DATABASE.calls() - before).isEqualTo(1);
    assertThat(people.path("most").asInt()).isEqualTo(8);
    assertThat(told(people))
        .containsExactly(
            "파티친구 agreed in 주말 파티", "비밀 agreed", "친구 agreed", "스타 would have to follow back");
  }

  @Test
  void peopleAreFoundByAPartOfTheirName() {
    JsonNode people = succeeded(catalog.getAsMember("/me/companions", Map.of("q", "친구")));

    assertThat(told(people)).containsExactly("파티친구 agreed in 주말 파티", "친구 agreed");
    assertThat(told(succeeded(catalog.getAsMember("/me/companions", Map.of("q", "%"))))).isEmpty();
  }

  /**
   * On average 3 is worth (0.6 + 1) / 2, 2 (0.8 + 0.67) / 2, 1 (1 + 0.33) / 2 and 6 nothing. Title
   * 4 was waved away by 친구, 5 is rated, 8 is 미나's own: none of them is there.
   */
  @Test
  void whatSuitsTwoSaysHowWellItSuitsEach() {
    int before = DATABASE.calls();
    JsonNode answer = catalog.getAsMember("/me/together", Map.of("with", "2", "by", "average"));

    assertThat(DATABASE.calls() - before).isEqualTo(2);
    assertThat(answer.path("headers").path("cache-control").asText())
        .isEqualTo("private, no-cache");
    JsonNode together = succeeded(answer);
    assertThat(together.path("people").findValuesAsText("nickname")).containsExactly("미나", "친구");
    assertThat(ids(together)).containsExactly(3L, 2L, 1L, 6L);
    JsonNode first = together.at("/titles/0");
    assertThat(first.at("/fits/0/match").asInt()).isEqualTo(82);
    assertThat(first.at("/fits/1/match").asInt()).isEqualTo(100);
    assertThat(first.at("/because/0/title").asText()).isEqualTo("title 8");
  }

  /** What the others know, and what their predictions came from, stays theirs. */
  @Test
  void ofOthersNothingIsSaidButTheMatch() {
    String answer = catalog.getAsMember("/me/together", Map.of("with", "2")).path("body").asText();

    assertThat(answer).doesNotContain("title 5").doesNotContain("title 4");
    assertThat(answer).doesNotContain("predicted").doesNotContain("age_band");
  }

  @Test
  void theYoungestDecidesWhatMayBeSeenAndTheOneWithoutATasteIsEverybody() {
    JsonNode together = succeeded(catalog.getAsMember("/me/together", Map.of("with", "6")));

    assertThat(ids(together)).doesNotContain(6L).contains(1L, 2L, 3L);
    assertThat(together.at("/people/0/personal").asBoolean()).isTrue();
    assertThat(together.at("/people/1/personal").asBoolean()).isFalse();
  }

  @Test
  void aloneItIsOnesOwnOrder() {
    assertThat(ids(succeeded(catalog.getAsMember("/me/together", Map.of()))))
        .containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
  }

  /** Whoever did not agree is refused like somebody who does not exist. */
  @ParameterizedTest
  @CsvSource({"3", "5", "7", "8", "9", "999", "'2,9'"})
  void whoDidNotAgreeIsNotChosenFor(String with) {
    JsonNode answer = catalog.getAsMember("/me/together", Map.of("with", with));

    assertThat(status(answer)).isEqualTo(403);
    assertThat(answer.path("body").asText())
        .contains("Choose people who follow you back, or are in a party with you");
  }

  @ParameterizedTest
  @CsvSource({
    "with, x",
    "with, '1,,2'",
    "with, -1",
    "by, taste",
    "with, '11,12,13,14,15,16,17,18'"
  })
  void whatMakesNoSenseIsRefused(String field, String value) {
    JsonNode answer = catalog.getAsMember("/me/together", Map.of(field, value));

    assertThat(status(answer)).isEqualTo(422);
    assertThat(answer.path("body").asText()).contains("\"field\":\"" + field + "\"");
  }

  @Test
  void visitorsChooseNobody() {
    assertThat(status(catalog.get("/me/together"))).isEqualTo(401);
    assertThat(status(catalog.get("/me/companions"))).isEqualTo(401);
  }

  @Test
  void withoutAnyRankingThereIsNothingToChooseFrom() {
    ENDPOINTS.objects().delete(Ranking.key(MEMBER));
    ENDPOINTS.objects().delete(Ranking.key(2));
    ENDPOINTS.objects().delete(Ranking.key(Ranking.EVERYBODY));

    assertThat(ids(succeeded(catalog.getAsMember("/me/together", Map.of("with", "2"))))).isEmpty();
  }

  /** The best first, each a tenth less than the one before, and by 0.4 stars. */
  private static void store(long userId, List<Long> because, long... titleIds) {
    List<RankedTitle> titles = new ArrayList<>();
    for (int i = 0; i < titleIds.length; i++) {
      titles.add(
          new RankedTitle(
              titleIds[i], 1 - 0.1 * i, 5 - 0.4 * i, because, new RankedTitle.Shares(1, 0, 0, 0)));
    }
    CatalogScene.store(ENDPOINTS, userId, titles);
  }

  private static List<String> told(JsonNode answer) {
    List<String> told = new ArrayList<>();
    answer
        .path("people")
        .forEach(
            one ->
                told.add(
                    one.path("nickname").asText()
                        + (one.path("agreed").asBoolean()
                            ? " agreed"
                            : " would have to follow back")
                        + (one.has("party") ? " in " + one.path("party").asText() : "")));
    return told;
  }

  private static List<Long> ids(JsonNode answer) {
    List<Long> ids = new ArrayList<>();
    answer.path("titles").forEach(title -> ids.add(title.path("titleId").asLong()));
    return ids;
  }
}
