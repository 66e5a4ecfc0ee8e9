package io.takewithott.catalog.title;

import static io.takewithott.catalog.CatalogScene.MEMBER;
import static io.takewithott.catalog.CatalogScene.status;
import static io.takewithott.catalog.CatalogScene.succeeded;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.catalog.CatalogScene;
import io.takewithott.core.ranking.RankedTitle;
import io.takewithott.core.ranking.Ranking;
import io.takewithott.core.ranking.RankingFormat;
import io.takewithott.testing.TestDatabase;
import io.takewithott.testing.TestEndpoints;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of a title, for everybody and for one viewer. */
class TitleResourceTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.withSchema();
  @RegisterExtension static final TestEndpoints ENDPOINTS = TestEndpoints.start();

  private final CatalogScene catalog = new CatalogScene(DATABASE, ENDPOINTS);

  @BeforeAll
  static void setTheScene() {
    DATABASE.run(
        """
        insert into users (user_id, nickname) values (1000001, '미나'), (2, '준');
        insert into titles (title_id, title, original_title, english_title, year, runtime_minutes, age_rating,
                            countries, synopsis, release_date, poster_path, backdrop_path, source, source_key)
        values (1, '실미도', '실미도', 'Silmido', 2003, 135, '15', 'KR', '북파 부대의 이야기', '2003-12-24', null, '/b.jpg', 't', '1'),
               (2, '올드보이', '올드보이', 'Oldboy', 2003, 120, '19', 'KR', null, null, '/poster2.jpg', null, 't', '2'),
               (3, '투캅스', '투캅스', null, 1993, 110, '15', 'KR', null, null, null, null, 't', '3'),
               (4, '공공의 적', '공공의 적', null, 2002, 138, '19', 'KR', null, null, null, null, 't', '4'),
               (5, '사랑', '사랑', null, 1999, 90, 'all', 'KR', null, null, null, null, 't', '5');
        insert into title_genres values (1, 'drama', 1), (1, 'action', 2), (4, 'action', 1);
        insert into title_keywords values (1, '실화'), (3, '실화');
        insert into title_services values (1, 'wavve', '2026-11-01'), (1, 'netflix', '2026-11-01');
        insert into availability_overrides values
          (1, 'netflix', false, '넷플릭스에서 확인', '2026-11-20'), (1, 'tving', true, 'https://www.tving.com', '2026-11-20');
        insert into people (person_id, name, original_name)
        values (1, '강우석', 'Kang Woo-suk'), (2, '설경구', 'Sol Kyung-gu');
        insert into credits values (1, 1, 'director', 1), (1, 2, 'cast', 1), (4, 1, 'director', 1), (4, 2, 'cast', 1);
        insert into famous_lines (line_id, title_id, line, speaker) values (7, 1, '날 쏘고 가라', '최재현');
        insert into clips (title_id, kind, site, key, language, seconds, position)
        values (1, 'trailer', 'youtube', 'AbCdEfGhIj_', 'ko', 95, 1), (1, 'sample', 'own', 'drama.webm', null, 6, 2);
        insert into ratings (user_id, title_id, half_stars) values (1000001, 1, 9), (2, 1, 8), (2, 2, null);
        insert into picks values (1000001, 5, 1);
        insert into dismissed_titles (user_id, title_id) values (1000001, 3);
        insert into watches (user_id, title_id) values (1000001, 1), (1000001, 1);
        """);
  }

  @Test
  void aTitleHasEverythingThatIsKnownOfIt() {
    JsonNode title = catalog.json("/titles/1");

    assertThat(title.path("title").asText()).isEqualTo("실미도");
    assertThat(title.path("releaseDate").asText()).isEqualTo("2003-12-24");
    assertThat(title.path("genres")).hasToString("[\"drama\",\"action\"]");
    assertThat(title.path("keywords")).hasToString("[\"실화\"]");
    assertThat(title.path("credits"))
        .hasToString(
            "[{\"personId\":1,\"name\":\"강우석\",\"originalName\":\"Kang Woo-suk\",\"role\":\"director\"},"
                + "{\"personId\":2,\"name\":\"설경구\",\"originalName\":\"Sol Kyung-gu\",\"role\":\"cast\"}]");
    assertThat(title.path("lines"))
        .hasToString("[{\"lineId\":7,\"line\":\"날 쏘고 가라\",\"speaker\":\"최재현\"}]");
    assertThat(title.path("ratings").asInt()).isEqualTo(2);
    assertThat(title.path("stars").asDouble()).isEqualTo(4.25);
    assertThat(title.path("backdrop").asText()).isEqualTo("https://image.tmdb.org/t/p/w1280/b.jpg");
  }

  @Test
  void whatPeopleKnowWinsOverAnImport() {
    JsonNode title = catalog.json("/titles/1");

    assertThat(title.path("services")).hasToString("[\"tving\",\"wavve\"]");
    assertThat(title.path("offers"))
        .hasToString(
            "[{\"service\":\"tving\",\"name\":\"티빙\",\"asOf\":\"2026-11-20\","
                + "\"source\":\"https://www.tving.com\",\"overridden\":true},"
                + "{\"service\":\"wavve\",\"name\":\"웨이브\",\"asOf\":\"2026-11-01\","
                + "\"source\":\"import\",\"overridden\":false}]");
  }

  /** 3,225 won and 990 for us; a dearer one, and one that is among friends, change nothing. */
  @Test
  void anOfferSaysWhatASeatInTheCheapestPartyCosts() {
    DATABASE.run(
        """
        insert into parties (party_id, host_id, service, plan, title, relation, seats, price, fee, starts_on, state,
                             invite_code, idempotency_key, created_at)
        values (1, 1000001, 'tving', 'premium', '같이', 'strangers', 4, 12900, 990, '2026-11-01', 'open', null, 'k-1', now()),
               (2, 1000001, 'tving', 'premium', '둘이', 'strangers', 2, 12900, 990, '2026-11-01', 'open', null, 'k-2', now()),
               (3, 1000001, 'tving', 'premium', '친구', 'friends', 4, 12900, 0, '2026-11-01', 'open', 'secret', 'k-3', now());
        insert into seats (party_id, position, share, state)
        select p, n, case p when 2 then 6450 else 3225 end, 'free' from unnest(array[1, 2, 3]) p, generate_series(1, 3) n;
        """);
    try {
      assertThat(catalog.json("/titles/1").path("offers").findValuesAsText("seatWon"))
          .containsExactly("4215");
    } finally {
      DATABASE.run("delete from seats; delete from parties");
    }
  }

  @Test
  void aTrailerIsEmbeddedWithoutCookiesAndAClipIsOurs() {
    assertThat(catalog.json("/titles/1").path("clips"))
        .hasToString(
            "[{\"kind\":\"trailer\",\"site\":\"youtube\","
                + "\"url\":\"https://www.youtube-nocookie.com/embed/AbCdEfGhIj_\",\"language\":\"ko\",\"seconds\":95},"
                + "{\"kind\":\"sample\",\"site\":\"own\",\"url\":\"/clips/drama.webm\",\"seconds\":6}]");
  }

  @Test
  void aPosterIsWhereItIs() {
    assertThat(catalog.json("/titles/1").path("poster").asText()).isEqualTo("/titles/1/poster");
    assertThat(catalog.json("/titles/2").path("poster").asText())
        .isEqualTo("https://image.tmdb.org/t/p/w342/poster2.jpg");
  }

  /** Director and cast: 4 + 2; a keyword: 2; a shared genre: 1 more. */
  @Test
  void withoutATrainingTheCatalogueSaysWhatIsAlike() {
    assertThat(similar(1)).containsExactly(4L, 3L);
    assertThat(similar(2)).isEmpty();
  }

  @Test
  void afterATrainingTheModelDoes() {
    DATABASE.run("insert into similar_titles values (5, '{2,99,1}', 'm1')");

    assertThat(similar(5)).containsExactly(2L, 1L);
  }

  @Test
  void aTitleIsOneDatabaseCall() {
    int before = DATABASE.calls();

    catalog.json("/titles/1");

    assertThat(DATABASE.calls() - before).isEqualTo(1);
  }

  @Test
  void sharedCachesMayHoldATitleAndAskWhetherItStillHolds() {
    JsonNode answer = catalog.get("/titles/1");
    String tag = answer.path("headers").path("etag").asText();

    assertThat(answer.path("headers").path("cache-control").asText())
        .isEqualTo("public, max-age=60, stale-while-revalidate=300");
    for (String known : List.of(tag, "W/" + tag, "\"other\", " + tag, "*")) {
      JsonNode again = catalog.get("/titles/1", Map.of(), Map.of("if-none-match", known));
      assertThat(status(again)).as(known).isEqualTo(304);
      assertThat(again.path("body").asText("")).isEmpty();
      assertThat(again.path("headers").path("etag").asText()).isEqualTo(tag);
    }
    assertThat(status(catalog.get("/titles/1", Map.of(), Map.of("if-none-match", "\"other\""))))
        .isEqualTo(200);
  }

  @Test
  void whatIsMineIsApartAndPrivate() {
    DATABASE.run(
        """
        insert into wishes (user_id, title_id) values (%1$d, 2);
        insert into reactions (user_id, title_id, liked) values (%1$d, 2, false);
        insert into watch_progress (user_id, title_id, seconds, finished, began, ended, ever_finished)
        values (%1$d, 2, 60, false, true, false, false);
        """
            .formatted(MEMBER));
    ENDPOINTS
        .objects()
        .put(
            Ranking.key(MEMBER),
            RankingFormat.write(
                new Ranking(
                    MEMBER,
                    1,
                    "m1",
                    Instant.EPOCH,
                    List.of(
                        new RankedTitle(
                            2, 1, 4.55, List.of(1L), new RankedTitle.Shares(0.2, 0.5, 0.1, 0.2))),
                    List.of())),
            RankingFormat.CONTENT_TYPE);
    int before = DATABASE.calls();
    JsonNode answer = catalog.getAsMember("/titles/2/mine", Map.of());

    assertThat(DATABASE.calls() - before).isEqualTo(1);
    assertThat(answer.path("headers").path("cache-control").asText())
        .isEqualTo("private, no-cache");
    assertThat(succeeded(answer))
        .hasToString(
            "{\"titleId\":2,\"picked\":false,\"dismissed\":false,\"watched\":0,\"wished\":true,"
                + "\"reaction\":\"dislike\",\"seconds\":60,\"undoable\":false,"
                + "\"predictedStars\":4.55,\"match\":90,\"because\":[1]}");
    assertThat(succeeded(catalog.getAsMember("/titles/1/mine", Map.of())))
        .hasToString(
            "{\"titleId\":1,\"stars\":4.5,\"picked\":false,\"dismissed\":false,\"watched\":2,"
                + "\"wished\":false,\"undoable\":false,\"because\":[]}");
    assertThat(
            succeeded(catalog.getAsMember("/titles/3/mine", Map.of()))
                .path("dismissed")
                .asBoolean())
        .isTrue();
    assertThat(status(catalog.get("/titles/1/mine"))).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"99", "0", "-1", "1.5", "999999999999999999999", "1'--", "%00", "x"})
  void aTitleThatIsNoneIsNotThere(String id) {
    for (String path : List.of("/titles/" + id, "/titles/" + id + "/poster")) {
      assertThat(status(catalog.get(path))).as(path).isEqualTo(404);
    }
    assertThat(status(catalog.getAsMember("/titles/" + id + "/mine", Map.of()))).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "insert into clips (title_id, kind, site, key) values (1, 'trailer', 'youtube', 'x\"><script')",
        "insert into clips (title_id, kind, site, key) values (1, 'sample', 'own', '../models/current')",
        "update titles set poster_path = '//evil.example/x.jpg' where title_id = 1",
        "update titles set poster_key = '../../x.jpg' where title_id = 1"
      })
  void anAddressThatLeadsElsewhereIsNotStored(String sql) {
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> DATABASE.run(sql))
        .hasMessageContaining("violates check constraint");
  }

  private List<Long> similar(long titleId) {
    List<Long> ids = new java.util.ArrayList<>();
    catalog
        .json("/titles/" + titleId)
        .path("similar")
        .forEach(one -> ids.add(one.path("titleId").asLong()));
    return ids;
  }
}
