package io.takewithott.payment;

import static io.takewithott.payment.PaymentWorld.HOST;
import static org.assertj.core.api.Assertions.assertThat;

import io.takewithott.payment.PaymentWorld.Answer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What hosts, members and we may do to each other, and who sees what. */
class HostTest {
  @RegisterExtension static final PaymentWorld WORLD = new PaymentWorld();

  private static final Invariants INVARIANTS = new Invariants(WORLD);

  @BeforeAll
  static void prepare() {
    INVARIANTS.prepare();
  }

  @BeforeEach
  void nothingHasHappened() {
    WORLD.reset();
  }

  @Test
  void aPartyThatIsClosedGivesBackWhatIsNotServed() {
    long party = WORLD.party(4);
    WORLD.join(party, 2);
    WORLD.join(party, 3);
    Answer waiting = WORLD.joining(party, 4);
    String receiptId = WORLD.agree(waiting);
    WORLD.call("POST", "/parties/" + party + "/access", 2).send();
    WORLD.pass(Duration.ofDays(2));

    assertThat(WORLD.call("DELETE", "/parties/" + party, 3).send().brief())
        .isEqualTo("404 NOT_FOUND");
    assertThat(WORLD.call("DELETE", "/parties/" + party, HOST).send().status()).isEqualTo(204);
    WORLD.recover();

    // Who has had access pays for two days of share and fee, who has not for none.
    assertThat(texts("select user_id || ' ' || amount as text from refunds order by user_id"))
        .containsExactly("2 4890", "3 5240");
    // Who was at the pay window meanwhile is not charged.
    assertThat(WORLD.confirm(4, waiting.body().path("orderId").asText(), receiptId).brief())
        .isEqualTo("409 PAYMENT_FAILED");
    assertThat(INVARIANTS.unexplained()).isEmpty();
  }

  @Test
  void aMemberIsRemovedByARuleOnlyAndByTheHostOnly() {
    long party = WORLD.party(4);
    WORLD.join(party, 2);
    long member = membership();

    assertThat(remove(party, member, 3, "MISUSED", "x").brief()).isEqualTo("404 NOT_FOUND");
    assertThat(remove(party, member, HOST, "MOOD", "x").brief()).isEqualTo("422 INVALID_VALUE");
    assertThat(remove(party, member, HOST, "MISUSED", "").brief()).isEqualTo("422 INVALID_VALUE");
    assertThat(remove(party, member, HOST, "UNPAID", "").brief()).isEqualTo("409 CONFLICT");
    assertThat(remove(party, member, HOST, "MISUSED", "프로필을 지웠어요").status()).isEqualTo(204);
    assertThat(INVARIANTS.unexplained()).isEmpty();
  }

  @Test
  void aPartyChangesHandsWhenNothingIsInDoubt() {
    long party = WORLD.party(4);
    WORLD.join(party, 2);
    WORLD.join(party, 3);
    long member = membership();
    WORLD.pass(Duration.ofDays(1));

    assertThat(offer(party, member, HOST).status()).isEqualTo(204);
    assertThat(takeOver(party, 3).brief()).isEqualTo("404 NOT_FOUND");
    assertThat(takeOver(party, 2).brief()).isEqualTo("409 CONFLICT");
    WORLD.pass(Duration.ofDays(3));
    // Nobody has complained for three days: the days that are over are the old host's.
    assertThat(takeOver(party, 2).status()).isEqualTo(204);

    WORLD.recover();
    assertThat(
            texts(
                "select owner_id || ' ' || sum(amount) as text from ledger_postings where account = 'host' group by owner_id"))
        .containsExactly("1 -1136");
    WORLD.pass(Duration.ofDays(1));
    WORLD.settle();
    assertThat(
            texts(
                "select owner_id || ' ' || sum(amount) as text from ledger_postings where account = 'host' group by owner_id order by owner_id"))
        .containsExactly("1 -1136", "2 -142");
    assertThat(INVARIANTS.unexplained()).isEmpty();
  }

  @Test
  void twoOfUsDecideOnALargeClaimAndNeitherOnTheirOwn() {
    WORLD.database.run("update users set role = 'admin' where user_id = 2");
    long party = WORLD.party(2);
    WORLD.database.run("update parties set fee = 990; update seats set share = 12000");
    WORLD.join(party, 2);
    long claim =
        WORLD
            .call("POST", "/parties/" + party + "/claims", 2)
            .body("{\"kind\":\"NO_ACCESS\",\"evidence\":\"초대가 없어요\"}")
            .send()
            .body()
            .path("claimId")
            .asLong();
    assertThat(decide(claim, 8, true).brief()).isEqualTo("409 CONFLICT");
    WORLD.pass(Duration.ofHours(25));
    WORLD.recover();

    assertThat(decide(claim, 2, true).message())
        .isEqualTo("Nobody decides on a claim of their own");
    assertThat(decide(claim, 8, true).body().path("state").asText()).isEqualTo("proposed");
    assertThat(decide(claim, 8, true).brief()).isEqualTo("403 FORBIDDEN");
    assertThat(decide(claim, 9, false).body().path("state").asText()).isEqualTo("escalated");
    assertThat(decide(claim, 9, true).body().path("state").asText()).isEqualTo("proposed");
    assertThat(decide(claim, 8, true).body().path("state").asText()).isEqualTo("upheld");
    WORLD.recover();
    assertThat(texts("select amount::text as text from refunds")).containsExactly("12990");
    assertThat(INVARIANTS.unexplained()).isEmpty();
  }

