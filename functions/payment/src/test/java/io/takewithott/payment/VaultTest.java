package io.takewithott.payment;

import static io.takewithott.payment.PaymentWorld.HOST;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import io.takewithott.payment.PaymentWorld.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;

/** Who is shown the log-in of a shared account, and where it can be found: nowhere. */
class VaultTest {
  @RegisterExtension static final PaymentWorld WORLD = new PaymentWorld();

  private static final String SECRET = "Zq7-correct-horse";
  private static final String ACCOUNT = "shared-account@tving.example";
  private static final int OUTSIDER = 5;

  private long party;

  @BeforeEach
  void aPartyWithOneMember() {
    WORLD.reset();
    party = WORLD.party(4);
    WORLD.join(party, 2);
  }

  @Test
  void thePaidUpMemberAndTheHostAreShownItAndNobodyElse() {
    assertThat(reveal(2).brief()).isEqualTo("409 CONFLICT");
    assertThat(save(2, SECRET).brief()).isEqualTo("403 FORBIDDEN");
    assertThat(save(OUTSIDER, SECRET).brief()).isEqualTo("404 NOT_FOUND");
    assertThat(save(HOST, SECRET).body().path("version").asInt()).isEqualTo(1);

    assertThat(reveal(2).body().path("password").asText()).isEqualTo(SECRET);
    assertThat(reveal(2).body().path("account").asText()).isEqualTo(ACCOUNT);
    assertThat(reveal(HOST).body().path("password").asText()).isEqualTo(SECRET);
    assertThat(reveal(OUTSIDER).brief()).isEqualTo("404 NOT_FOUND");
    assertThat(WORLD.call("POST", at("/vault/reveal"), 0).send().status()).isEqualTo(401);
  }

  @Test
  void aLogInThatHasEndedIsShownNothing() {
    save(HOST, SECRET);
    WORLD.database.run(
        "update sessions set ended_at = now(), end_reason = 'REVOKED' where user_id = 2");

    assertThat(reveal(2).brief()).isEqualTo("401 UNAUTHENTICATED");
    assertThat(WORLD.call("GET", "/me/payments", 2).send().brief())
        .isEqualTo("401 UNAUTHENTICATED");
    assertThat(WORLD.call("POST", "/me/billing-key", 2).send().brief())
        .isEqualTo("401 UNAUTHENTICATED");
    WORLD.database.run("update users set role = 'user' where user_id = 8");
    assertThat(WORLD.call("GET", "/admin/refunds", 8).admin().send().brief())
        .isEqualTo("403 FORBIDDEN");
  }

  @Test
  void theRoomHearsThatThePasswordChangedAndTheHostThatItIsTo() {
    save(HOST, SECRET);
    save(HOST, SECRET + "2");
    WORLD.call("POST", at("/leave"), 2).body("{\"when\":\"now\"}").send();

    assertThat(WORLD.texts("select kind || ' ' || user_id from room_messages order by seq"))
        .containsExactly("joined 2", "paid 2", "password_changed 1", "left 2");
    assertThat(WORLD.texts("select kind from notifications where user_id = 1"))
        .contains("password_to_change");
  }

  @Test
  void everyLookIsNotedAndSeenByAll() {
    save(HOST, SECRET);
    reveal(2);
    save(HOST, SECRET + "2");
    reveal(HOST);

    for (long who : new long[] {HOST, 2}) {
      Answer log = WORLD.call("GET", at("/vault/reveals"), who).send();
      assertThat(log.body().path("reveals").findValuesAsText("nickname"))
          .containsExactly("member 1", "member 2");
      assertThat(log.body().path("reveals").findValuesAsText("version")).containsExactly("2", "1");
    }
    assertThat(WORLD.call("GET", at("/vault/reveals"), OUTSIDER).send().status()).isEqualTo(404);
    assertThat(refusal("update vault_reveals set user_id = 3")).contains("log_append_only");
    assertThat(refusal("delete from vault_reveals")).contains("log_append_only");
  }

