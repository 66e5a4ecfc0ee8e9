package io.takewithott.auth;

import static io.takewithott.testing.Invocations.context;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.takewithott.auth.mail.MailRun.MailReport;
import io.takewithott.cloud.ses.ReceivedMail;
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

/** Mails from the request to the mailbox, and the nightly sweep. */
class MailTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.withSchema();
  @RegisterExtension static final TestEndpoints ENDPOINTS = TestEndpoints.start();

  private static AuthApi api;

  record Count(long n) {}

  @BeforeAll
  static void start() {
    api = new AuthApi(DATABASE, ENDPOINTS);
  }

  @BeforeEach
  void forgetEverybody() {
    DATABASE.run("delete from users; delete from rate_limits");
  }

  @Test
  void aMailHoldsItsLinkAndNothingThatAUserChose() {
    api.join("mina");
    api.sendMails();

    ReceivedMail mail = ENDPOINTS.mailbox().newest("mina@example.com").orElseThrow();
    assertThat(mail.from()).isEqualTo("no-reply@takewithott.example");
    assertThat(mail.subject()).isEqualTo("[Take With OTT] 이메일 주소를 확인해 주세요");
    assertThat(mail.text())
        .containsPattern("\nhttps://takewithott\\.example/#/verify/[A-Za-z0-9_-]{43}\n")
        .doesNotContain("mina");
    assertThat(mail.html()).doesNotContain("mina");
  }

  @Test
  void aMailSpeaksTheUsersLanguage() {
    api.post("/accounts")
        .body(
            Map.of(
                "email", "ann@example.com",
                "password", AuthApi.PASSWORD,
                "nickname", "ann",
                "language", "en"))
        .send();
    api.sendMails();

    assertThat(ENDPOINTS.mailbox().newest("ann@example.com").orElseThrow().subject())
        .isEqualTo("[Take With OTT] Please confirm your e-mail address");
  }

  @Test
  void everyRequestThatMaySendAMailNudgesWhetherItDoesOrNot() {
    int before = ENDPOINTS.mailNudges();
    api.post("/password-resets").body(Map.of("email", "nobody@example.com")).send();

    assertThat(ENDPOINTS.mailNudges() - before).isEqualTo(1);
  }

  @Test
  void aMailIsSentOnce() {
    api.join("mina");

    assertThat(api.sendMails()).isEqualTo(new MailReport(1, 0, 0));
    assertThat(api.sendMails()).isEqualTo(new MailReport(0, 0, 0));
  }

  @Test
  void ofSeveralSendersOneSendsEachMail() throws Exception {
    for (int i = 0; i < 12; i++) {
      api.join("user" + i);
    }
    ExecutorService senders = Executors.newFixedThreadPool(3);
    try {
      List<Callable<MailReport>> runs = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        runs.add(api::sendMails);
      }
      int sent = 0;
      for (Future<MailReport> report : senders.invokeAll(runs)) {
        sent += report.get().sent();
      }
      assertThat(sent).isEqualTo(12);
    } finally {
      senders.shutdownNow();
    }
  }

  @Test
  void aMailThatCouldNotBeHandedOverIsTriedAgain() {
    api.join("mina");
    ENDPOINTS.mailbox().failNext(SesError.INTERNAL_FAILURE);
    assertThatThrownBy(() -> api.sendMails()).hasMessage("1 mails have to be tried again");
    assertThat(api.sendMails().sent()).isZero();

    api.clock.pass(Duration.ofMinutes(1));
    assertThat(api.sendMails().sent()).isEqualTo(1);
  }

  @Test
  void aMailThatIsRefusedIsGivenUpAndTheOthersGo() {
    api.join("mina");
    api.join("jun");
    ENDPOINTS.mailbox().failNext(SesError.MESSAGE_REJECTED);

    assertThat(api.sendMails()).isEqualTo(new MailReport(1, 0, 1));
    assertThat(api.sendMails()).isEqualTo(new MailReport(0, 0, 0));
  }

  @Test
  void afterSixAttemptsAMailIsGivenUp() {
    api.join("mina");
    for (int i = 0; i < 5; i++) {
      ENDPOINTS.mailbox().failNext(SesError.TOO_MANY_REQUESTS);
      assertThatThrownBy(() -> api.sendMails()).isInstanceOf(IllegalStateException.class);
      api.clock.pass(Duration.ofMinutes(1L << i));
    }
    ENDPOINTS.mailbox().failNext(SesError.TOO_MANY_REQUESTS);

    assertThat(api.sendMails()).isEqualTo(new MailReport(0, 0, 1));
  }

  @Test
  void theSweepForgetsWhatHasServedItsTimeAndNothingElse() {
    AuthApi.Session mina = api.join("mina");
    api.sendMails();
    api.refresh(mina.refreshToken());
    DATABASE.run(
        """
        delete from titles;
        insert into titles (title_id, title, original_title, source, source_key) values (1, 't', 't', 't', '1');
        insert into title_days values (current_date, 1, 3, 4);
        """);
    assertThat(api.sweep.handleRequest(Map.of(), context()).values()).containsOnly(0L);

    api.clock.pass(Duration.ofDays(8));
    assertThat(api.sweep.handleRequest(Map.of(), context()))
        .containsEntry("single_use_tokens", 1L)
        .containsEntry("mails", 1L)
        .containsEntry("refresh_tokens", 0L)
        .containsEntry("sessions", 0L);
    assertThat(count("rate_limits")).isZero();

    api.clock.pass(Duration.ofDays(30));
    assertThat(count("title_days")).isEqualTo(1);
    assertThat(api.sweep.handleRequest(Map.of(), context()))
        .containsEntry("refresh_tokens", 2L)
        .containsEntry("sessions", 0L);

    api.clock.pass(Duration.ofDays(365));
    assertThat(api.sweep.handleRequest(Map.of(), context()))
        .containsEntry("sessions", 1L)
        .containsEntry("security_events", 2L);
    assertThat(count("title_days")).isZero();
    assertThat(count("users")).isEqualTo(1);
  }

  private static long count(String table) {
    return DATABASE
        .database()
        .readOne(Sql.of("select count(*) as n from " + table), Count.class)
        .orElseThrow()
        .n();
  }
}