  @Test
  void nothingIsCreditedUnderAClaimAndEverythingWhenItIsRejected() {
    long party = WORLD.party(4);
    WORLD.join(party, 2);
    WORLD.pass(Duration.ofDays(4));
    WORLD.settle();
    long claim =
        WORLD
            .call("POST", "/parties/" + party + "/claims", 2)
            .body("{\"kind\":\"ACCESS_LOST\",\"evidence\":\"비밀번호가 바뀌었어요\"}")
            .send()
            .body()
            .path("claimId")
            .asLong();
    WORLD.pass(Duration.ofDays(2));
    assertThat(WORLD.settle().credited()).isZero();
    WORLD.recover();

    assertThat(decide(claim, 8, false).body().path("state").asText()).isEqualTo("rejected");
    assertThat(WORLD.settle().credited()).isEqualTo(1);
    assertThat(INVARIANTS.broken()).isEmpty();
  }

  @Test
  void nobodySeesWhatIsNotTheirs() {
    long party = WORLD.party(4);
    String orderId = WORLD.join(party, 2);

    assertThat(WORLD.call("GET", "/orders/" + orderId, 3).send().brief())
        .isEqualTo("404 NOT_FOUND");
    assertThat(WORLD.call("GET", "/parties/" + party + "/claims", 3).send().body().path("claims"))
        .isEmpty();
    assertThat(WORLD.call("GET", "/admin/claims", 2).send().brief()).isEqualTo("403 FORBIDDEN");
    String outside = WORLD.call("GET", "/parties/" + party, 0).send().body().toString();
    assertThat(outside).doesNotContain("member 2").doesNotContain("membershipId");
    assertThat(WORLD.call("GET", "/parties/" + party, 3).send().body().toString())
        .isEqualTo(outside);
  }

  @Test
  void friendsAreInvitedAndNobodyElseFindsTheParty() {
    Answer made =
        WORLD
            .call("POST", "/parties", HOST)
            .key("a-party-of-friends")
            .body(
                "{\"service\":\"tving\",\"plan\":\"premium\",\"title\":\"우리끼리\",\"seats\":3,\"relation\":\"friends\"}")
            .send();
    long party = made.body().path("partyId").asLong();
    String code = made.body().path("inviteCode").asText();

    assertThat(WORLD.call("GET", "/parties/" + party, 2).send().brief()).isEqualTo("404 NOT_FOUND");
    assertThat(WORLD.joining(party, 2).brief()).isEqualTo("403 FORBIDDEN");
    assertThat(
            WORLD
                .call("POST", "/parties/" + party + "/join", 2)
                .key("invited-by-code")
                .body("{\"code\":\"" + code + "\"}")
                .send()
                .status())
        .isEqualTo(201);
    assertThat(WORLD.call("GET", "/parties/" + party + "?code=" + code, 3).send().status())
        .isEqualTo(200);
  }

  @Test
  void noticesAreThankedForWhateverTheySay() {
    long party = WORLD.party(4);
    String orderId = WORLD.join(party, 2);
    for (String body :
        List.of(
            "{\"receipt_id\":\"rc1\",\"order_id\":\"" + orderId + "\",\"price\":1,\"status\":20}",
            "{\"receipt_id\":{\"a\":1}}",
            "[1,2]",
            "nonsense")) {
      Answer answer = WORLD.call("POST", "/payments/webhook", 0).body(body).send();
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.body().toString()).isEqualTo("{\"success\":true}");
    }
    assertThat(texts("select state as text from payment_orders")).containsExactly("paid");
    assertThat(INVARIANTS.unexplained()).isEmpty();
  }

  @Test
  void whoLeavesTheServiceLeavesTheirParties() {
    long party = WORLD.party(4);
    WORLD.join(party, 2);
    WORLD.card(2);
    WORLD.pass(Duration.ofDays(10));
    WORLD.database.run(
        "update users set deleted_at = now() where user_id = 2; update users set deleted_at = now() where user_id = 1");

    WORLD.recover();
    WORLD.recover();

    assertThat(texts("select end_reason as text from memberships")).containsExactly("left");
    assertThat(texts("select state as text from parties")).containsExactly("closed");
    assertThat(texts("select card as text from billing_keys")).isEmpty();
    assertThat(texts("select user_id::text as text from payment_departures")).isEmpty();
    assertThat(INVARIANTS.unexplained()).isEmpty();
  }

  private static Answer remove(long party, long member, long host, String rule, String text) {
    return WORLD
        .call("POST", "/parties/" + party + "/members/" + member + "/removal", host)
        .body("{\"rule\":\"" + rule + "\",\"text\":\"" + text + "\"}")
        .send();
  }

  private static Answer offer(long party, long member, long host) {
    return WORLD
        .call("PUT", "/parties/" + party + "/host-offer", host)
        .body("{\"membershipId\":" + member + "}")
        .send();
  }

  private static Answer takeOver(long party, long user) {
    return WORLD.call("POST", "/parties/" + party + "/host", user).send();
  }

  private static Answer decide(long claim, long admin, boolean uphold) {
    return WORLD
        .call("POST", "/admin/claims/" + claim + "/decision", admin)
        .admin()
        .body("{\"uphold\":" + uphold + ",\"text\":\"결정\"}")
        .send();
  }

  private static long membership() {
    return Long.parseLong(
        texts("select membership_id::text as text from memberships order by 1").get(0));
  }

  private static List<String> texts(String sql) {
    return WORLD.texts(sql);
  }
}