  @Test
  void itIsShutWithoutAPaidMonthUnderAClaimAndAfterTheEnd() {
    save(HOST, SECRET);
    WORLD.pass(Duration.ofDays(30));
    assertThat(locked(2)).isEqualTo("UNPAID");
    WORLD.card(2);
    WORLD.bill();
    assertThat(reveal(2).status()).isEqualTo(200);

    WORLD
        .call("POST", at("/claims"), 2)
        .body("{\"kind\":\"ACCESS_LOST\",\"evidence\":\"비밀번호가 달라요\"}")
        .send();
    assertThat(locked(2)).isEqualTo("CLAIM");
    String claim = WORLD.texts("select claim_id::text as text from party_claims").get(0);
    WORLD.call("POST", "/claims/" + claim + "/withdrawal", 2).send();
    assertThat(reveal(2).status()).isEqualTo(200);

    WORLD.call("POST", at("/leave"), 2).body("{\"when\":\"now\"}").send();
    assertThat(reveal(2).brief()).isEqualTo("404 NOT_FOUND");
  }

  @Test
  void nobodyIsShownItBeforeTheirFirstDay() {
    WORLD.database.run("update cycles set starts_on = '2026-11-23'");
    save(HOST, SECRET);

    assertThat(locked(2)).isEqualTo("UNPAID");
  }

  @Test
  void thePasswordIsToBeChangedWhenSomebodyLeaves() {
    save(HOST, SECRET);
    WORLD.join(party, 3);
    WORLD.call("POST", at("/leave"), 2).body("{\"when\":\"now\"}").send();

    assertThat(status(3).body().path("stale").asBoolean()).isTrue();
    assertThat(status(3).body().path("changeBy").asText()).isEqualTo("2026-11-23");
    assertThat(
            WORLD.call("GET", "/me/parties", HOST).send().body().at("/parties/0/changePasswordBy"))
        .hasToString("\"2026-11-23\"");
    assertThat(reveal(3).body().path("stale").asBoolean()).isTrue();
    assertThat(save(HOST, SECRET).brief()).isEqualTo("422 INVALID_VALUE");

    assertThat(save(HOST, SECRET + "2").body().path("stale").asBoolean()).isFalse();
    assertThat(reveal(3).body().path("password").asText()).isEqualTo(SECRET + "2");
    assertThat(WORLD.texts("select count(*)::text as text from vaults")).containsExactly("1");
  }

  @Test
  void aClosedPartyAndANewHostHaveAnEmptyVault() {
    save(HOST, SECRET);
    WORLD.call("DELETE", "/parties/" + party, HOST).send();

    assertThat(WORLD.texts("select coalesce(sealed, 'erased') as text from vaults"))
        .containsExactly("erased");
    assertThat(reveal(HOST).body().at("/error/details/locked").asText()).isEqualTo("CLOSED");

    long other = WORLD.party(4);
    WORLD.call("PUT", "/parties/" + other + "/vault", HOST).body(logIn(SECRET)).send();
    WORLD.database.run("update parties set host_id = 3 where party_id = " + other);
    assertThat(
            WORLD.texts(
                "select coalesce(sealed, 'erased') as text from vaults where party_id = " + other))
        .containsExactly("erased");
  }

  @Test
  void itIsShownTenTimesADayAlsoToWhoAsksAtOnce() throws Exception {
    save(HOST, SECRET);
    List<Answer> answers = AtOnce.of(14, i -> reveal(2));

    // Who met another request of their own thrice may have been turned away.
    assertThat(answers.stream().filter(answer -> answer.status() == 200).count())
        .isBetween(1L, 10L);
    for (int i = 0; i < 12; i++) {
      reveal(2);
    }
    assertThat(locked(2)).isEqualTo("LIMIT");
    assertThat(WORLD.texts("select count(*)::text as text from vault_reveals"))
        .containsExactly("10");
    WORLD.pass(Duration.ofDays(1));
    assertThat(reveal(2).status()).isEqualTo(200);
  }

  @Test
  void anInvitationNeedsNoPasswordAndTheRuleSaysSo() {
    long invited =
        WORLD
            .call("POST", "/parties", HOST)
            .key("invited-party")
            .body(
                "{\"service\":\"netflix\",\"plan\":\"premium-extra\",\"title\":\"추가 회원\","
                    + "\"seats\":3,\"relation\":\"strangers\"}")
            .send()
            .body()
            .path("partyId")
            .asLong();

    Answer refused =
        WORLD.call("PUT", "/parties/" + invited + "/vault", HOST).body(logIn(SECRET)).send();

    assertThat(refused.brief()).isEqualTo("422 RULE_FORBIDS");
    assertThat(refused.body().at("/error/details/englishRule").asText())
        .isEqualTo("Premium takes up to two extra members, each for 5,000 won a month.");
    assertThat(refused.message())
        .isEqualTo(
            "넷플릭스 프리미엄 추가 회원 is shared by invitation, and needs no password: 추가 회원은 프리미엄에서 두"
                + " 명까지이며 한 명마다 매월 5,000원입니다.");
  }

