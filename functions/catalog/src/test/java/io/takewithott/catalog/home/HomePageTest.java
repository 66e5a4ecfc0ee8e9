package io.takewithott.catalog.home;

import static io.takewithott.catalog.CatalogScene.MEMBER;
import static io.takewithott.catalog.CatalogScene.status;
import static io.takewithott.catalog.CatalogScene.succeeded;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.catalog.CatalogScene;
import io.takewithott.core.ranking.RankedRow;
import io.takewithott.core.ranking.RankedRow.Kind;
import io.takewithott.core.ranking.RankedTitle;
import io.takewithott.core.ranking.RankedTitle.Shares;
import io.takewithott.core.ranking.Ranking;
import io.takewithott.core.ranking.RankingFormat;
import io.takewithott.testing.TestDatabase;
import io.takewithott.testing.TestEndpoints;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a home page is made of, in a catalogue of 120 titles: 1 to 120, the most rated first. */
class HomePageTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.withSchema();
  @RegisterExtension static final TestEndpoints ENDPOINTS = TestEndpoints.start();

  private final CatalogScene catalog = new CatalogScene(DATABASE, ENDPOINTS);

  /** Every third title is for grown-ups, and every genre has a fifth. */
  @BeforeEach
  void setTheScene() {
    ENDPOINTS.objects().delete(Ranking.key(MEMBER));
    ENDPOINTS.objects().delete(Ranking.key(Ranking.EVERYBODY));
    DATABASE.run(
        """
        delete from users; delete from titles;
        insert into users (user_id, nickname, taste_version) values (1000001, '미나', 2);
        insert into users (user_id, nickname) select n, 'user ' || n from generate_series(1, 40) n;
        insert into titles (title_id, title, original_title, year, age_rating, source, source_key)
        select n, 'title ' || n, 'title ' || n, 1950 + n % 60, case when n % 3 = 0 then '19' when n % 3 = 1 then '12' else 'all' end,
               'test', n::text from generate_series(1, 120) n;
        insert into title_genres
        select n, (array['drama', 'action', 'comedy', 'sf', 'romance'])[1 + n % 5], 1 from generate_series(1, 120) n;
        insert into ratings (user_id, title_id, half_stars)
        select u, t, 8 from generate_series(1, 40) u, generate_series(1, 120) t where u > t / 3;
        insert into clips (title_id, kind, site, key) values (3, 'sample', 'own', 'drama.webm'), (5, 'trailer', 'youtube', 'AbCdEfGhIj_');
        """);
  }

  /** First visit, no model, S3 without anything: a full page of several rows all the same. */
  @Test
  void beforeAnyTrainingThePageIsFull() {
    int before = DATABASE.calls();
    JsonNode home = catalog.json("/home");

    assertThat(DATABASE.calls() - before).isEqualTo(1);
    assertThat(home.path("ranking").path("source").asText()).isEqualTo("catalogue");
    assertThat(kinds(home))
        .startsWith("POPULAR", "NEW")
        .hasSize(7)
        .filteredOn("GENRE"::equals)
        .hasSize(5);
    assertThat(titles(home)).hasSizeGreaterThan(100).doesNotHaveDuplicates().startsWith(1L, 2L, 3L);
  }

  @ParameterizedTest
  @CsvSource({"14, 2", "15-18, 2", "19-29, 3", "60+, 3"})
  void whoIsTooYoungForATitleIsNotShownIt(String band, int kindsOfThree) {
    DATABASE.run("update users set age_band = '" + band + "' where user_id = 1000001");
    List<Long> seen =
        LongStream.rangeClosed(1, 120).boxed().filter(n -> allowed(n, kindsOfThree)).toList();

    assertThat(titles(member()))
        .as("without a ranking")
        .isSubsetOf(seen)
        .hasSizeGreaterThanOrEqualTo(40);
    store(popular(LongStream.rangeClosed(1, 60).toArray()));
    assertThat(titles(member()))
        .as("with everybody's")
        .isSubsetOf(seen)
        .hasSizeGreaterThanOrEqualTo(40);
    store(personal(LongStream.rangeClosed(1, 60).toArray()));
    assertThat(titles(member()))
        .as("of a time before they said it")
        .isSubsetOf(seen)
        .hasSizeGreaterThanOrEqualTo(40);
  }

  private static boolean allowed(long title, int kindsOfThree) {
    return kindsOfThree == 3 || title % 3 == 2 || (kindsOfThree == 2 && title % 3 == 1);
  }

  @Test
  void whoKnowsThePopularTitlesIsShownOthers() {
    DATABASE.run(
        "insert into ratings (user_id, title_id, half_stars) select 1000001, n, 8 from generate_series(1, 60) n;"
            + " insert into picks values (1000001, 61, 1); insert into dismissed_titles (user_id, title_id) values (1000001, 62)");

    assertThat(titles(member())).hasSizeGreaterThanOrEqualTo(40).allMatch(title -> title > 62);
    store(personal(LongStream.rangeClosed(1, 60).toArray()));
    assertThat(titles(member()))
        .as("though the ranking is all known")
        .hasSize(40)
        .startsWith(63L, 64L);
  }

  @Test
  void theHeroIsOneOfTheFirstThatMoves() {
    store(popular(1, 2, 3, 4, 5, 6));
    assertThat(catalog.json("/home").path("hero").path("titleId").asLong()).isEqualTo(3);
    assertThat(catalog.json("/home").path("hero").path("clip").path("url").asText())
        .isEqualTo("/clips/drama.webm");

    store(popular(1, 2, 5, 4, 3, 6));
    assertThat(catalog.json("/home").path("hero").path("clip").path("url").asText())
        .isEqualTo("https://www.youtube-nocookie.com/embed/AbCdEfGhIj_");

    store(popular(7, 8, 9, 10, 11, 12, 13, 14, 3));
    assertThat(catalog.json("/home").path("hero").path("titleId").asLong())
        .as("further down a clip is no recommendation")
        .isEqualTo(7);
  }

  @ParameterizedTest
  @CsvSource({
    "0.2, 0.5, 0.1, 0.2, true, YOUR_TITLES",
    "0.2, 0.5, 0.1, 0.2, false, YOUR_TASTE",
    "0.1, 0.2, 0.6, 0.1, true, YOUR_PICKS",
    "0.6, 0.2, 0.1, 0.1, true, YOUR_TASTE",
    "0.1, 0.2, 0.1, 0.6, true, EVERYBODY"
  })
  void aCardHasStarsMatchAndReason(
      double svd, double knn, double picks, double crowd, boolean because, String reason) {
    RankedTitle place =
        new RankedTitle(
            9, 1, 4.55, because ? List.of(2L) : List.of(), new Shares(svd, knn, picks, crowd));
    store(
        new Ranking(
            MEMBER, 2, "m1", Instant.EPOCH, List.of(place), List.of(row(Kind.FOR_YOU, "", 9))));

    JsonNode card = member().path("rows").get(0).path("titles").get(0);

    assertThat(card.path("predictedStars").asDouble()).isEqualTo(4.55);
    assertThat(card.path("match").asInt()).isEqualTo(90);
    assertThat(card.path("reason").asText()).isEqualTo(reason);
    assertThat(card.path("poster").asText()).isEqualTo("/titles/9/poster");
  }

  @Test
  void aPredictionForEverybodyIsNobodysMatch() {
    store(popular(1, 2, 3));

    JsonNode card = catalog.json("/home").path("rows").get(0).path("titles").get(0);

    assertThat(card.has("predictedStars")).isTrue();
    assertThat(card.has("match")).isFalse();
    assertThat(card.path("reason").asText()).isEqualTo("EVERYBODY");
  }

  @Test
  void rowsThatAreOpenedComeFurtherUp() {
    store(fiveRows());
    assertThat(rows(member()))
        .containsExactly("FOR_YOU", "GENRE drama", "TRENDING", "NEW", "GENRE sf", "POPULAR");

    for (int i = 0; i < 20; i++) {
      assertThat(
              status(
                  catalog.postAsMember("/home/opens", "{\"kind\":\"GENRE\",\"subject\":\"sf\"}")))
          .isEqualTo(204);
    }

    assertThat(rows(member())).startsWith("FOR_YOU", "GENRE sf", "GENRE drama");
    DATABASE.run("update row_opens set opened_at = now() - interval '300 days'");
    assertThat(rows(member()))
        .as("long ago")
        .startsWith("FOR_YOU", "GENRE drama", "TRENDING", "NEW", "GENRE sf");
  }

  @Test
  void theGenreThatIsLikedMostComesFurtherUp() {
    store(fiveRows());
    DATABASE.run(
        "insert into ratings (user_id, title_id, half_stars) select 1000001, n, 9 from generate_series(63, 118, 5) n");

    assertThat(rows(member())).startsWith("FOR_YOU", "GENRE drama", "GENRE sf", "TRENDING");
  }

  @Test
  void anOpeningIsOneDatabaseCallAndSoIsThePageAfterIt() {
    store(fiveRows());
    int before = DATABASE.calls();

    catalog.postAsMember("/home/opens", "{\"kind\":\"TRENDING\"}");
    assertThat(DATABASE.calls() - before).isEqualTo(1);
    member();
    assertThat(DATABASE.calls() - before).isEqualTo(2);
  }

  @Test
  void rowsThatNobodyOpensAreForgotten() {
    for (int i = 0; i < 130; i++) {
      catalog.postAsMember("/home/opens", "{\"kind\":\"DIRECTOR\",\"subject\":\"" + i + "\"}");
    }

    DATABASE.run("do $$ begin assert (select count(*) from row_opens) = 100; end $$");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"kind\":\"genre\"}",
        "{\"kind\":\"GENRE\",\"subject\":\"'; drop table users\"}",
        "{\"kind\":\"GENRE\",\"subject\":\"<script>\"}",
        "{\"kind\":\"DROP\"}",
        "{\"kind\":\"GENRE\",\"subject\":\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"}"
      })
  void anOpeningOfNoRowIsRefused(String body) {
    assertThat(status(catalog.postAsMember("/home/opens", body))).isEqualTo(422);
  }

  @Test
  void anAccountThatIsGoneOpensNothing() {
    DATABASE.run("delete from users where user_id = 1000001");

    assertThat(status(catalog.postAsMember("/home/opens", "{\"kind\":\"NEW\"}"))).isEqualTo(401);
  }

  @Test
  void aVisitorsPageMayBeSharedAndAMembersIsTheirOwn() {
    JsonNode visitor = catalog.get("/home").path("headers");
    JsonNode own = catalog.getAsMember("/home", Map.of()).path("headers");

    assertThat(visitor.path("cache-control").asText()).startsWith("public");
    assertThat(own.path("cache-control").asText()).isEqualTo("private, no-cache");
    assertThat(List.of(visitor.path("vary").asText(), own.path("vary").asText()))
        .containsOnly("authorization, accept-encoding");
    String tag = visitor.path("etag").asText();
    assertThat(status(catalog.get("/home", Map.of(), Map.of("if-none-match", tag)))).isEqualTo(304);
  }

  private JsonNode member() {
    return succeeded(catalog.getAsMember("/home", Map.of()));
  }

  private static Ranking fiveRows() {
    return new Ranking(
        MEMBER,
        2,
        "m1",
        Instant.EPOCH,
        LongStream.rangeClosed(1, 60).mapToObj(HomePageTest::place).toList(),
        List.of(
            row(Kind.FOR_YOU, "", 1, 2),
            row(Kind.GENRE, "drama", 5, 10),
            row(Kind.TRENDING, "", 6, 7),
            row(Kind.NEW, "", 8, 9),
            row(Kind.GENRE, "sf", 3, 13)));
  }

  private static Ranking personal(long... titles) {
    return ranking(MEMBER, 2, titles);
  }

  private static Ranking popular(long... titles) {
    return ranking(Ranking.EVERYBODY, 0, titles);
  }

  private static Ranking ranking(long userId, long tasteVersion, long... titles) {
    return new Ranking(
        userId,
        tasteVersion,
        "m1",
        Instant.EPOCH,
        LongStream.of(titles).mapToObj(HomePageTest::place).toList(),
        List.of(row(Kind.FOR_YOU, "", titles)));
  }

  private static RankedTitle place(long title) {
    return new RankedTitle(
        title, 1.0 / (1 + title), 4.0, List.of(), new Shares(0.4, 0.3, 0.2, 0.1));
  }

  private static RankedRow row(Kind kind, String subject, long... titles) {
    return new RankedRow(
        kind,
        Optional.empty(),
        subject.isEmpty() ? Optional.empty() : Optional.of(RankedRow.Subject.of(subject)),
        LongStream.of(titles).boxed().toList());
  }

  private static void store(Ranking ranking) {
    ENDPOINTS
        .objects()
        .put(
            Ranking.key(ranking.userId()),
            RankingFormat.write(ranking),
            RankingFormat.CONTENT_TYPE);
  }

  private static List<String> kinds(JsonNode home) {
    List<String> kinds = new ArrayList<>();
    home.path("rows").forEach(row -> kinds.add(row.path("kind").asText()));
    return kinds;
  }

  private static List<String> rows(JsonNode home) {
    List<String> rows = new ArrayList<>();
    home.path("rows")
        .forEach(
            row ->
                rows.add(
                    (row.path("kind").asText() + " " + row.path("subject").path("key").asText())
                        .strip()));
    return rows;
  }

  private static List<Long> titles(JsonNode home) {
    List<Long> ids = new ArrayList<>();
    home.path("rows")
        .forEach(
            row -> row.path("titles").forEach(title -> ids.add(title.path("titleId").asLong())));
    return ids;
  }
}
