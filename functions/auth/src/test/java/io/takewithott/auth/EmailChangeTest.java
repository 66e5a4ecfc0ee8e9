package io.takewithott.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.takewithott.auth.AuthApi.Answer;
import io.takewithott.auth.AuthApi.Session;
import io.takewithott.cloud.ses.SesError;
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

/** Another address for an account, from asking to the last link, over the handlers. */
class EmailChangeTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.withSchema();
  @RegisterExtension static final TestEndpoints ENDPOINTS = TestEndpoints.start();

  private static final String NEW = "new@example.com";

  private static AuthApi api;

  record Text(String text) {}

  @BeforeAll
  static void start() {
    api = new AuthApi(DATABASE, ENDPOINTS);
  }

  @BeforeEach
  void setTheScene() {
    DATABASE.run("delete from users; delete from rate_limits");
  }

  @Test
  void theAddressChangesWhenTheLinkToTheNewOneIsOpenedAndNotBefore() {
    Session mina = member("mina");

    assertThat(ask(mina, "New@Example.com").status()).isEqualTo(202);
    api.sendMails();
    assertThat(address(mina)).isEqualTo("mina@example.com");
    assertThat(complete(api.linkTo("New@Example.com")).status()).isEqualTo(204);

    assertThat(address(mina)).isEqualTo("New@Example.com");
    assertThat(api.get("/me").as(mina).send().body().path("emailVerified").asBoolean()).isTrue();
    assertThat(api.logIn("mina", AuthApi.PASSWORD).send().status()).isEqualTo(401);
    assertThat(api.logIn("new", AuthApi.PASSWORD).send().status()).isEqualTo(200);
    assertThat(kinds(mina)).startsWith("LOGGED_IN", "EMAIL_CHANGED", "EMAIL_CHANGE_ASKED");
  }

  @Test
  void theLogInThatAskedGoesOnAndTheOthersEnd() {
    Session here = member("mina");
    Session there = api.logIn("mina");

    complete(asked(here, NEW));

    assertThat(api.get("/me").as(here).send().status()).isEqualTo(200);
    assertThat(api.refresh(here.refreshToken()).status()).isEqualTo(200);
    assertThat(api.get("/me").as(there).send().status()).isEqualTo(401);
    assertThat(api.refresh(there.refreshToken()).status()).isEqualTo(401);
  }

  @Test
  void whoReadsTheOldAddressStopsItAndLogsEverybodyOut() {
    Session mina = member("mina");
    String link = asked(mina, NEW);
    String stop = api.linkIn("mina");

    assertThat(stop(stop).status()).isEqualTo(204);

    assertThat(complete(link).code()).isEqualTo("LINK_SPENT");
    assertThat(stop(stop).code()).isEqualTo("LINK_SPENT");
    assertThat(api.get("/me").as(mina).send().status()).isEqualTo(401);
    Session again = api.logIn("mina");
    assertThat(address(again)).isEqualTo("mina@example.com");
    assertThat(kinds(again)).startsWith("LOGGED_IN", "EMAIL_CHANGE_STOPPED", "EMAIL_CHANGE_ASKED");
  }

  @Test
  void oneStopStopsWhateverElseWasAskedFor() {
    Session mina = member("mina");
    asked(mina, "first@example.com");
    String stopTheFirst = api.linkIn("mina");
    String second = asked(mina, NEW);

    assertThat(stop(stopTheFirst).status()).isEqualTo(204);
    assertThat(complete(second).code()).isEqualTo("LINK_SPENT");
  }

  @Test
  void nothingIsStoppedOnceItIsDone() {
    Session mina = member("mina");
    String link = asked(mina, NEW);
    String stop = api.linkIn("mina");
    complete(link);

    assertThat(stop(stop).code()).isEqualTo("LINK_SPENT");
    assertThat(address(mina)).isEqualTo(NEW);
    assertThat(api.refresh(mina.refreshToken()).status()).isEqualTo(200);
  }

  @Test
  void aLinkWorksOnceAndForADay() {
    Session mina = member("mina");
    String link = asked(mina, NEW);
    assertThat(complete(link).status()).isEqualTo(204);
    assertThat(complete(link).code()).isEqualTo("LINK_SPENT");

    String late = asked(mina, "later@example.com");
    api.clock.pass(Duration.ofDays(1));
    assertThat(complete(late).code()).isEqualTo("LINK_SPENT");
  }

  @Test
  void ofTwoChangesTheNewestCounts() {
    Session mina = member("mina");
    String first = asked(mina, "first@example.com");
    String second = asked(mina, NEW);

    assertThat(complete(first).code()).isEqualTo("LINK_SPENT");
    assertThat(complete(second).status()).isEqualTo(204);
    assertThat(address(mina)).isEqualTo(NEW);
  }

  @Test
  void ofTwoChangesThatAreAskedForAtOnceOneCounts() throws Exception {
    Session mina = member("mina");

    assertThat(atOnce(() -> ask(mina, "one@example.com"), () -> ask(mina, "two@example.com")))
        .containsExactly(202, 202);
    api.sendMails();
    List<Integer> statuses =
        List.of(
            complete(api.linkTo("one@example.com")).status(),
            complete(api.linkTo("two@example.com")).status());

    assertThat(statuses).containsExactlyInAnyOrder(204, 409);
    assertThat(address(mina))
        .isEqualTo(statuses.get(0) == 204 ? "one@example.com" : "two@example.com");
  }

  @Test
  void linksAreForOnePurpose() {
    Session mina = member("mina");
    String link = asked(mina, NEW);
    String stop = api.linkIn("mina");

    assertThat(complete(stop).code()).isEqualTo("LINK_SPENT");
    assertThat(stop(link).code()).isEqualTo("LINK_SPENT");
    assertThat(complete("made up").code()).isEqualTo("LINK_SPENT");
    assertThat(api.post("/email-verifications").body(Map.of("token", link)).send().code())
        .isEqualTo("LINK_SPENT");
    assertThat(complete(link).status()).isEqualTo(204);
  }

  @Test
  void onlyTheOwnerAsks() {
    Session mina = member("mina");
    Map<String, String> wrong = Map.of("email", NEW, "password", "wrong");

    assertThat(api.post("/me/email").as(mina).body(wrong).send().code())
        .isEqualTo("WRONG_CREDENTIALS");
    assertThat(api.post("/me/email").as(mina).body(Map.of("email", NEW)).send().code())
        .isEqualTo("WRONG_CREDENTIALS");
    assertThat(api.post("/me/email").body(wrong).send().status()).isEqualTo(401);
    assertThat(api.sendMails().sent()).isZero();
  }

  @Test
  void whoHasNoPasswordAsksSoonAfterLoggingIn() {
    Session mina = member("mina");
    DATABASE.run("update users set password_hash = null, email = null, email_key = null");
    api.clock.pass(Duration.ofMinutes(10));
    mina = AuthApi.session(api.refresh(mina.refreshToken()));
    Map<String, String> wanted = Map.of("email", NEW);
    assertThat(api.post("/me/email").as(mina).body(wanted).send().code()).isEqualTo("LOG_IN_AGAIN");

    DATABASE.run("update sessions set opened_at = last_seen_at");
    assertThat(api.post("/me/email").as(mina).body(wanted).send().status()).isEqualTo(202);
    // There is no old address to be told.
    assertThat(api.sendMails().sent()).isEqualTo(1);
    assertThat(complete(api.linkTo(NEW)).status()).isEqualTo(204);
    assertThat(address(mina)).isEqualTo(NEW);
  }

  @Test
  void anAddressIsOneAndNotTheOwn() {
    Session mina = member("mina");

    assertThat(ask(mina, "no address").code()).isEqualTo("INVALID_VALUE");
    Answer own = ask(mina, "MINA@example.com");
    assertThat(own.code()).isEqualTo("INVALID_VALUE");
    assertThat(own.body().path("error").path("message").asText())
        .isEqualTo("This is the account's address already");
    assertThat(api.sendMails().sent()).isZero();
  }

  @Test
  void onlyTheMailToItTellsThatTheNewAddressHasAnAccount() {
    Session mina = member("mina");
    member("jun");
    int before = DATABASE.calls();
    Answer free = ask(mina, NEW);
    int callsForFree = DATABASE.calls() - before;
    Answer taken = ask(mina, "Jun@example.com");

    assertThat(taken.status()).isEqualTo(free.status());
    assertThat(taken.body()).isEqualTo(free.body());
    assertThat(DATABASE.calls() - before - callsForFree).isEqualTo(callsForFree);
    assertThat(api.sendMails().sent()).isEqualTo(4);
    assertThat(ENDPOINTS.mailbox().newest("jun@example.com").orElseThrow().text())
        .contains("이 주소에는 이미 계정이 있어")
        .contains("https://takewithott.example/#/enter\n")
        .doesNotContain("mina");
    assertThat(address(api.logIn("jun"))).isEqualTo("jun@example.com");
  }

  @Test
  void anAddressThatIsTakenInTheMeantimeIsNotTakenAway() {
    Session mina = member("mina");
    String link = asked(mina, NEW);
    api.join("new");

    Answer answer = complete(link);

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.code()).isEqualTo("EMAIL_TAKEN");
    assertThat(address(mina)).isEqualTo("mina@example.com");
    assertThat(api.logIn("new", AuthApi.PASSWORD).send().status()).isEqualTo(200);
  }

  @Test
  void ofTwoMembersWhoWantOneAddressOneGetsIt() throws Exception {
    Session mina = member("mina");
    Session jun = member("jun");
    String minas = asked(mina, NEW);
    String juns = asked(jun, NEW);

    List<Integer> statuses = atOnce(() -> complete(minas), () -> complete(juns));

    assertThat(statuses).containsExactlyInAnyOrder(204, 409);
    assertThat(List.of(address(mina), address(jun))).containsOnlyOnce(NEW);
  }

  @Test
  void aLinkThatIsOpenedManyTimesAtOnceWorksOnce() throws Exception {
    Session mina = member("mina");
    String link = asked(mina, NEW);
    Callable<Answer> open = () -> complete(link);

    assertThat(atOnce(open, open, open, open, open, open))
        .containsExactlyInAnyOrder(204, 409, 409, 409, 409, 409);
    assertThat(kinds(mina)).containsOnlyOnce("EMAIL_CHANGED");
  }

  @Test
  void ofConfirmingAndStoppingAtOnceOneHappens() throws Exception {
    for (int i = 0; i < 5; i++) {
      String name = "member" + i;
      String wanted = "wanted" + i;
      String link = asked(member(name), wanted + "@example.com");
      String stop = api.linkIn(name);

      List<Integer> statuses = atOnce(() -> complete(link), () -> stop(stop));

      assertThat(statuses).containsExactlyInAnyOrder(204, 409);
      String owner = statuses.get(0) == 204 ? wanted : name;
      assertThat(api.logIn(owner, AuthApi.PASSWORD).send().status()).isEqualTo(200);
    }
  }

  @Test
  void aNewPasswordOvertakesWhatWaits() {
    Session mina = member("mina");
    String link = asked(mina, NEW);
    api.put("/me/password")
        .as(mina)
        .body(Map.of("current", AuthApi.PASSWORD, "password", AuthApi.PASSWORD + "!"))
        .send();
    assertThat(complete(link).code()).isEqualTo("LINK_SPENT");

    Session jun = member("jun");
    String juns = asked(jun, "other@example.com");
    api.post("/password-resets").body(Map.of("email", "jun@example.com")).send();
    api.sendMails();
    api.post("/password-resets/complete")
        .body(Map.of("token", api.linkIn("jun"), "password", AuthApi.PASSWORD))
        .send();
    assertThat(complete(juns).code()).isEqualTo("LINK_SPENT");
    assertThat(address(api.logIn("jun"))).isEqualTo("jun@example.com");
  }

  @Test
  void linksToTheOldAddressOpenNothingAfterwards() {
    Session mina = member("mina");
    api.post("/password-resets").body(Map.of("email", "mina@example.com")).send();
    api.sendMails();
    String reset = api.linkIn("mina");
    complete(asked(mina, NEW));

    assertThat(
            api.post("/password-resets/complete")
                .body(Map.of("token", reset, "password", AuthApi.PASSWORD))
                .send()
                .code())
        .isEqualTo("LINK_SPENT");
  }

  /** Whoever took the account over would otherwise only have to be faster than the mail. */
  @Test
  void theOldAddressIsToldEvenIfThatMailIsLate() {
    Session mina = member("mina");
    ask(mina, NEW);
    ENDPOINTS.mailbox().failNext(SesError.INTERNAL_FAILURE);
    assertThatThrownBy(api::sendMails).isInstanceOf(IllegalStateException.class);
    complete(api.linkTo(NEW));
    assertThat(address(mina)).isEqualTo(NEW);

    api.clock.pass(Duration.ofMinutes(1));
    assertThat(api.sendMails().sent()).isEqualTo(1);
    assertThat(ENDPOINTS.mailbox().newest("mina@example.com").orElseThrow().subject())
        .isEqualTo("[Take With OTT] 이메일 주소를 바꾸려는 요청이 있었습니다");
  }

  @Test
  void aLinkThatIsNoLongerWantedIsNotSent() {
    Session mina = member("mina");
    ask(mina, NEW);
    api.put("/me/password")
        .as(mina)
        .body(Map.of("current", AuthApi.PASSWORD, "password", AuthApi.PASSWORD + "!"))
        .send();

    assertThat(api.sendMails().givenUp()).isEqualTo(1);
    assertThat(ENDPOINTS.mailbox().newest("mina@example.com").orElseThrow().subject())
        .isEqualTo("[Take With OTT] 비밀번호가 바뀌었습니다");
  }

  @Test
  void askingIsLimitedByAccountAndByAddress() {
    Session mina = member("mina");
    for (int i = 0; i < 3; i++) {
      assertThat(ask(mina, "wanted" + i + "@example.com").status()).isEqualTo(202);
    }
    assertThat(ask(mina, NEW).code()).isEqualTo("TOO_MANY_REQUESTS");

    for (int i = 0; i < 3; i++) {
      assertThat(ask(member("member" + i), "victim@example.com").status()).isEqualTo(202);
    }
    Session jun = member("jun");
    assertThat(ask(jun, "Victim@example.com").code()).isEqualTo("TOO_MANY_REQUESTS");
    assertThat(ask(jun, NEW).status()).isEqualTo(202);
  }

  @Test
  void guessingLinksIsLimited() {
    String guess = "A".repeat(43);
    List<Integer> statuses = new ArrayList<>();
    for (int i = 0; i < 32; i++) {
      statuses.add((i % 2 == 0 ? complete(guess) : stop(guess)).status());
    }
    assertThat(statuses).contains(409).endsWith(429);
  }

  @Test
  void theDatabaseKnowsNoLinkAndTheExportTellsOfTheChange() {
    Session mina = member("mina");
    String link = asked(mina, NEW);

    assertThat(
            DATABASE
                .database()
                .readOne(
                    Sql.of("select string_agg(t::text, ' ') as text from single_use_tokens t"),
                    Text.class)
                .orElseThrow()
                .text())
        .doesNotContain(link);
    assertThat(
            api.get("/me/export")
                .as(mina)
                .send()
                .body()
                .path("emailChanges")
                .path(0)
                .path("email")
                .asText())
        .isEqualTo(NEW);
  }

  /** A member whose first mail is out of the way. */
  private static Session member(String name) {
    Session session = api.join(name);
    api.sendMails();
    return session;
  }

  private static Answer ask(Session session, String email) {
    return api.post("/me/email")
        .as(session)
        .body(Map.of("email", email, "password", AuthApi.PASSWORD))
        .send();
  }

  /** The link that is sent to the new address. */
  private static String asked(Session session, String email) {
    assertThat(ask(session, email).status()).isEqualTo(202);
    api.sendMails();
    return api.linkTo(email);
  }

  private static Answer complete(String link) {
    return api.post("/email-changes/complete").body(Map.of("token", link)).send();
  }

  private static Answer stop(String link) {
    return api.post("/email-changes/stop").body(Map.of("token", link)).send();
  }

  private static String address(Session session) {
    return api.get("/me").as(session).send().body().path("email").asText();
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

  /** The statuses, in the order of the calls. */
  @SafeVarargs
  private static List<Integer> atOnce(Callable<Answer>... calls) throws Exception {
    ExecutorService callers = Executors.newFixedThreadPool(calls.length);
    try {
      List<Integer> statuses = new ArrayList<>();
      for (Future<Answer> answer : callers.invokeAll(List.of(calls))) {
        statuses.add(answer.get().status());
      }
      return statuses;
    } finally {
      callers.shutdownNow();
    }
  }
}
