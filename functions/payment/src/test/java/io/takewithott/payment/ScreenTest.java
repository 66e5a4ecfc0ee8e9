package io.takewithott.payment;

import static io.takewithott.payment.PaymentWorld.HOST;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.payment.PaymentWorld.Answer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who watches when; it is noon of 21 November 2026 in Seoul. */
class ScreenTest {
  @RegisterExtension static final PaymentWorld WORLD = new PaymentWorld();

  private long party;

  @BeforeEach
  void aPartyOfFourWithTwoScreens() {
    WORLD.reset();
    WORLD.database.run(
        "update party_plans set catalogue_plan = 'tving-standard' where service = 'tving'");
    party = WORLD.party(4);
    for (long user = 2; user <= 4; user++) {
      WORLD.join(party, user);
    }
  }

  @Test
  void aScreenIsReservedByTheQuarterOfAnHour() {
    JsonNode made = reserve(2, "2026-11-21T20:15", 120).body();

    assertThat(made.path("screen").asInt()).isEqualTo(1);
    assertThat(made.path("from").asText()).isEqualTo("2026-11-21T20:15:00+09:00");
    assertThat(made.path("to").asText()).isEqualTo("2026-11-21T22:15:00+09:00");
    JsonNode day = day(HOST, "2026-11-21").body();
    assertThat(day.path("screens").asInt()).isEqualTo(2);
    assertThat(day.at("/reservations/0/nickname").asText()).isEqualTo("member 2");
    assertThat(day.at("/reservations/0/own").asBoolean()).isFalse();
    assertThat(day(2, "2026-11-22").body().path("reservations")).isEmpty();
  }

  @Test
  void asManyAsThePlanLetsWatchAtOnceAndThenNobody() {
    assertThat(reserve(2, "2026-11-21T20:00", 60).body().path("screen").asInt()).isEqualTo(1);
    assertThat(reserve(3, "2026-11-21T20:45", 60).body().path("screen").asInt()).isEqualTo(2);

    assertThat(reserve(4, "2026-11-21T20:30", 30).brief()).isEqualTo("409 CONFLICT");
    // The first one is free again when the other is still on.
    assertThat(reserve(4, "2026-11-21T21:00", 60).body().path("screen").asInt()).isEqualTo(1);
    assertThat(reserve(2, "2026-11-21T20:45", 15).message())
        .isEqualTo("You have reserved a screen for that time already");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-21T20:07, 60, 422",
    "2026-11-21T20:00, 50, 422",
    "2026-11-21T20:00, 0, 422",
    "2026-11-21T20:00, 255, 422",
    "2026-11-21T11:00, 60, 422",
    "2026-12-06T20:00, 60, 422",
    "2026-11-21T11:45, 30, 201",
    "2026-11-21T23:30, 240, 201",
    "yesterday, 60, 400"
  })
  void onTheGridNotOverAndNotTooFarAhead(String from, int minutes, int status) {
    assertThat(reserve(2, from, minutes).status()).isEqualTo(status);
  }

  @Test
  void nobodyReservesMoreThanEightHoursAhead() {
    for (int day = 22; day < 24; day++) {
      assertThat(reserve(2, "2026-11-" + day + "T10:00", 240).status()).isEqualTo(201);
    }
    assertThat(reserve(2, "2026-11-25T10:00", 15).message())
        .isEqualTo("Eight hours ahead are the most that one person reserves");
  }

  @Test
  void onlyThoseInsideAndOnlyTheirOwn() {
    String id = reserve(2, "2026-11-21T20:00", 60).body().path("reservationId").asText();

    assertThat(reserve(5, "2026-11-21T20:00", 60).brief()).isEqualTo("404 NOT_FOUND");
    assertThat(day(5, "2026-11-21").brief()).isEqualTo("404 NOT_FOUND");
    assertThat(cancel(HOST, id)).isEqualTo(404);
    assertThat(cancel(2, id)).isEqualTo(204);
    assertThat(cancel(2, id)).isEqualTo(404);
    WORLD.database.run("update memberships set state = 'paused', paused_at = now()");
    assertThat(reserve(2, "2026-11-21T20:00", 60).brief()).isEqualTo("403 FORBIDDEN");
  }

  @Test
  void whoeverLeavesLeavesTheScreensToTheOthers() {
    reserve(2, "2026-11-21T20:00", 60);
    reserve(3, "2026-11-21T20:00", 60);

    WORLD.call("POST", at("/leave"), 2).body("{\"when\":\"now\"}").send();

    assertThat(day(HOST, "2026-11-21").body().path("reservations").findValuesAsText("nickname"))
        .containsExactly("member 3");
    assertThat(WORLD.texts("select count(*)::text as text from screen_quarters"))
        .containsExactly("4");
  }

  @Test
  void extraMembersHaveAScreenOfTheirOwn() {
    long extra =
        WORLD
            .call("POST", "/parties", HOST)
            .key("extra-party")
            .body(
                "{\"service\":\"netflix\",\"plan\":\"standard-extra\",\"title\":\"추가\",\"seats\":2,"
                    + "\"relation\":\"strangers\"}")
            .send()
            .body()
            .path("partyId")
            .asLong();

    assertThat(
            WORLD
                .call("POST", "/parties/" + extra + "/screens", HOST)
                .body("{\"from\":\"2026-11-21T20:00\",\"minutes\":60}")
                .send()
                .brief())
        .isEqualTo("422 RULE_FORBIDS");
  }

  @Test
  void ofAHundredAtOnceTwoGetAScreen() throws Exception {
    List<Answer> answers = AtOnce.of(100, i -> reserve(1 + i % 4, "2026-11-21T20:00", 120));

    Map<String, Integer> outcomes = new TreeMap<>();
    answers.forEach(answer -> outcomes.merge(answer.brief(), 1, Integer::sum));
    assertThat(outcomes).isEqualTo(Map.of("201", 2, "409 CONFLICT", 98));
    assertThat(WORLD.texts("select count(*)::text as text from screen_quarters"))
        .containsExactly("16");
  }

  /** Different times that overlap: whatever is stored, no quarter of a screen is two people's. */
  @Test
  void overlappingTimesOfAHundredAtOnceNeverShareAScreen() throws Exception {
    AtOnce.of(
        100, i -> reserve(1 + i % 4, "2026-11-21T%02d:%02d".formatted(18 + i % 5, i % 4 * 15), 60));

    assertThat(
            WORLD.texts(
                """
                select a.reservation_id || ' and ' || b.reservation_id as text
                  from screen_reservations a
                  join screen_reservations b on b.party_id = a.party_id and b.reservation_id > a.reservation_id
                   and (b.screen = a.screen or b.user_id = a.user_id)
                   and b.first_quarter < a.first_quarter + a.quarters
                   and a.first_quarter < b.first_quarter + b.quarters
                """))
        .isEmpty();
    assertThat(
            WORLD.texts(
                """
                select (select sum(quarters) from screen_reservations)
                       = (select count(*) from screen_quarters) as text
                """))
        .containsExactly("t");
  }

  private Answer reserve(long who, String from, int minutes) {
    return WORLD
        .call("POST", at("/screens"), who)
        .body("{\"from\":\"" + from + "\",\"minutes\":" + minutes + "}")
        .send();
  }

  private Answer day(long who, String day) {
    return WORLD.call("GET", at("/screens?day=" + day), who).send();
  }

  private int cancel(long who, String reservation) {
    return WORLD.call("DELETE", at("/screens/" + reservation), who).send().status();
  }

  private String at(String path) {
    return "/parties/" + party + path;
  }
}
