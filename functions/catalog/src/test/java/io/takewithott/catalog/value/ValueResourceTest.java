package io.takewithott.catalog.value;

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
import org.junit.jupiter.params.provider.ValueSource;

/** GET /value through the handler. */
class ValueResourceTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.withSchema();
  @RegisterExtension static final TestEndpoints ENDPOINTS = TestEndpoints.start();

  private final CatalogScene catalog = new CatalogScene(DATABASE, ENDPOINTS);

  @BeforeAll
  static void setTheScene() {
    DATABASE.run(
        """
        insert into users (user_id, nickname, age_band) values (1000001, '미나', null), (2, '준', null);
        insert into titles (title_id, title, original_title, age_rating, source, source_key)
        select n, 'title ' || n, 'title ' || n, case n when 6 then '19' else '12' end, 't', n::text from generate_series(1, 8) n;
        insert into title_services select n, 'watcha', '2026-11-01' from generate_series(1, 3) n;
        insert into title_services select n, 'netflix', '2026-11-01' from generate_series(3, 6) n;
        insert into ratings (user_id, title_id, half_stars) values (1000001, 5, 6), (2, 8, 10);
        """);
  }

  @BeforeEach
  void forgetRankings() {
    ENDPOINTS.objects().delete(Ranking.key(MEMBER));
    ENDPOINTS.objects().delete(Ranking.key(Ranking.EVERYBODY));
  }

  /**
   * The mean is (3.0 + 5 · 3.25) / 6 = 3.208. What the viewer rated, or is on no service, does not
   * count.
   */
  @Test
  void aServiceIsWorthWhatTheViewerIsPredictedToEnjoyThere() {
    store(MEMBER, 4.208, 4.708, 4.208, 3.0, 5.0, 4.208, 5.0, 5.0);
    int before = DATABASE.calls();
    JsonNode answer = catalog.getAsMember("/value", Map.of());

    assertThat(DATABASE.calls() - before).isEqualTo(1);
    assertThat(answer.path("headers").path("cache-control").asText())
        .isEqualTo("private, no-cache");
    JsonNode value = succeeded(answer);
    assertThat(value.path("basis").asText()).isEqualTo("personal");
    assertThat(value.path("mean").asDouble()).isEqualTo(3.208);
    JsonNode watcha = value.path("services").get(0);
    JsonNode netflix = value.path("services").get(1);
    assertThat(watcha.path("service").asText()).isEqualTo("watcha");
    assertThat(watcha.path("enjoyment").asDouble()).isEqualTo(3.352);
    assertThat(watcha.path("perThousandWon").asDouble()).isEqualTo(0.424);
    assertThat(ids(watcha)).containsExactly(2L, 1L, 3L);
    assertThat(netflix.path("enjoyment").asDouble()).isEqualTo(1.949);
    assertThat(netflix.path("plans").get(0).path("monthlyWon").asInt()).isEqualTo(7000);
    assertThat(netflix.path("plans").get(0).path("basis").asText()).isEqualTo("memory");
    assertThat(ids(netflix)).containsExactly(3L, 6L);
    assertThat(value.path("services")).hasSize(8);
  }

  @Test
  void plansWithAdvertisementsMayBeLeftOut() {
    store(MEMBER, 4.0, 4.0, 4.0, 4.0, 4.0, 4.0, 4.0, 4.0);

    JsonNode netflix =
        succeeded(catalog.getAsMember("/value", Map.of("ads", "false"))).path("services").get(1);

    assertThat(netflix.path("plans").get(0).path("monthlyWon").asInt()).isEqualTo(13500);
  }

  @Test
  void whoIsTooYoungForATitleDoesNotPayForIt() {
    store(MEMBER, 4.0, 4.0, 4.0, 4.0, 4.0, 4.0, 4.0, 4.0);
    DATABASE.run("update users set age_band = '15-18' where user_id = 1000001");

    JsonNode value = succeeded(catalog.getAsMember("/value", Map.of()));

    assertThat(ids(value.path("services").get(1))).containsExactly(3L, 4L);
    DATABASE.run("update users set age_band = null");
  }

  @Test
  void whoHasNoRankingHasEverybodysAndWithoutAnyThePopularTitlesCount() {
    assertThat(catalog.json("/value").path("basis").asText()).isEqualTo("catalogue");
    assertThat(catalog.json("/value").path("services")).hasSize(8);

    store(Ranking.EVERYBODY, 4.0, 4.0, 4.0, 4.0, 4.0, 4.0, 4.0, 4.0);
    assertThat(succeeded(catalog.getAsMember("/value", Map.of())).path("basis").asText())
        .isEqualTo("popular");
    JsonNode visitor = catalog.get("/value");
    assertThat(visitor.path("headers").path("cache-control").asText()).startsWith("public");
    assertThat(succeeded(visitor).path("basis").asText()).isEqualTo("popular");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no", "TRUE", "1", "' or 1=1"})
  void anAnswerThatIsNoneIsRefused(String ads) {
    assertThat(status(catalog.get("/value", Map.of("ads", ads)))).isEqualTo(422);
  }

  /** A seat of 3,225 won and 990 for us is cheaper than any plan there; one's own party is none. */
  @Test
  void anOpenSeatInAPartyIsAnOfferLikeAPlan() {
    DATABASE.run(
        """
        insert into parties (party_id, host_id, service, plan, title, relation, seats, price, fee, starts_on, state,
                             invite_code, idempotency_key, created_at)
        values (1, 2, 'watcha', 'premium', '같이 봐요', 'strangers', 4, 12900, 990, '2026-11-01', 'open', null, 'k-1', now()),
               (2, 2, 'watcha', 'premium', '친구끼리', 'friends', 4, 12900, 990, '2026-11-01', 'open', 'secret', 'k-2', now()),
               (3, 2, 'watcha', 'premium', '다 찼어요', 'strangers', 2, 12900, 990, '2026-11-01', 'open', null, 'k-3', now()),
               (4, 1000001, 'watcha', 'premium', '내 파티', 'strangers', 4, 12900, 990, '2026-11-01', 'open', null, 'k-4', now());
        insert into seats (party_id, position, share, state, user_id)
        select p, n, 3225, case n when 0 then 'taken' else 'free' end, case n when 0 then case p when 4 then 1000001 else 2 end end
          from unnest(array[1, 2, 4]) p, generate_series(0, 3) n;
        insert into seats (party_id, position, share, state, user_id)
        values (3, 0, 6450, 'taken', 2), (3, 1, 6450, 'taken', 1000001);
        """);
    store(MEMBER, 4.208, 4.708, 4.208, 3.0, 5.0, 4.208, 5.0, 5.0);
    try {
      int before = DATABASE.calls();
      JsonNode watcha = succeeded(catalog.getAsMember("/value", Map.of())).path("services").get(0);

      assertThat(DATABASE.calls() - before).isEqualTo(1);
      assertThat(watcha.path("plans").findValuesAsText("partyId")).containsExactly("1");
      JsonNode seat = watcha.path("plans").get(0);
      assertThat(seat.path("monthlyWon").asInt()).isEqualTo(4215);
      assertThat(seat.path("name").asText()).isEqualTo("같이 봐요");
      assertThat(seat.path("basis").asText()).isEqualTo("party");
      assertThat(seat.path("perThousandWon").asDouble()).isEqualTo(0.795);
      assertThat(watcha.path("perThousandWon").asDouble()).isEqualTo(0.795);
    } finally {
      DATABASE.run("delete from seats; delete from parties");
    }
  }

  private static void store(long userId, double... stars) {
    List<RankedTitle> titles = new ArrayList<>();
    for (int i = 0; i < stars.length; i++) {
      titles.add(
          new RankedTitle(
              i + 1, 1 - 0.1 * i, stars[i], List.of(), new RankedTitle.Shares(1, 0, 0, 0)));
    }
    CatalogScene.store(ENDPOINTS, userId, titles);
  }

  private static List<Long> ids(JsonNode service) {
    List<Long> ids = new ArrayList<>();
    service.path("titles").forEach(title -> ids.add(title.path("titleId").asLong()));
    return ids;
  }
}