  @Test
  void whatWasSealedForOnePartyOpensInNoOther() {
    save(HOST, SECRET);
    long other = WORLD.party(4);
    WORLD.database.run(
        "insert into vaults select " + other + ", version, sealed, saved_by, saved_at from vaults");

    assertThat(WORLD.call("POST", "/parties/" + other + "/vault/reveal", HOST).send().brief())
        .isEqualTo("503 UNAVAILABLE");
  }

  @Test
  void theSecretIsInNoLogInNoTableAndInNoOtherAnswer() {
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    log.start();
    root.addAppender(log);
    List<String> answers = new ArrayList<>();
    try {
      answers.add(save(HOST, SECRET).raw());
      reveal(2);
      answers.add(save(HOST, SECRET + "x".repeat(200)).raw());
      answers.add(broken("{\"account\":\"a\",\"password\":\"" + SECRET + "\",\"note\":1}"));
      answers.add(broken("{\"account\":\"a\",\"password\":\"" + SECRET));
      answers.add(broken("{\"account\":\"a\",\"password\":[\"" + SECRET + "\"]}"));
      WORLD.database.run("update vaults set sealed = sealed || 'AAAA'");
      answers.add(reveal(2).raw());
      for (long who : new long[] {HOST, 2}) {
        answers.add(status(who).raw());
        for (String path : List.of("", "/vault/reveals", "/ledger", "/claims", "/screens")) {
          answers.add(WORLD.call("GET", at(path), who).send().raw());
        }
        answers.add(WORLD.call("GET", "/me/parties", who).send().raw());
      }
      answers.add(WORLD.call("GET", "/parties", 0).send().raw());
    } finally {
      root.detachAppender(log);
    }

    assertThat(answers).noneMatch(VaultTest::tells);
    assertThat(log.list).isNotEmpty();
    assertThat(log.list.stream().map(VaultTest::text)).noneMatch(VaultTest::tells);
    assertThat(WORLD.everything()).hasSizeGreaterThan(10).noneMatch(VaultTest::tells);
  }

  private static boolean tells(String text) {
    return text.contains(SECRET) || text.contains(ACCOUNT);
  }

  private static String text(ILoggingEvent event) {
    String thrown =
        event.getThrowableProxy() == null
            ? ""
            : ThrowableProxyUtil.asString(event.getThrowableProxy());
    return event.getFormattedMessage()
        + event.getKeyValuePairs()
        + event.getMDCPropertyMap()
        + thrown;
  }

  private String broken(String body) {
    Answer answer = WORLD.call("PUT", at("/vault"), HOST).body(body).send();
    assertThat(answer.status()).isEqualTo(400);
    return answer.raw();
  }

  private static String refusal(String statement) {
    try {
      WORLD.database.run(statement);
      return "";
    } catch (IllegalArgumentException refused) {
      return String.valueOf(refused.getMessage());
    }
  }

  private String locked(long who) {
    Answer answer = reveal(who);
    assertThat(answer.status()).isGreaterThanOrEqualTo(400);
    assertThat(status(who).body().path("locked").asText())
        .isEqualTo(answer.body().at("/error/details/locked").asText());
    return status(who).body().path("locked").asText();
  }

  private Answer status(long who) {
    return WORLD.call("GET", at("/vault"), who).send();
  }

  private Answer reveal(long who) {
    return WORLD.call("POST", at("/vault/reveal"), who).send();
  }

  private Answer save(long who, String password) {
    return WORLD.call("PUT", at("/vault"), who).body(logIn(password)).send();
  }

  private static String logIn(String password) {
    return "{\"account\":\"" + ACCOUNT + "\",\"password\":\"" + password + "\"}";
  }

  private String at(String path) {
    return "/parties/" + party + path;
  }
}
