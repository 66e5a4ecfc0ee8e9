package io.takewithott.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.auth.AuthApi.Answer;
import io.takewithott.auth.AuthApi.Session;
import io.takewithott.core.database.Sql;
import io.takewithott.core.ranking.Ranking;
import io.takewithott.testing.TestDatabase;
import io.takewithott.testing.TestEndpoints;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a member does with an e-mail account, from the sign-up to the end, over the handlers. */
class AccountsTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.withSchema();
  @RegisterExtension static final TestEndpoints ENDPOINTS = TestEndpoints.start();

  private static final String OTHER = "another horse battery";

  private static AuthApi api;

  record Count(long n) {}

  record Text(String text) {}

  @BeforeAll
  static void start() {
    api = new AuthApi(DATABASE, ENDPOINTS);
  }

  @BeforeEach
  void setTheScene() {
    DATABASE.run(
        """
        delete from users; delete from rate_limits; delete from titles;
        insert into titles (title_id, title, original_title, source, source_key)
        select n, 'title ' || n, 'title ' || n, 'test', n::text from generate_series(1, 9) n;
        """);
  }

  @Test
  void signingUpTellsWhatIsTaken() {
    api.join("mina");

    assertThat(signUp("mina@example.com", "other").code()).isEqualTo("EMAIL_TAKEN");
    assertThat(signUp("other@example.com", "MINA").code()).isEqualTo("NICKNAME_TAKEN");
    assertThat(count("select count(*) as n from users")).isEqualTo(1);
  }

  @Test
  void aNicknameIsLookedUpAndAnAddressIsNot() {
    api.join("mina");

    assertThat(api.get("/accounts/availability?nickname=Mina").send().body())
        .hasToString("{\"nickname\":\"Mina\",\"available\":false}");
    assertThat(api.get("/accounts/availability?nickname=jun").send().body().path("available"))
        .hasToString("true");
    assertThat(api.get("/accounts/availability?email=mina@example.com").send().status())
        .isEqualTo(422);
  }

  @Test
  void whoAmISaysNothingSecret() {
    Session mina = api.join("mina");

    JsonNode me = api.get("/me").as(mina).send().body();

    assertThat(me)
        .hasToString(
            ("{\"userId\":%d,\"nickname\":\"mina\",\"email\":\"mina@example.com\",\"emailVerified\":false,"
                    + "\"hasPassword\":true,\"language\":\"ko\",\"autoplay\":true,\"admin\":false,"
                    + "\"picks\":0,\"ratings\":0}")
                .formatted(mina.userId()));
  }

  @Test
  void anAddressIsProvenByItsLinkOnce() {
    Session mina = api.join("mina");
    assertThat(api.sendMails().sent()).isEqualTo(1);
    Map<String, String> link = Map.of("token", api.linkIn("mina"));

    assertThat(api.post("/email-verifications").body(link).send().status()).isEqualTo(204);
    assertThat(api.post("/email-verifications").body(link).send().code()).isEqualTo("LINK_SPENT");
    assertThat(api.get("/me").as(mina).send().body().path("emailVerified").asBoolean()).isTrue();
    assertThat(kinds(mina)).startsWith("EMAIL_VERIFIED");
  }

  @Test
  void anotherLinkIsSentOnRequestUntilTheAddressIsProven() {
    Session mina = api.join("mina");
    api.sendMails();

    assertThat(api.post("/me/email-verification").as(mina).send().status()).isEqualTo(204);
    assertThat(api.sendMails().sent()).isEqualTo(1);
    api.post("/email-verifications").body(Map.of("token", api.linkIn("mina"))).send();
    assertThat(api.post("/me/email-verification").as(mina).send().status()).isEqualTo(204);
    assertThat(api.sendMails().sent()).isZero();
  }

  @Test
  void aVerificationLinkIsNoResetLink() {
    api.join("mina");
    api.sendMails();

    assertThat(complete(api.linkIn("mina"), OTHER).code()).isEqualTo("LINK_SPENT");
  }

  @Test
  void aResetLinkWorksOnceAndLogsOutEverywhere() {
    Session before = api.join("mina");
    String link = resetLink("mina");

    assertThat(complete(link, OTHER).status()).isEqualTo(204);

    assertThat(complete(link, "a third horse battery").code()).isEqualTo("LINK_SPENT");
    assertThat(api.logIn("mina", AuthApi.PASSWORD).send().status()).isEqualTo(401);
    assertThat(api.refresh(before.refreshToken()).status()).isEqualTo(401);
    Answer after = api.logIn("mina", OTHER).send();
    assertThat(after.status()).isEqualTo(200);
    assertThat(kinds(AuthApi.session(after))).contains("PASSWORD_RESET", "PASSWORD_RESET_ASKED");
    api.sendMails();
    assertThat(ENDPOINTS.mailbox().newest("mina@example.com").orElseThrow().subject())
        .isEqualTo("[Take With OTT] 비밀번호가 바뀌었습니다");
  }

  @Test
  void ofTwoResetLinksTheSecondIsSpentWithTheFirst() {
    api.join("mina");
    String first = resetLink("mina");
    String second = resetLink("mina");

    assertThat(complete(second, OTHER).status()).isEqualTo(204);
    assertThat(complete(first, "a third horse battery").code()).isEqualTo("LINK_SPENT");
  }

  @Test
  void aResetLinkIsGoodForHalfAnHour() {
    api.join("mina");
    String link = resetLink("mina");
    api.clock.pass(Duration.ofMinutes(30));

    assertThat(complete(link, OTHER).code()).isEqualTo("LINK_SPENT");
  }

  @Test
  void aResetLinkWithABadPasswordStaysGood() {
    api.join("mina");
    String link = resetLink("mina");

    assertThat(complete(link, "short").status()).isEqualTo(422);
    assertThat(complete(link, OTHER).status()).isEqualTo(204);
  }

  @Test
  void askingForALinkTellsNothingAboutTheAccount() {
    api.join("mina");
    int before = DATABASE.calls();
    Answer known = askForReset("mina");
    int callsForKnown = DATABASE.calls() - before;
    Answer unknown = askForReset("nobody");

    assertThat(unknown.status()).isEqualTo(202);
    assertThat(unknown.body()).isEqualTo(known.body());
    assertThat(DATABASE.calls() - before - callsForKnown).isEqualTo(callsForKnown);
  }

  @Test
  void theDatabaseKnowsNoLinkOnlyItsHash() {
    api.join("mina");
    String link = resetLink("mina");

    assertThat(
            text(
                "select string_agg(t::text, ' ') || (select string_agg(m::text, ' ') from mails m) as text"
                    + " from single_use_tokens t"))
        .doesNotContain(link)
        .doesNotContain("mina@example.com/");
  }

  /** An account prepared by somebody else with my address does not keep their way in. */
  @Test
  void whoProvesAnAddressByAResetIsRidOfLogInsThatOthersLinked() {
    Session prepared = api.join("mina");
    DATABASE.run(
        "insert into identities (provider, provider_user_id, user_id) values ('kakao', '1', "
            + prepared.userId()
            + ")");

    complete(resetLink("mina"), OTHER);

    assertThat(count("select count(*) as n from identities")).isZero();
  }

  @Test
  void whoHadProvenTheAddressKeepsTheirOtherLogIns() {
    Session mina = api.join("mina");
    api.sendMails();
    api.post("/email-verifications").body(Map.of("token", api.linkIn("mina"))).send();
    DATABASE.run(
        "insert into identities (provider, provider_user_id, user_id) values ('kakao', '1', "
            + mina.userId()
            + ")");

    complete(resetLink("mina"), OTHER);

    assertThat(count("select count(*) as n from identities")).isEqualTo(1);
  }

  @Test
  void anAddressThatOnlyAProviderToldGetsNoResetLink() {
    DATABASE.run(
        """
        insert into users (email, email_key, nickname) values ('kim@example.com', 'kim@example.com', 'kim');
        """);

    assertThat(askForReset("kim").status()).isEqualTo(202);
    assertThat(count("select count(*) as n from mails")).isZero();
  }

  @Test
  void aPasswordIsChangedByWhoKnowsIt() {
    Session here = api.join("mina");
    Session there = api.logIn("mina");
    String link = resetLink("mina");

    assertThat(change(here, "wrong", OTHER).code()).isEqualTo("WRONG_CREDENTIALS");
    assertThat(change(here, AuthApi.PASSWORD, "short").status()).isEqualTo(422);
    assertThat(change(here, AuthApi.PASSWORD, OTHER).status()).isEqualTo(204);

    assertThat(api.get("/me").as(here).send().status()).isEqualTo(200);
    assertThat(api.refresh(there.refreshToken()).status()).isEqualTo(401);
    assertThat(complete(link, "a third horse battery").code()).isEqualTo("LINK_SPENT");
    assertThat(api.logIn("mina", OTHER).send().status()).isEqualTo(200);
  }

  @Test
  void noPasswordIsChangedWithoutALogIn() {
    api.join("mina");

    Answer answer =
        api.put("/me/password").body(Map.of("current", AuthApi.PASSWORD, "password", OTHER)).send();

    assertThat(answer.status()).isEqualTo(401);
  }

  @Test
  void whoHasNoPasswordChoosesOneSoonAfterLoggingIn() {
    Session mina = api.join("mina");
    DATABASE.run("update users set password_hash = null");
    api.clock.pass(Duration.ofMinutes(10));
    mina = AuthApi.session(api.refresh(mina.refreshToken()));
    assertThat(api.put("/me/password").as(mina).body(Map.of("password", OTHER)).send().code())
        .isEqualTo("LOG_IN_AGAIN");

    DATABASE.run("update sessions set opened_at = last_seen_at");
    assertThat(api.put("/me/password").as(mina).body(Map.of("password", OTHER)).send().status())
        .isEqualTo(204);
    assertThat(api.logIn("mina", OTHER).send().status()).isEqualTo(200);
  }

  @Test
  void anOldHashIsMadeAnewAtLogIn() {
    api.join("mina");
    String old = "$argon2id$v=19$m=8192,t=1,p=1$";
    DATABASE.run(
        "update users set password_hash = '"
            + com.password4j.Password.hash(AuthApi.PASSWORD)
                .addRandomSalt(16)
                .with(
                    com.password4j.Argon2Function.getInstance(
                        8192, 1, 1, 32, com.password4j.types.Argon2.ID))
                .getResult()
            + "'");
    assertThat(text("select password_hash as text from users")).startsWith(old);

    assertThat(api.logIn("mina", AuthApi.PASSWORD).send().status()).isEqualTo(200);

    assertThat(text("select password_hash as text from users"))
        .startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(api.logIn("mina", AuthApi.PASSWORD).send().status()).isEqualTo(200);
  }

  @Test
  void leavingErasesEverythingPersonal() {
    Session mina = api.join("mina");
    haveAHistory(mina);

    assertThat(leave(mina, "wrong", "erase").status()).isEqualTo(401);
    assertThat(leave(mina, AuthApi.PASSWORD, "").status()).isEqualTo(422);
    Answer gone = leave(mina, AuthApi.PASSWORD, "erase");

    assertThat(gone.status()).isEqualTo(204);
    assertThat(gone.cookie()).startsWith("__Secure-two-refresh=; Max-Age=0");
    assertThat(everything()).doesNotContain("mina").doesNotContain("Firefox");
    assertThat(count("select count(*) as n from ratings where half_stars is not null")).isZero();
    assertThat(count("select count(*) as n from ratings")).isEqualTo(2);
    assertThat(ENDPOINTS.objects().get(Ranking.key(mina.userId()))).isEmpty();
    assertThat(api.get("/me").as(mina).send().status()).isEqualTo(401);
    assertThat(api.refresh(mina.refreshToken()).status()).isEqualTo(401);
    assertThat(api.logIn("mina", AuthApi.PASSWORD).send().status()).isEqualTo(401);
    assertThat(api.join("mina").userId()).isNotEqualTo(mina.userId());
  }

  @Test
  void ratingsStayWithoutAName() {
    Session mina = api.join("mina");
    haveAHistory(mina);

    leave(mina, AuthApi.PASSWORD, "keep");

    assertThat(everything()).doesNotContain("mina");
    assertThat(count("select count(*) as n from ratings where half_stars is not null"))
        .isEqualTo(2);
    for (String table : List.of("picks", "dismissed_titles", "watches", "row_opens")) {
      assertThat(count("select count(*) as n from " + table)).as(table).isZero();
    }
  }

  @Test
  void myDataIsAFileWithEverythingAboutMeAndNothingSecret() {
    Session mina = api.join("mina");
    Session jun = api.join("jun");
    haveAHistory(mina);

    Answer answer = api.get("/me/export").as(mina).send();

    assertThat(answer.headers().path("content-disposition").asText())
        .isEqualTo("attachment; filename=\"take-with-ott.json\"");
    JsonNode file = answer.body();
    assertThat(file.path("account").path("email").asText()).isEqualTo("mina@example.com");
    assertThat(file.path("ratings")).hasSize(2);
    assertThat(file.path("ratings").get(0).path("stars").asDouble()).isEqualTo(4.5);
    assertThat(file.path("picks").get(0).path("title").asText()).isEqualTo("title 3");
    assertThat(file.path("watches").get(0).path("title").asText()).isEqualTo("title 1");
    assertThat(file.path("openedRows").get(0).path("subject").asText()).isEqualTo("drama");
    assertThat(file.path("identities").get(0).path("provider").asText()).isEqualTo("naver");
    assertThat(file.path("sessions")).hasSize(1);
    assertThat(file.path("securityEvents")).hasSize(2);
    assertThat(file.toString()).doesNotContain("argon2").doesNotContain("jun@example.com");
    assertThat(api.get("/me/export").as(jun).send().body().path("ratings")).isEmpty();
  }

  @Test
  void whatIWroteIsInMyDataAndWhatOthersWroteIsNot() {
    Session mina = api.join("mina");
    Session jun = api.join("jun");
    haveAHistory(mina);
    DATABASE.run(
        """
        insert into wishes (user_id, title_id) select user_id, 2 from users;
        insert into reactions (user_id, title_id, liked) select user_id, 2, true from users;
        insert into reviews (review_id, user_id, title_id, headline, body, created_at)
        select 10 + user_id, user_id, 2, 'headline', 'review of ' || user_id, now() from users;
        insert into review_comments (subject_id, user_id, body, written_at)
        select 10 + %1$d, user_id, 'comment of ' || user_id, now() from users;
        insert into posts (post_id, user_id, headline, body, created_at)
        select 10 + user_id, user_id, 'headline', 'post of ' || user_id, now() from users;
        insert into parties (party_id, host_id, service, plan, title, relation, seats, price, fee, starts_on, state, idempotency_key, created_at)
        values (10, %2$d, 'tving', 'premium', 'x', 'strangers', 4, 17000, 990, '2026-11-21', 'open', 'k', now());
        insert into room_messages (party_id, seq, user_id, kind, body, client_id, made_at)
        select 10, 100 + user_id, user_id, 'text', 'message of ' || user_id, 'm', now() from users;
        """
            .formatted(mina.userId(), jun.userId()));

    JsonNode file = api.get("/me/export").as(mina).send().body();
    JsonNode other = api.get("/me/export").as(jun).send().body();
    DATABASE.run("delete from room_messages; delete from rooms; delete from parties");

    for (String list : List.of("wishes", "reactions", "reviews", "comments", "posts", "messages")) {
      assertThat(file.path(list)).as(list).hasSize(1);
    }
    assertThat(file.at("/reviews/0/text").asText()).isEqualTo("review of " + mina.userId());
    assertThat(file.at("/messages/0/text").asText()).isEqualTo("message of " + mina.userId());
    assertThat(file.path("hostedParties")).isEmpty();
    assertThat(file.toString()).doesNotContain("of " + jun.userId());
    assertThat(other.path("hostedParties")).hasSize(1);
  }

  @Test
  void aLongHistoryIsExportedInPages() {
    Session mina = api.join("mina");
    DATABASE.run(
        """
        insert into titles (title_id, title, original_title, source, source_key)
        select n, 'title ' || n, 'title ' || n, 'test', n::text from generate_series(10, 12000) n;
        insert into ratings (user_id, title_id, half_stars) select %d, title_id, 7 from titles;
        """
            .formatted(mina.userId()));
    int before = DATABASE.calls();

    JsonNode file = api.get("/me/export").as(mina).send().body();

    assertThat(file.path("ratings")).hasSize(12000);
    assertThat(file.path("cutShort").asBoolean()).isFalse();
    assertThat(DATABASE.calls() - before).isLessThanOrEqualTo(7);
  }

  @Test
  void anAdministratorSeesWhatAMemberDoesNot() {
    Session mina = api.join("mina");
    Session jun = api.join("jun");
    String path = "/admin/users/" + jun.userId() + "/security-events";
    assertThat(api.get(path).as(mina).send().code()).isEqualTo("FORBIDDEN");

    DATABASE.run("update users set role = 'admin' where user_id = " + mina.userId());
    assertThat(api.get(path).as(mina).send().code()).isEqualTo("FORBIDDEN");
    Session admin = AuthApi.session(api.refresh(mina.refreshToken()));

    assertThat(api.get(path).as(admin).send().body().path("events")).hasSize(2);
    assertThat(give(admin, jun.userId(), "admin").status()).isEqualTo(204);
    assertThat(api.refresh(jun.refreshToken()).status()).isEqualTo(401);
    assertThat(give(admin, admin.userId(), "user").status()).isEqualTo(409);
    assertThat(give(admin, 99, "admin").status()).isEqualTo(404);
    assertThat(give(admin, jun.userId(), "root").status()).isEqualTo(422);
    DATABASE.run("update users set role = 'user' where user_id = " + mina.userId());
    assertThat(api.get(path).as(admin).send().status()).isEqualTo(401);
  }

  @Test
  void eventsComeAPageAtATime() {
    Session mina = api.join("mina");
    DATABASE.run(
        """
        insert into security_events (user_id, kind, occurred_at, device, address)
        select %d, 'LOG_IN_FAILED', now(), 'x', 'y' from generate_series(1, 60)
        """
            .formatted(mina.userId()));

    JsonNode first = api.get("/me/security-events").as(mina).send().body();
    JsonNode second =
        api.get("/me/security-events?before=" + first.path("next").asLong()).as(mina).send().body();

    assertThat(first.path("events")).hasSize(50);
    assertThat(second.path("events")).hasSize(12);
    assertThat(second.has("next")).isFalse();
    assertThat(api.get("/me/security-events?before=x").as(mina).send().status()).isEqualTo(422);
  }

  private static void haveAHistory(Session member) {
    DATABASE.run(
        """
        insert into ratings (user_id, title_id, half_stars) values (%1$d, 1, 9), (%1$d, 2, 3);
        insert into picks (user_id, title_id, position) values (%1$d, 3, 1);
        insert into dismissed_titles (user_id, title_id) values (%1$d, 4);
        insert into watches (user_id, title_id) values (%1$d, 1);
        insert into row_opens values (%1$d, 'GENRE', 'drama', 1, now());
        insert into identities (provider, provider_user_id, user_id, email)
        values ('naver', 'n-1', %1$d, 'mina@naver.example');
        insert into email_changes (user_id, session_id, former_email, email, email_key, asked_at)
        values (%1$d, gen_random_uuid(), 'mina@example.com', 'mina@new.example', 'mina@new.example', now());
        """
            .formatted(member.userId()));
    ENDPOINTS
        .objects()
        .put(
            Ranking.key(member.userId()), "ranking".getBytes(StandardCharsets.UTF_8), "text/plain");
  }

  /** Every row of every table of accounts, as text. */
  private static String everything() {
    StringBuilder all = new StringBuilder();
    for (String table :
        List.of(
            "users",
            "sessions",
            "identities",
            "single_use_tokens",
            "email_changes",
            "mails",
            "security_events",
            "rate_limits")) {
      all.append(
          text("select coalesce(string_agg(t::text, ' '), '') as text from " + table + " t"));
    }
    return all.toString();
  }

  private static Answer signUp(String email, String nickname) {
    return api.post("/accounts")
        .body(Map.of("email", email, "password", AuthApi.PASSWORD, "nickname", nickname))
        .send();
  }

  private static Answer askForReset(String name) {
    return api.post("/password-resets").body(Map.of("email", name + "@example.com")).send();
  }

  private static String resetLink(String name) {
    assertThat(askForReset(name).status()).isEqualTo(202);
    api.sendMails();
    return api.linkIn(name);
  }

  private static Answer complete(String link, String password) {
    return api.post("/password-resets/complete")
        .body(Map.of("token", link, "password", password))
        .send();
  }

  private static Answer change(Session session, String current, String password) {
    return api.put("/me/password")
        .as(session)
        .body(Map.of("current", current, "password", password))
        .send();
  }

  private static Answer leave(Session session, String password, String ratings) {
    Map<String, String> body = new HashMap<>(Map.of("password", password, "ratings", ratings));
    return api.delete("/me").as(session).body(body).send();
  }

  private static Answer give(Session admin, long userId, String role) {
    return api.put("/admin/users/" + userId + "/role").as(admin).body(Map.of("role", role)).send();
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

  private static long count(String sql) {
    return DATABASE.database().readOne(Sql.of(sql), Count.class).orElseThrow().n();
  }

  private static String text(String sql) {
    return DATABASE.database().readOne(Sql.of(sql), Text.class).orElseThrow().text();
  }
}
