package io.takewithott.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.auth.AuthApi.Answer;
import io.takewithott.auth.AuthApi.Session;
import io.takewithott.core.database.Sql;
import io.takewithott.testing.TestDatabase;
import io.takewithott.testing.TestEndpoints;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Sessions and their refresh tokens, over the handlers. */
class SessionsTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.withSchema();
  @RegisterExtension static final TestEndpoints ENDPOINTS = TestEndpoints.start();

  private static AuthApi api;

  record Stored(String tokenHash) {}

  @BeforeAll
  static void start() {
    api = new AuthApi(DATABASE, ENDPOINTS);
  }

  @BeforeEach
  void forgetEverybody() {
    DATABASE.run("delete from users; delete from rate_limits");
  }

  @Test
  void aRefreshTokenGivesTheNextPairAndTheSessionGoesOn() {
    Session first = api.join("mina");
    api.clock.pass(Duration.ofMinutes(9));

    Session second = AuthApi.session(api.refresh(first.refreshToken()));

    assertThat(second.sessionId()).isEqualTo(first.sessionId());
    assertThat(second.refreshToken()).isNotEqualTo(first.refreshToken());
    assertThat(api.get("/me").as(second).send().status()).isEqualTo(200);
    assertThat(AuthApi.session(api.refresh(second.refreshToken())).refreshToken())
        .isNotEqualTo(second.refreshToken());
  }

  @Test
  void anAccessTokenIsGoodForTenMinutes() {
    Session session = api.join("mina");

    api.clock.pass(Duration.ofMinutes(9).plusSeconds(59));
    assertThat(api.get("/me").as(session).send().status()).isEqualTo(200);
    api.clock.pass(Duration.ofSeconds(1));
    assertThat(api.get("/me").as(session).send().status()).isEqualTo(403);
  }

  @Test
  void aRotatedTokenThatComesAgainEndsTheWholeFamily() {
    Session first = api.join("mina");
    Session second = AuthApi.session(api.refresh(first.refreshToken()));
    Session elsewhere = api.logIn("mina");
    api.clock.pass(Duration.ofSeconds(11));

    Answer again = api.refresh(first.refreshToken());

    assertThat(again.status()).isEqualTo(401);
    assertThat(again.code()).isEqualTo("SESSION_ENDED");
    assertThat(api.refresh(second.refreshToken()).status()).isEqualTo(401);
    assertThat(api.get("/me").as(second).send().status()).isEqualTo(401);
    assertThat(api.refresh(elsewhere.refreshToken()).status()).isEqualTo(200);
    assertThat(kinds(elsewhere)).startsWith("REFRESH_TOKEN_REUSED");
  }

  @Test
  void anAnswerThatWasLostIsGivenAgainAndIsTheSame() {
    Session first = api.join("mina");
    Session lost = AuthApi.session(api.refresh(first.refreshToken()));
    api.clock.pass(Duration.ofSeconds(9));

    Session again = AuthApi.session(api.refresh(first.refreshToken()));

    assertThat(again.refreshToken()).isEqualTo(lost.refreshToken());
    assertThat(api.refresh(again.refreshToken()).status()).isEqualTo(200);
  }

  @Test
  void theGraceEndsWhenTheSuccessorIsUsed() {
    Session first = api.join("mina");
    Session second = AuthApi.session(api.refresh(first.refreshToken()));
    Session third = AuthApi.session(api.refresh(second.refreshToken()));

    assertThat(api.refresh(first.refreshToken()).status()).isEqualTo(401);
    assertThat(api.refresh(third.refreshToken()).status()).isEqualTo(401);
  }

  @Test
  void whoeverCopiedATokenWithinTheGraceStillCollides() {
    Session first = api.join("mina");
    Session owner = AuthApi.session(api.refresh(first.refreshToken()));
    Session thief = AuthApi.session(api.refresh(first.refreshToken()));
    assertThat(thief.refreshToken()).isEqualTo(owner.refreshToken());

    Session thiefNext = AuthApi.session(api.refresh(thief.refreshToken()));
    api.clock.pass(Duration.ofMinutes(9));

    assertThat(api.refresh(owner.refreshToken()).status()).isEqualTo(401);
    assertThat(api.refresh(thiefNext.refreshToken()).status()).isEqualTo(401);
  }

  @Test
  void manyTabsAtOnceAllGetTheSameSuccessor() throws Exception {
    Session first = api.join("mina");
    ExecutorService tabs = Executors.newFixedThreadPool(6);
    try {
      List<Callable<Answer>> calls = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        calls.add(() -> api.refresh(first.refreshToken()));
      }
      List<String> successors = new ArrayList<>();
      for (Future<Answer> answer : tabs.invokeAll(calls)) {
        successors.add(AuthApi.session(answer.get()).refreshToken());
      }
      assertThat(successors).hasSize(6).containsOnly(successors.get(0));
    } finally {
      tabs.shutdownNow();
    }
  }

  @Test
  void theDatabaseKnowsNoTokenOnlyItsHash() {
    Session session = api.join("mina");

    List<Stored> stored =
        DATABASE.database().read(Sql.of("select token_hash from refresh_tokens"), Stored.class);

    assertThat(stored).hasSize(1);
    assertThat(stored.get(0).tokenHash()).matches("[0-9a-f]{64}");
    assertThat(stored.toString()).doesNotContain(session.refreshToken());
  }

  @Test
  void aSessionThatIsQuietForAMonthIsOver() {
    Session session = api.join("mina");
    api.clock.pass(Duration.ofDays(30));

    assertThat(api.refresh(session.refreshToken()).code()).isEqualTo("SESSION_ENDED");
  }

  @Test
  void aSessionEndsAfterHalfAYearHoweverMuchItIsUsed() {
    Session session = api.join("mina");
    for (int month = 0; month < 6; month++) {
      api.clock.pass(Duration.ofDays(29));
      session = AuthApi.session(api.refresh(session.refreshToken()));
    }
    api.clock.pass(Duration.ofDays(6));

    assertThat(api.refresh(session.refreshToken()).status()).isEqualTo(401);
  }

  @Test
  void loggingOutHereLeavesTheOthers() {
    Session here = api.join("mina");
    Session there = api.logIn("mina");

    Answer out =
        api.delete("/sessions/current").body(Map.of("refreshToken", here.refreshToken())).send();

    assertThat(out.status()).isEqualTo(204);
    assertThat(out.cookie()).startsWith("__Secure-two-refresh=; Max-Age=0;");
    assertThat(api.refresh(here.refreshToken()).status()).isEqualTo(401);
    assertThat(api.get("/me").as(here).send().status()).isEqualTo(401);
    assertThat(api.get("/me").as(there).send().status()).isEqualTo(200);
  }

  @Test
  void loggingOutEverywhereLeavesNone() {
    Session here = api.join("mina");
    Session there = api.logIn("mina");

    assertThat(api.delete("/me/sessions").as(here).send().status()).isEqualTo(204);

    assertThat(api.refresh(here.refreshToken()).status()).isEqualTo(401);
    assertThat(api.refresh(there.refreshToken()).status()).isEqualTo(401);
    assertThat(api.delete("/me/sessions").as(here).send().status()).isEqualTo(401);
  }

  @Test
  void myDevicesAreListedAndOneIsLoggedOut() {
    Session here = api.join("mina");
    api.clock.pass(Duration.ofMinutes(1));
    Session there = api.logIn("mina");
    Session other = api.join("jun");

    JsonNode sessions = api.get("/me/sessions").as(here).send().body().path("sessions");
    assertThat(sessions).hasSize(2);
    assertThat(sessions.get(0).path("sessionId").asText()).isEqualTo(there.sessionId());
    assertThat(sessions.get(0).path("current").asBoolean()).isFalse();
    assertThat(sessions.get(1).path("current").asBoolean()).isTrue();
    assertThat(sessions.get(1).path("device").asText()).isEqualTo("Firefox · Linux");
    assertThat(sessions.get(1).path("network").asText()).isEqualTo("203.0.113.x");

    assertThat(api.delete("/me/sessions/" + there.sessionId()).as(other).send().status())
        .isEqualTo(404);
    assertThat(api.delete("/me/sessions/" + there.sessionId()).as(here).send().status())
        .isEqualTo(204);
    assertThat(api.refresh(there.refreshToken()).status()).isEqualTo(401);
    assertThat(api.delete("/me/sessions/not-one").as(here).send().status()).isEqualTo(404);
  }

  @Test
  void theOldestOfTooManySessionsIsEnded() {
    Session first = api.join("mina");
    for (int i = 0; i < 30; i++) {
      api.clock.pass(Duration.ofSeconds(1));
      api.logIn("mina");
    }

    assertThat(api.refresh(first.refreshToken()).status()).isEqualTo(401);
  }

  @Test
  void aCookieSpeaksForOurOwnPageAlone() {
    Answer signedUp =
        api.post("/accounts")
            .body(
                Map.of(
                    "email", "mina@example.com", "password", AuthApi.PASSWORD, "nickname", "mina"))
            .send();
    String cookie = signedUp.cookie().replaceFirst(";.*", "");
    assertThat(signedUp.body().has("refreshToken")).isFalse();

    for (String foreign :
        List.of(
            "https://evil.example",
            "http://" + AuthApi.HOST,
            "https://" + AuthApi.HOST + ".evil.example",
            "null")) {
      assertThat(api.post("/sessions/refresh").cookie(cookie).origin(foreign).send().status())
          .as(foreign)
          .isEqualTo(403);
      assertThat(api.delete("/sessions/current").cookie(cookie).origin(foreign).send().status())
          .as(foreign)
          .isEqualTo(403);
    }
    assertThat(api.post("/sessions/refresh").cookie(cookie).send().status()).isEqualTo(403);

    Answer own = api.post("/sessions/refresh").cookie(cookie).origin(AuthApi.OWN_ORIGIN).send();
    assertThat(own.status()).isEqualTo(200);
    assertThat(own.body().has("refreshToken")).isFalse();
    assertThat(own.cookie()).startsWith("__Secure-two-refresh=").isNotEqualTo(signedUp.cookie());
  }

  @Test
  void aForeignPageCannotLogAnybodyIn() {
    api.join("mina");

    assertThat(api.logIn("mina", AuthApi.PASSWORD).origin("https://evil.example").send().status())
        .isEqualTo(403);
  }

  @Test
  void whatIsNoTokenIsRefused() {
    assertThat(api.refresh("x").code()).isEqualTo("SESSION_ENDED");
    assertThat(api.refresh("A".repeat(43)).code()).isEqualTo("SESSION_ENDED");
    assertThat(api.refresh("' or true --").code()).isEqualTo("SESSION_ENDED");
    assertThat(api.post("/sessions/refresh").origin(AuthApi.OWN_ORIGIN).send().code())
        .isEqualTo("SESSION_ENDED");
  }

  private static List<String> kinds(Session session) {
    List<String> kinds = new ArrayList<>();
    api.get("/me/security-events")
        .as(session)
        .send()
        .body()
        .path("events")
        .forEach(event -> kinds.add(event.path("kind").asText()));
    return kinds;
  }
}
