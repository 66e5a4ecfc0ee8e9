package io.takewithott.catalog.home;

import static io.takewithott.testing.Invocations.body;
import static io.takewithott.testing.Invocations.invoke;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.takewithott.catalog.CatalogHandler;
import io.takewithott.core.Environment;
import io.takewithott.core.objects.ObjectStore;
import io.takewithott.core.ranking.RankedRow;
import io.takewithott.core.ranking.RankedTitle;
import io.takewithott.core.ranking.Ranking;
import io.takewithott.core.ranking.RankingFormat;
import io.takewithott.testing.EventFiles;
import io.takewithott.testing.TestDatabase;
import io.takewithott.testing.TestEndpoints;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** GET /home through the handler, with the rankings in S3. */
class HomeResourceTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.withSchema();
  @RegisterExtension static final TestEndpoints ENDPOINTS = TestEndpoints.start();

  private static final long MEMBER = 1000001;

  private final ObjectStore objects = ENDPOINTS.objects();
  private final CatalogHandler handler = handler();

  @BeforeEach
  void setTheScene() {
    objects.delete(Ranking.key(MEMBER));
    objects.delete(Ranking.key(Ranking.EVERYBODY));
    DATABASE.run(
        """
        delete from users; delete from titles;
        insert into users (user_id, nickname, taste_version) values (1000001, '미나', 2), (2, '준', 0);
        insert into titles (title_id, title, original_title, source, source_key)
        select n, 'title ' || n, 'title ' || n, 'test', n::text from generate_series(1, 9) n;
        insert into ratings (user_id, title_id, half_stars) values (2, 7, 9), (2, 8, 9), (1000001, 1, 10), (1000001, 2, 3);
        """);
  }

  @Test
  void aMemberSeesTheirRankingInItsOrder() {
    store(ranking(MEMBER, 2, 5, 3, 9));

    JsonNode home = home(MEMBER);

    assertThat(first(home)).containsExactly(5L, 3L, 9L);
    assertThat(home.path("ranking"))
        .hasToString(
            "{\"source\":\"personal\",\"modelVersion\":\"m1\",\"tasteVersion\":2,\"current\":true}");
    JsonNode card = home.path("rows").get(0).path("titles").get(0);
    assertThat(card.path("predictedStars").asDouble()).isEqualTo(4.5);
    assertThat(card.path("because")).hasToString("[{\"titleId\":1,\"title\":\"title 1\"}]");
  }

  @Test
  void aRowSaysWhatItIsAbout() {
    Ranking plain = ranking(MEMBER, 2, 5, 3, 9);
    RankedRow row =
        new RankedRow(
            RankedRow.Kind.DIRECTOR,
            Optional.empty(),
            Optional.of(new RankedRow.Subject("7", "봉준호", "Bong Joon-ho")),
            List.of(5L));
    store(new Ranking(MEMBER, 2, "m1", plain.rankedAt(), plain.titles(), List.of(row)));

    JsonNode shown = home(MEMBER).path("rows").get(0);

    assertThat(shown.path("kind").asText()).isEqualTo("DIRECTOR");
    assertThat(shown.path("subject"))
        .hasToString("{\"key\":\"7\",\"name\":\"봉준호\",\"originalName\":\"Bong Joon-ho\"}");
  }

  @Test
  void aRankingThatDoesNotKnowTheNewestChangeSaysSo() {
    store(ranking(MEMBER, 1, 5, 3));

    assertThat(home(MEMBER).path("ranking").path("current").asBoolean()).isFalse();
  }

  @Test
  void whatWasRatedSinceIsNotShown() {
    store(ranking(MEMBER, 1, 5, 2, 9));

    assertThat(first(home(MEMBER))).containsExactly(5L, 9L);
  }

  @Test
  void aTitleThatIsGoneIsLeftOut() {
    store(ranking(MEMBER, 2, 5, 99, 9));

    assertThat(first(home(MEMBER))).containsExactly(5L, 9L);
  }

  @Test
  void aVisitorAndANewMemberSeeThePopularOrder() {
    store(ranking(Ranking.EVERYBODY, 0, 8, 7));

    assertThat(first(home(Ranking.EVERYBODY))).containsExactly(8L, 7L);
    assertThat(home(Ranking.EVERYBODY).path("ranking").path("current").asBoolean()).isTrue();
    assertThat(first(home(MEMBER))).containsExactly(8L, 7L);
    assertThat(home(MEMBER).path("ranking").path("current").asBoolean()).isFalse();
  }

  @Test
  void withoutAnyTrainingTheMostRatedComeFirst() {
    JsonNode home = home(Ranking.EVERYBODY);

    assertThat(home.path("ranking").path("source").asText()).isEqualTo("catalogue");
    assertThat(shown(home)).hasSize(9).doesNotHaveDuplicates();
    assertThat(home(MEMBER).path("rows").get(0).path("titles")).hasSize(7);
  }

  @Test
  void aDamagedRankingIsNotServed() {
    byte[] bytes = RankingFormat.write(ranking(MEMBER, 2, 5, 3, 9));
    bytes[bytes.length / 2] ^= 1;
    objects.put(Ranking.key(MEMBER), bytes, RankingFormat.CONTENT_TYPE);
    store(ranking(Ranking.EVERYBODY, 0, 8, 7));

    assertThat(home(MEMBER).path("ranking").path("source").asText()).isEqualTo("popular");

    objects.put(Ranking.key(MEMBER), Arrays.copyOf(bytes, 40), RankingFormat.CONTENT_TYPE);
    assertThat(home(MEMBER).path("ranking").path("source").asText()).isEqualTo("popular");
  }

  @Test
  void anotherUsersRankingIsNotServed() {
    objects.put(
        Ranking.key(MEMBER), RankingFormat.write(ranking(2, 2, 5, 3)), RankingFormat.CONTENT_TYPE);

    assertThat(home(MEMBER).path("ranking").path("source").asText()).isEqualTo("catalogue");
  }

  @Test
  void withoutS3ThePageIsStillFull() {
    Map<String, String> environment = environment();
    environment.put("AWS_ENDPOINT_URL_S3", "http://127.0.0.1:1");

    JsonNode home =
        body(
            invoke(
                new CatalogHandler(Environment.of(environment)),
                EventFiles.read("catalog/home-member")));

    assertThat(home.path("ranking").path("source").asText()).isEqualTo("catalogue");
    assertThat(home.path("rows").get(0).path("titles")).hasSize(7);
  }

  @Test
  void anS3ThatNeverAnswersIsNotWaitedFor() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Map<String, String> environment = environment();
      environment.put("AWS_ENDPOINT_URL_S3", "http://127.0.0.1:" + silent.getLocalPort());
      long start = System.nanoTime();

      JsonNode home =
          body(
              invoke(
                  new CatalogHandler(Environment.of(environment)),
                  EventFiles.read("catalog/home-member")));

      assertThat(home.path("rows").get(0).path("titles")).hasSize(7);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }
  }

  @Test
  void alphaLeansThePageInOneDatabaseCall() {
    store(Leaning.ranking(MEMBER, 2));
    JsonNode stored = home(MEMBER);
    int before = DATABASE.calls();

    JsonNode crowd = home("0");

    assertThat(DATABASE.calls() - before).isEqualTo(1);
    assertThat(shown(crowd)).startsWith(9L, 6L, 5L);
    assertThat(crowd.path("ranking").path("alpha").asDouble()).isZero();
    assertThat(shown(home("1"))).startsWith(4L, 3L, 5L);
    assertThat(home("0.5").path("rows")).isEqualTo(stored.path("rows"));
    assertThat(stored.path("ranking").has("alpha")).isFalse();
  }

  @Test
  void aPageThatCannotLeanIsAsStored() {
    store(ranking(MEMBER, 2, 5, 3, 9));
    assertThat(first(home("0"))).as("of an earlier time").containsExactly(5L, 3L, 9L);
    assertThat(home("0").path("ranking").has("alpha")).isFalse();

    objects.delete(Ranking.key(MEMBER));
    store(ranking(Ranking.EVERYBODY, 0, 8, 7));
    assertThat(first(home("0"))).as("everybody's").containsExactly(8L, 7L);

    objects.delete(Ranking.key(Ranking.EVERYBODY));
    assertThat(home("0").path("ranking").path("source").asText()).isEqualTo("catalogue");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-0.1", "1.01", "2", "NaN", "0,5", "1e-3", ".5", "0.1234567", " 0.5"})
  void anAlphaThatIsNoneIsRefused(String alpha) {
    JsonNode answer = invoke(handler, withAlpha(alpha));

    assertThat(answer.path("statusCode").asInt()).isEqualTo(422);
    assertThat(body(answer).path("error").path("code").asText()).isEqualTo("INVALID_VALUE");
    assertThat(body(answer).path("error").path("message").asText())
        .isEqualTo(
            "alpha goes from 0, what everybody likes, to 1, what only your own titles say, with at"
                + " most 6 decimals");
    assertThat(body(answer).path("error").path("details")).hasToString("{\"field\":\"alpha\"}");
  }

  @Test
  void aHomePageIsOneDatabaseCall() {
    store(ranking(MEMBER, 2, 5, 3, 9));
    int before = DATABASE.calls();

    home(MEMBER);
    home(Ranking.EVERYBODY);

    assertThat(DATABASE.calls() - before).isEqualTo(2);
  }

  private JsonNode home(String alpha) {
    return body(invoke(handler, withAlpha(alpha)));
  }

  private static ObjectNode withAlpha(String alpha) {
    ObjectNode event = EventFiles.read("catalog/home-alpha");
    event.put("rawQueryString", "alpha=" + alpha.replace(" ", "%20"));
    event.withObject("/queryStringParameters").put("alpha", alpha);
    return event;
  }

  private void store(Ranking ranking) {
    objects.put(
        Ranking.key(ranking.userId()), RankingFormat.write(ranking), RankingFormat.CONTENT_TYPE);
  }

  private static Ranking ranking(long userId, long tasteVersion, long... titleIds) {
    List<RankedTitle> titles = new ArrayList<>();
    for (int i = 0; i < titleIds.length; i++) {
      titles.add(
          new RankedTitle(
              titleIds[i],
              1.0 - 0.1 * i,
              4.5,
              List.of(1L),
              new RankedTitle.Shares(0.2, 0.5, 0.1, 0.2)));
    }
    RankedRow row =
        new RankedRow(
            RankedRow.Kind.FOR_YOU, Optional.empty(), Arrays.stream(titleIds).boxed().toList());
    return new Ranking(
        userId, tasteVersion, "m1", Instant.parse("2026-11-21T00:00:00Z"), titles, List.of(row));
  }

  private JsonNode home(long userId) {
    if (userId == Ranking.EVERYBODY) {
      return body(invoke(handler, EventFiles.read("catalog/home-visitor")));
    }
    ObjectNode event = EventFiles.read("catalog/home-member");
    return body(invoke(handler, event));
  }

  private static List<Long> first(JsonNode home) {
    List<Long> ids = new ArrayList<>();
    home.path("rows").get(0).path("titles").forEach(each -> ids.add(each.path("titleId").asLong()));
    return ids;
  }

  private static List<Long> shown(JsonNode home) {
    List<Long> ids = new ArrayList<>();
    home.path("rows")
        .forEach(
            row -> row.path("titles").forEach(title -> ids.add(title.path("titleId").asLong())));
    return ids;
  }

  private static CatalogHandler handler() {
    return new CatalogHandler(Environment.of(environment()));
  }

  private static Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(ENDPOINTS.environment());
    environment.putAll(DATABASE.environment());
    environment.put("TWO_BUCKET", TestEndpoints.BUCKET);
    return environment;
  }
}
