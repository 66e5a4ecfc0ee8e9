package io.takewithott.catalog.rotation;

import static io.takewithott.catalog.CatalogScene.status;
import static io.takewithott.catalog.CatalogScene.succeeded;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.catalog.CatalogScene;
import io.takewithott.testing.Invocations;
import io.takewithott.testing.TestDatabase;
import io.takewithott.testing.TestEndpoints;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** POST /rotation through the handler, with the shipped prices. */
class RotationResourceTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.withSchema();
  @RegisterExtension static final TestEndpoints ENDPOINTS = TestEndpoints.start();

  private final CatalogScene catalog = new CatalogScene(DATABASE, ENDPOINTS);

  @BeforeAll
  static void setTheScene() {
    DATABASE.run(
        """
        insert into users (user_id, nickname) values (1000001, '미나');
        insert into titles (title_id, title, original_title, source, source_key)
        select n, 'title ' || n, 'title ' || n, 't', n::text from generate_series(1, 9) n;
        insert into title_services values
          (1, 'tving', '2026-11-01'), (2, 'tving', '2026-11-01'), (2, 'netflix', '2026-11-01'),
          (3, 'netflix', '2026-11-01'), (4, 'disneyplus', '2026-11-01'), (6, 'tving', '2026-11-01'), (6, 'watcha', '2026-11-01');
        """);
  }

  /** TVING costs 5,500, Netflix 7,000 and Disney+ 9,900 a month at their cheapest. */
  @Test
  void theWishesAreSeenWithinTheBudget() {
    int before = DATABASE.calls();
    JsonNode plan =
        plan(
            """
            {"titleIds":[1,2,3,4,5,6,99],"months":4,"monthlyBudgetWon":8000,"titlesPerMonth":5,"start":"2026-12"}
            """);

    assertThat(DATABASE.calls() - before).isEqualTo(1);
    assertThat(plan.path("seen").asInt()).isEqualTo(4);
    assertThat(plan.path("wished").asInt()).isEqualTo(7);
    assertThat(plan.path("costWon").asInt()).isEqualTo(12_500);
    assertThat(months(plan))
        .containsExactly("2026-12 tving 5500 [1, 2, 6]", "2027-01 netflix 7000 [3]", "2027-02", "2027-03");
    assertThat(left(plan)).containsExactlyInAnyOrder("UNKNOWN 99", "NOWHERE 5", "OVER_BUDGET 4");
  }

  @Test
  void everyChoiceHasItsReason() {
    JsonNode plan =
        plan("{\"titleIds\":[1,2,3,6],\"months\":2,\"monthlyBudgetWon\":8000,\"titlesPerMonth\":5}");

    assertThat(plan.path("services").get(0).path("withoutItFewerTitles").asInt()).isEqualTo(1);
    assertThat(plan.path("services").get(0).path("onlyHere"))
        .hasToString("[{\"titleId\":1,\"title\":\"title 1\"}]");
    assertThat(plan.path("services").get(0).path("text").path("ko").asText())
        .isEqualTo("티빙 없이는 1편을 덜 보게 됩니다.");
    assertThat(plan.path("services").get(0).path("text").path("en").asText())
        .isEqualTo("Without 티빙 you would see 1 fewer.");
    assertThat(plan.path("unused").get(0).path("service").asText()).isEqualTo("watcha");
    assertThat(plan.path("unused").get(0).path("reason").asText()).isEqualTo("NOT_NEEDED");
  }

  @Test
  void whatIsCheaperElsewhereIsSeenThere() {
    JsonNode plan =
        plan("{\"titleIds\":[6],\"months\":1,\"monthlyBudgetWon\":20000,\"titlesPerMonth\":5}");

    assertThat(plan.path("costWon").asInt()).isEqualTo(5500);
    assertThat(plan.path("services").get(0).path("withoutItMoreWon").asInt()).isEqualTo(2400);
    assertThat(plan.path("services").get(0).path("text").path("ko").asText())
        .isEqualTo("티빙 없이 같은 편수를 보려면 2,400원이 더 듭니다.");
  }

  @Test
  void withoutAdvertisementsItCostsMore() {
    JsonNode plan =
        plan(
            "{\"titleIds\":[3],\"months\":1,\"monthlyBudgetWon\":20000,\"titlesPerMonth\":5,\"ads\":false}");

    assertThat(plan.path("costWon").asInt()).isEqualTo(13_500);
    assertThat(plan.path("months").get(0).path("services").get(0).path("priceBasis").asText())
        .isEqualTo("memory");
  }

  @Test
  void thereIsRoomForTheDearestFirst() {
    JsonNode plan =
        plan("{\"titleIds\":[6,2,1],\"months\":1,\"monthlyBudgetWon\":6000,\"titlesPerMonth\":1}");

    assertThat(plan.path("seen").asInt()).isEqualTo(1);
    assertThat(left(plan)).hasSize(2).allSatisfy(one -> assertThat(one).startsWith("NO_ROOM"));
  }

  @Test
  void withoutMoneyNothingIsHeld() {
    JsonNode plan =
        plan("{\"titleIds\":[1,5],\"months\":3,\"monthlyBudgetWon\":0,\"titlesPerMonth\":5}");

    assertThat(plan.path("seen").asInt()).isZero();
    assertThat(months(plan)).hasSize(3);
    assertThat(left(plan)).containsExactlyInAnyOrder("NOWHERE 5", "OVER_BUDGET 1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                                                                  | Wish for 1 to 40 different titles",
        "{\"titleIds\":[],\"months\":1,\"monthlyBudgetWon\":1,\"titlesPerMonth\":1}            | Wish for 1 to 40 different titles",
        "{\"titleIds\":[1,1],\"months\":1,\"monthlyBudgetWon\":1,\"titlesPerMonth\":1}         | Wish for 1 to 40 different titles",
        "{\"titleIds\":[null],\"months\":1,\"monthlyBudgetWon\":1,\"titlesPerMonth\":1}        | Wish for 1 to 40 different titles",
        "{\"titleIds\":[-1],\"months\":1,\"monthlyBudgetWon\":1,\"titlesPerMonth\":1}          | Wish for 1 to 40 different titles",
        "{\"titleIds\":[1],\"months\":13,\"monthlyBudgetWon\":1,\"titlesPerMonth\":1}          | months is a whole number from 1 to 12",
        "{\"titleIds\":[1],\"months\":0,\"monthlyBudgetWon\":1,\"titlesPerMonth\":1}           | months is a whole number from 1 to 12",
        "{\"titleIds\":[1],\"months\":1,\"monthlyBudgetWon\":-1,\"titlesPerMonth\":1}          | monthlyBudgetWon is a whole number from 0 to 1000000",
        "{\"titleIds\":[1],\"months\":1,\"monthlyBudgetWon\":2000000,\"titlesPerMonth\":1}     | monthlyBudgetWon is a whole number from 0 to 1000000",
        "{\"titleIds\":[1],\"months\":1,\"monthlyBudgetWon\":1}                                | titlesPerMonth is a whole number from 1 to 40",
        "{\"titleIds\":[1],\"months\":1,\"monthlyBudgetWon\":1,\"titlesPerMonth\":1,\"start\":\"2026-13\"} | start is a month such as 2026-12",
        "{\"titleIds\":[1],\"months\":1,\"monthlyBudgetWon\":1,\"titlesPerMonth\":1,\"start\":\"+999999-01\"} | start is a month such as 2026-12"
      })
  void aWishThatCannotBeIsRefused(String body, String message) {
    JsonNode answer = catalog.postAsMember("/rotation", body);

    assertThat(status(answer)).isEqualTo(422);
    assertThat(Invocations.body(answer).path("error").path("message").asText()).isEqualTo(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "{\"titleIds\":[1.5]}", "{\"titleIds\":\"1\"}", "{\"more\":1}", "{\"titleIds\":[99999999999999999999]}"})
  void aBodyThatIsNoneIsRefused(String body) {
    assertThat(status(catalog.postAsMember("/rotation", body))).isEqualTo(400);
  }

  private JsonNode plan(String body) {
    return succeeded(catalog.postAsMember("/rotation", body));
  }

  private static List<String> months(JsonNode plan) {
    List<String> months = new ArrayList<>();
    for (JsonNode month : plan.path("months")) {
      StringBuilder line = new StringBuilder(month.path("month").asText());
      for (JsonNode held : month.path("services")) {
        List<Long> titles = new ArrayList<>();
        held.path("titles").forEach(title -> titles.add(title.path("titleId").asLong()));
        line.append(" %s %d %s".formatted(held.path("service").asText(), held.path("monthlyWon").asInt(), titles));
      }
      months.add(line.toString());
    }
    return months;
  }

  private static List<String> left(JsonNode plan) {
    List<String> left = new ArrayList<>();
    plan.path("left")
        .forEach(one -> left.add(one.path("reason").asText() + " " + one.path("title").path("titleId").asLong()));
    return left;
  }
}
