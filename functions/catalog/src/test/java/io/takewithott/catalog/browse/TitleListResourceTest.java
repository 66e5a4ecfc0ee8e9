package io.takewithott.catalog.browse;

import static io.takewithott.catalog.CatalogScene.status;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.catalog.CatalogScene;
import io.takewithott.testing.Invocations;
import io.takewithott.testing.TestDatabase;
import io.takewithott.testing.TestEndpoints;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** GET /titles through the handler. */
class TitleListResourceTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.withSchema();
  @RegisterExtension static final TestEndpoints ENDPOINTS = TestEndpoints.start();

  private final CatalogScene catalog = new CatalogScene(DATABASE, ENDPOINTS);

  @BeforeAll
  static void setTheScene() {
    DATABASE.run(
        """
        insert into users (user_id, nickname) select n, 'user ' || n from generate_series(1, 40) n;
        insert into titles (title_id, kind, title, original_title, english_title, year, release_date, runtime_minutes, age_rating, countries, source, source_key)
        values (1, 'film', '실미도', '실미도', 'Silmido', 2003, '2003-12-24', 135, '15', 'KR', 't', '1'),
               (2, 'film', '올드보이', '올드보이', 'Oldboy', 2003, '2003-11-21', 120, '19', 'KR', 't', '2'),
               (3, 'film', '100% 사랑', '100% 사랑', null, 2019, null, 95, 'all', 'KR,US', 't', '3'),
               (4, 'series', '킹덤', '킹덤', 'Kingdom', 2019, '2019-01-25', 50, '19', 'KR', 't', '4'),
               (5, 'film', '겨울왕국', 'Frozen', 'Frozen', 2013, '2013-11-27', 102, 'all', 'US', 't', '5'),
               (6, 'film', '무제', '무제', null, null, null, null, null, '', 't', '6'),
               (7, 'film', '내일', '내일', null, 2099, '2099-05-05', 100, '12', 'KR', 't', '7'),
               (8, 'film', '모레', '모레', null, 2098, null, 100, '12', 'KR', 't', '8'),
               (9, 'film', '어제', '어제', null, null, current_date - 30, 100, '12', 'JP', 't', '9');
        insert into title_genres values (1, 'drama', 1), (1, 'action', 2), (2, 'thriller', 1), (2, 'drama', 2),
               (3, 'romance', 1), (4, 'horror', 1), (5, 'animation', 1);
        insert into title_services values (1, 'netflix', '2026-11-01'), (1, 'wavve', '2026-11-01'), (4, 'netflix', '2026-11-01');
        insert into availability_overrides values (1, 'netflix', false, 'seen', '2026-11-20'), (5, 'netflix', true, 'seen', '2026-11-20');
        insert into ratings (user_id, title_id, half_stars) select n, 2, 9 from generate_series(1, 40) n;
        insert into ratings (user_id, title_id, half_stars) select n, 1, 8 from generate_series(1, 20) n;
        insert into ratings (user_id, title_id, half_stars) select n, 4, 4 from generate_series(1, 10) n;
        insert into ratings (user_id, title_id, half_stars) values (1, 3, 10);
        """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "                                  | 2 1 4 3 5 6 7 8 9",
        "genre=drama                       | 2 1",
        "genre=drama,action                | 1",
        "genre=nothing                     | ''",
        "kind=series                       | 4",
        "yearFrom=2013&yearTo=2019         | 4 3 5",
        "ageAtMost=15                      | 1 3 5 7 8 9",
        "ageAtMost=all                     | 3 5",
        "ageAtMost=19                      | 2 1 4 3 5 6 7 8 9",
        "runtimeFrom=100&runtimeTo=120     | 2 5 7 8 9",
        "service=netflix                   | 4 5",
        "service=wavve                     | 1",
        "rating=4                          | 2",
        "rating=3.6                        | 2 1",
        "country=US                        | 3 5",
        "q=올드                             | 2",
        "q=FROZ                            | 5",
        "q=100%25                          | 3",
        "q=_                               | ''",
        "q=%5C                             | ''",
        "q=' or '1'='1                     | ''",
        "released=new                      | 9",
        "released=upcoming                 | 8 7",
        "sort=rating                       | 2 1 3 5 6 7 8 9 4",
        "sort=title                        | 3 5 7 8 6 1 9 2 4",
        "sort=year                         | 7 8 3 4 5 1 2 6 9",
        "sort=newest&ageAtMost=15          | 7 8 9 3 5 1",
        "sort=soonest&country=US           | 5 3",
        "genre=drama&service=wavve&limit=1 | 1"
      })
  void filtersAndOrdersAreAsTheySay(String query, String expected) {
    assertThat(ids(catalog.json("/titles", parameters(query))))
        .containsExactlyElementsOf(
            expected.isEmpty() ? List.of() : Arrays.stream(expected.split(" ")).map(Long::valueOf).toList());
  }

  /** Whatever the order and the size of a page: together the pages are the list, no title twice. */
  @ParameterizedTest
  @ValueSource(
      strings = {"popularity", "rating", "year", "title", "newest", "soonest"})
  void pagesTogetherAreTheList(String sort) {
    List<Long> all = ids(catalog.json("/titles", Map.of("sort", sort)));
    for (int size = 1; size <= 9; size++) {
      List<Long> paged = new ArrayList<>();
      Map<String, String> query = new LinkedHashMap<>(Map.of("sort", sort, "limit", "" + size));
      JsonNode page = catalog.json("/titles", query);
      paged.addAll(ids(page));
      for (int more = 0; page.has("next") && more < 20; more++) {
        query.put("cursor", page.path("next").asText());
        page = catalog.json("/titles", query);
        paged.addAll(ids(page));
      }
      assertThat(paged).as("pages of %s", size).isEqualTo(all);
    }
  }

  @Test
  void aTitleThatComesMeanwhileShiftsNoPage() {
    JsonNode first = catalog.json("/titles", Map.of("sort", "title", "limit", "3"));
    DATABASE.run(
        "insert into titles (title_id, title, original_title, source, source_key) values (50, '가나다', '가나다', 't', '50')");

    JsonNode second =
        catalog.json(
            "/titles", Map.of("sort", "title", "limit", "3", "cursor", first.path("next").asText()));

    assertThat(ids(second)).containsExactly(8L, 6L, 1L);
    DATABASE.run("delete from titles where title_id = 50");
  }

  @Test
  void aCursorIsOfOneListAlone() {
    String next = catalog.json("/titles", Map.of("limit", "2")).path("next").asText();

    for (Map<String, String> other :
        List.of(
            Map.of("cursor", next, "sort", "year"),
            Map.of("cursor", next, "genre", "drama"),
            Map.of("cursor", next.substring(1)),
            Map.of("cursor", next + "A"),
            Map.of("cursor", next.substring(0, next.length() - 4) + "AAAA"))) {
      refusesTheCursor(other);
    }
    assertThat(status(catalog.get("/titles", Map.of("cursor", next, "limit", "5")))).isEqualTo(200);
  }

  /** Such as one who knows how cursors are made may write; and noise. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "", " ", "0", "null", "../..", "' or 1=1 --", "AAAA", "%00", "\u0000", "💥", "e30", "=", "LS0t",
        "MDAwMDAwMDAwMDAwMDAwMC4xLjE"
      })
  void aCursorThatIsNoneIsRefused(String cursor) {
    refusesTheCursor(Map.of("cursor", cursor));
  }

  @Test
  void aForgedCursorOfImpossibleContentIsRefused() {
    TitleFilter none =
        new TitleFilter(null, List.of(), null, null, null, null, null, null, null, null, null, null);
    for (String key : List.of("-1", "x", "99999999999", "1; drop table titles", "")) {
      refusesTheCursor(Map.of("cursor", new PageStart(key, 1).cursor("popularity " + none)));
    }
    refusesTheCursor(
        Map.of("sort", "newest", "cursor", new PageStart("2003-02-30", 1).cursor("newest " + none)));
    refusesTheCursor(
        Map.of("sort", "title", "cursor", new PageStart("a\u0000", 1).cursor("title " + none)));
    refusesTheCursor(Map.of("cursor", "A".repeat(100_000)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "limit=0               | limit     | limit is a whole number from 1 to 100",
        "limit=101             | limit     | limit is a whole number from 1 to 100",
        "limit=-1              | limit     | limit is a whole number from 1 to 100",
        "limit=1e2             | limit     | limit is a whole number from 1 to 100",
        "limit=99999999999     | limit     | limit is a whole number from 1 to 100",
        "genre=Drama           | genre     | genre names 1 to 5 genres, separated by commas",
        "genre=a,b,c,d,e,f     | genre     | genre names 1 to 5 genres, separated by commas",
        "genre=' or 1=1        | genre     | genre names 1 to 5 genres, separated by commas",
        "kind=book             | kind      | kind is film or series",
        "yearFrom=1869         | yearFrom  | yearFrom is a whole number from 1870 to 2100",
        "yearTo=two            | yearTo    | yearTo is a whole number from 1870 to 2100",
        "ageAtMost=18          | ageAtMost | ageAtMost is all, 12, 15 or 19",
        "runtimeFrom=0         | runtimeFrom | runtimeFrom is a whole number from 1 to 6000",
        "service=NETFLIX       | service   | service is the key of a service",
        "rating=5.1            | rating    | rating goes from 0 to 5 stars, with one decimal",
        "rating=NaN            | rating    | rating goes from 0 to 5 stars, with one decimal",
        "country=kr            | country   | country is an ISO 3166 code such as KR",
        "released=soon         | released  | released is new or upcoming",
        "sort=random           | sort      | sort is popularity, rating, year, title, newest or soonest",
        "q=%00                 | q         | q holds a control character"
      })
  void aValueThatIsNoneIsRefused(String query, String field, String message) {
    JsonNode answer = catalog.get("/titles", parameters(query));

    assertThat(status(answer)).isEqualTo(422);
    JsonNode error = Invocations.body(answer).path("error");
    assertThat(error.path("message").asText()).isEqualTo(message);
    assertThat(error.path("details").path("field").asText()).isEqualTo(field);
  }

  @Test
  void aPageIsOneDatabaseCallAndMayBeShared() {
    int before = DATABASE.calls();

    JsonNode answer = catalog.get("/titles", Map.of("genre", "drama"));

    assertThat(DATABASE.calls() - before).isEqualTo(1);
    assertThat(answer.path("headers").path("cache-control").asText()).startsWith("public");
    assertThat(answer.path("headers").has("etag")).isTrue();
  }

  private void refusesTheCursor(Map<String, String> query) {
    JsonNode answer = catalog.get("/titles", query);

    assertThat(status(answer)).as(query.toString()).isEqualTo(400);
    assertThat(Invocations.body(answer).path("error").path("message").asText())
        .isEqualTo("The cursor is none of this list: begin again without one");
  }

  private static Map<String, String> parameters(String query) {
    Map<String, String> parameters = new LinkedHashMap<>();
    if (query != null) {
      for (String pair : query.split("&")) {
        int equals = pair.indexOf('=');
        parameters.put(
            pair.substring(0, equals),
            pair.substring(equals + 1).replace("%25", "%").replace("%5C", "\\").replace("%00", "\u0000"));
      }
    }
    return parameters;
  }

  static List<Long> ids(JsonNode list) {
    List<Long> ids = new ArrayList<>();
    list.path("titles").forEach(title -> ids.add(title.path("titleId").asLong()));
    return ids;
  }
}
