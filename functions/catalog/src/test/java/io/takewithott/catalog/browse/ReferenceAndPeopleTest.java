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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Genres, services with their plans, and people. */
class ReferenceAndPeopleTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.withSchema();
  @RegisterExtension static final TestEndpoints ENDPOINTS = TestEndpoints.start();

  private final CatalogScene catalog = new CatalogScene(DATABASE, ENDPOINTS);

  @BeforeAll
  static void setTheScene() {
    DATABASE.run(
        """
        insert into titles (title_id, title, original_title, year, source, source_key)
        values (1, '실미도', '실미도', 2003, 't', '1'), (2, '공공의 적', '공공의 적', 2002, 't', '2'),
               (3, '곧', '곧', 2027, 't', '3');
        insert into title_genres values (1, 'drama', 1), (2, 'drama', 1), (2, 'sf', 2), (3, 'mukbang', 1);
        insert into title_services values (1, 'tving', '2026-11-01'), (2, 'tving', '2026-11-05');
        insert into people (person_id, name, original_name)
        values (1, '강우석', 'Kang Woo-suk'), (2, '신인', '신인');
        insert into credits values (1, 1, 'director', 1), (2, 1, 'director', 1), (2, 1, 'cast', 3), (3, 1, 'cast', 1);
        """);
  }

  @Test
  void genresHaveNamesInTwoLanguagesAndHowManyTitlesTheyHave() {
    assertThat(catalog.json("/genres").path("genres"))
        .hasToString(
            "[{\"genre\":\"drama\",\"name\":\"드라마\",\"englishName\":\"Drama\",\"titles\":2},"
                + "{\"genre\":\"mukbang\",\"name\":\"mukbang\",\"englishName\":\"Mukbang\",\"titles\":1},"
                + "{\"genre\":\"sf\",\"name\":\"SF\",\"englishName\":\"Science fiction\",\"titles\":1}]");
  }

  @Test
  void aServiceHasItsPlansCheapestFirstWithHowTheirPriceIsKnown() {
    JsonNode services = catalog.json("/services").path("services");

    assertThat(services.get(0).path("service").asText()).isEqualTo("tving");
    assertThat(services.get(0).path("titles").asInt()).isEqualTo(2);
    assertThat(services.get(0).path("asOf").asText()).isEqualTo("2026-11-05");
    List<Integer> prices = new ArrayList<>();
    services.get(0).path("plans").forEach(plan -> prices.add(plan.path("monthlyWon").asInt()));
    assertThat(prices).containsExactly(5500, 9500, 13500, 17000);
    services.forEach(
        service ->
            service
                .path("plans")
                .forEach(
                    plan -> {
                      assertThat(plan.path("basis").asText()).isEqualTo("memory");
                      assertThat(plan.path("source").asText()).isNotEmpty();
                      assertThat(plan.path("asOf").asText()).isEqualTo("2025-06-01");
                    }));
    assertThat(services).hasSize(8);
  }

  @Test
  void itIsSaidHowMuchOfTheCatalogueIsTheSampleWorld() {
    assertThat(catalog.json("/attributions").path("sample").asText()).isEqualTo("NONE");
    DATABASE.run("update titles set source = 'sample' where title_id = 1");
    assertThat(catalog.json("/attributions").path("sample").asText()).isEqualTo("SOME");
    DATABASE.run("update titles set source = 'sample'");
    assertThat(catalog.json("/attributions").path("sample").asText()).isEqualTo("ALL");
    DATABASE.run("update titles set source = 't'");
  }

  @Test
  void aPlanThatIsNoLongerSoldIsNotShown() {
    DATABASE.run("update plans set withdrawn_on = '2026-01-01' where plan = 'tving-ads'");

    assertThat(catalog.json("/services").path("services").get(0).path("plans")).hasSize(3);
    DATABASE.run("update plans set withdrawn_on = null");
  }

  @Test
  void aPersonHasEverythingTheyWereInNewestFirst() {
    JsonNode person = catalog.json("/people/1");

    assertThat(person.path("name").asText()).isEqualTo("강우석");
    assertThat(person.path("originalName").asText()).isEqualTo("Kang Woo-suk");
    List<String> works = new ArrayList<>();
    person
        .path("filmography")
        .forEach(work -> works.add(work.path("titleId").asLong() + " " + work.path("roles")));
    assertThat(works)
        .containsExactly("3 [\"cast\"]", "1 [\"director\"]", "2 [\"cast\",\"director\"]");
  }

  @Test
  void somebodyNewHasAnEmptyFilmography() {
    assertThat(catalog.json("/people/2").path("filmography")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"99", "0", "x", "-1", "1 or 1=1"})
  void nobodyIsNotThere(String id) {
    assertThat(status(catalog.get("/people/" + id))).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/genres", "/services", "/people/1", "/ranks"})
  void eachIsOneDatabaseCallAndMayBeShared(String path) {
    int before = DATABASE.calls();
    JsonNode answer = catalog.get(path);

    assertThat(DATABASE.calls() - before).isEqualTo(1);
    assertThat(answer.path("headers").path("cache-control").asText()).startsWith("public");
    String tag = answer.path("headers").path("etag").asText();
    assertThat(status(catalog.get(path, Map.of(), Map.of("if-none-match", tag)))).isEqualTo(304);
  }
}
