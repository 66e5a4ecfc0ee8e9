package io.takewithott.payment;

import static io.takewithott.payment.PaymentWorld.HOST;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.cloud.bootpay.BootpayFault;
import io.takewithott.cloud.bootpay.BootpayPlace;
import io.takewithott.payment.PaymentWorld.Answer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Refunds that we make of our own accord: 8 and 9 are of us. A seat costs 8,500 won and 990 for us
 * a month; ten days of 30 are 2,840 and 330.
 */
class DeskTest {
  @RegisterExtension static final PaymentWorld WORLD = new PaymentWorld();

  private static final Invariants INVARIANTS = new Invariants(WORLD);

  private long party;
  private String order;

  @BeforeAll
  static void prepare() {
    INVARIANTS.prepare();
  }

  @BeforeEach
  void aMemberOfTenDays() {
    WORLD.reset();
    party = WORLD.party(2);
    order = WORLD.join(party, 2);
    WORLD.call("POST", "/parties/" + party + "/access", 2).send();
    WORLD.pass(Duration.ofDays(10));
    WORLD.settle();
  }

  @Test
  void aSmallRefundIsMadeAtOnceByOneOfUs() {
    Answer made = propose(8, 1500, "small-one-1");

    assertThat(made.status()).isEqualTo(201);
    assertThat(made.body().path("state").asText()).isEqualTo("approved");
    assertThat(WORLD.book().ofOrder(order).get(0).cancelled()).isEqualTo(1500);
    assertThat(balance("goodwill")).isEqualTo("1500");
    // The host keeps what they served, and the member's days are theirs.
    assertThat(balance("host")).isEqualTo("-2840");
    assertThat(INVARIANTS.unexplained()).isEmpty();
  }

  @Test
  void theSameKeyIsTheSameRefund() {
    String first = propose(8, 1500, "once-only-1").body().path("proposalId").asText();
    String again = propose(8, 1500, "once-only-1").body().path("proposalId").asText();

    assertThat(again).isEqualTo(first);
    assertThat(propose(8, 1400, "once-only-1").brief()).isEqualTo("409 CONFLICT");
    assertThat(WORLD.book().ofOrder(order).get(0).cancelled()).isEqualTo(1500);
  }

  @Test
  void notMoreThanTheDaysThatAreOverHaveCost() {
    assertThat(propose(8, 3171, "too-much-1").message())
        .isEqualTo(
            "Of this payment 3170 won can be given back here: what is not served yet comes back when"
                + " the membership ends, or by a claim");
    assertThat(propose(8, 3170, "all-of-it-1").status()).isEqualTo(201);
    assertThat(propose(8, 1, "one-more-1").brief()).isEqualTo("409 CONFLICT");

    leave(2);
    WORLD.recover();
    // 990 of fee stay with us of somebody who leaves, but 330 of those were given already.
    assertThat(WORLD.book().ofOrder(order).get(0).held()).isEqualTo(9490 - 3170 - 5660);
    assertThat(propose(8, 660, "the-rest-1").status()).isEqualTo(201);
    assertThat(propose(8, 1, "not-more-1").brief()).isEqualTo("409 CONFLICT");
    WORLD.recover();
    assertThat(WORLD.book().ofOrder(order).get(0).held()).isZero();
    assertThat(INVARIANTS.unexplained()).isEmpty();
  }

  @Test
  void aLargeRefundNeedsTwoOfUs() {
    large();
    Answer proposed = propose(8, 12_000, "large-one-1");
    String id = proposed.body().path("proposalId").asText();

    assertThat(proposed.body().path("state").asText()).isEqualTo("proposed");
    assertThat(WORLD.book().ofOrder(order).get(0).cancelled()).isZero();
    assertThat(approve(8, id).message()).isEqualTo("Somebody else has to agree with you");
    assertThat(propose(9, 500, "another-one").brief()).isEqualTo("409 CONFLICT");
    assertThat(approve(9, id).body().path("state").asText()).isEqualTo("approved");
    assertThat(approve(9, id).brief()).isEqualTo("409 CONFLICT");
    assertThat(WORLD.book().ofOrder(order).get(0).cancelled()).isEqualTo(12_000);
    assertThat(actions())
        .containsExactly("8 refund_proposed 12000 불편하셨죠", "9 refund_approved 12000 ");
    assertThat(INVARIANTS.unexplained()).isEmpty();
  }

  @Test
  void manyWhoAgreeAtOnceGiveItBackOnce() throws Exception {
    large();
    String id = propose(8, 12_000, "large-one-2").body().path("proposalId").asText();

    List<Answer> answers = AtOnce.of(8, i -> approve(i % 2 == 0 ? 9 : 7, id));
    WORLD.recover();

    assertThat(answers.stream().filter(answer -> answer.status() == 200).count()).isEqualTo(1);
    assertThat(WORLD.book().ofOrder(order).get(0).cancelled()).isEqualTo(12_000);
    assertThat(WORLD.texts("select count(*)::text as text from refunds")).containsExactly("1");
    assertThat(INVARIANTS.unexplained()).isEmpty();
  }

  @Test
  void whatNobodyAgreesToInThreeDaysExpires() {
    large();
    String id = propose(8, 12_000, "large-one-3").body().path("proposalId").asText();
    WORLD.pass(Duration.ofHours(73));

    assertThat(approve(9, id).brief()).isEqualTo("409 CONFLICT");
    Answer page = WORLD.call("GET", "/admin/refund-proposals", 9).admin().send();
    assertThat(page.body().at("/proposals/0/state").asText()).isEqualTo("expired");
    assertThat(propose(9, 12_000, "large-one-4").body().path("state").asText())
        .isEqualTo("proposed");
    assertThat(WORLD.book().ofOrder(order).get(0).cancelled()).isZero();
  }

  @Test
  void whoeverProposedMayTakeItBackAndOthersMayDecline() {
    large();
    String id = propose(8, 12_000, "large-one-5").body().path("proposalId").asText();

    Answer declined =
        WORLD
            .call("POST", "/admin/refund-proposals/" + id + "/refusal", 8)
            .admin()
            .body("{\"text\":\"잘못 보았어요\"}")
            .send();

    assertThat(declined.body().path("state").asText()).isEqualTo("declined");
    assertThat(approve(9, id).brief()).isEqualTo("409 CONFLICT");
  }

  @Test
  void nobodyDecidesOnAPaymentOfTheirOwnAndNobodyElseAtAll() {
    WORLD.database.run("update users set role = 'admin' where user_id in (1, 2)");
    assertThat(propose(2, 500, "my-own-one-1").message())
        .isEqualTo("Nobody decides on a payment of their own");
    assertThat(propose(HOST, 500, "my-party-one").brief()).isEqualTo("403 FORBIDDEN");
    WORLD.database.run("update users set role = 'user' where user_id in (1, 2)");
    assertThat(propose(5, 500, "no-admin-now").message()).isEqualTo("This is for administrators");
    assertThat(
            WORLD
                .call("POST", "/admin/refunds", 5)
                .key("no-admin-1")
                .body("{\"orderId\":\"" + order + "\",\"amount\":1,\"reason\":\"x\"}")
                .send()
                .brief())
        .isEqualTo("403 FORBIDDEN");
    assertThat(
            WORLD
                .call("POST", "/admin/refunds", 8)
                .admin()
                .body("{\"orderId\":\"" + order + "\",\"amount\":1,\"reason\":\"x\"}")
                .send()
                .brief())
        .isEqualTo("422 INVALID_VALUE");
  }

  /** The provider's answer is lost; then the member leaves: each of both is given once. */
  @Test
  void twoRefundsOfOnePaymentAreMadeOneAfterAnother() {
    WORLD.faults().order(BootpayPlace.CANCEL, BootpayFault.LOST, 1, 0);
    propose(8, 1000, "lost-one-1");
    leave(2);
    WORLD.recover();
    WORLD.pass(Duration.ofMinutes(11));
    WORLD.recover();
    WORLD.recover();

    assertThat(WORLD.texts("select state as text from refunds")).containsExactly("done", "done");
    assertThat(WORLD.book().ofOrder(order).get(0).cancelled()).isEqualTo(1000 + 5660);
    assertThat(INVARIANTS.unexplained()).isEmpty();
  }

  @Test
  void refundsAreFoundByStateAndPerson() {
    propose(8, 1500, "to-be-found-1");

    assertThat(refunds("")).hasSize(1);
    assertThat(refunds("?state=done&userId=2")).hasSize(1);
    assertThat(refunds("?state=open")).isEmpty();
    assertThat(refunds("?partyId=1")).isEmpty();
    assertThat(WORLD.call("GET", "/admin/refunds?state=lost", 8).admin().send().brief())
        .isEqualTo("422 INVALID_VALUE");
    assertThat(WORLD.call("GET", "/admin/refunds", 2).send().brief()).isEqualTo("403 FORBIDDEN");
  }

  @Test
  void aPaymentIsLookedAtWithItsLedgerBeforeAnythingIsGivenBack() {
    Answer payments = WORLD.call("GET", "/admin/orders?userId=2", 8).admin().send();
    assertThat(payments.body().at("/orders/0/orderId").asText()).isEqualTo(order);
    assertThat(payments.body().at("/orders/0/total").asInt()).isEqualTo(9490);

    assertThat(seen().path("possible").asInt()).isEqualTo(3170);
    assertThat(seen().at("/order/state").asText()).isEqualTo("paid");
    assertThat(reasons()).startsWith("paid", "served").doesNotContain("goodwill");
    assertThat(seen().path("sum").asInt()).isZero();

    propose(8, 1500, "looked-at-1");
    assertThat(seen().path("possible").asInt()).isEqualTo(3170 - 1500);
    assertThat(reasons()).endsWith("goodwill", "refunded");
    assertThat(seen().path("sum").asInt()).isZero();
  }

  @Test
  void paymentsAreForAdministratorsWhoSayWhose() {
    String at = "/admin/orders/" + order;
    assertThat(WORLD.call("GET", at, 2).send().brief()).isEqualTo("403 FORBIDDEN");
    assertThat(WORLD.call("GET", "/admin/orders?userId=2", 2).send().brief())
        .isEqualTo("403 FORBIDDEN");
    assertThat(WORLD.call("GET", "/admin/orders", 8).admin().send().brief())
        .isEqualTo("422 INVALID_VALUE");
    assertThat(WORLD.call("GET", "/admin/orders/none", 8).admin().send().brief())
        .isEqualTo("404 NOT_FOUND");
    assertThat(WORLD.call("GET", "/admin/orders?userId=77", 8).admin().send().body().path("orders"))
        .isEmpty();
  }

  private JsonNode seen() {
    return WORLD.call("GET", "/admin/orders/" + order, 8).admin().send().body();
  }

  private List<String> reasons() {
    return seen().path("entries").findValuesAsText("reason");
  }

  @Test
  void claimsAreFoundByStateAndParty() {
    WORLD
        .call("POST", "/parties/" + party + "/claims", 2)
        .body("{\"kind\":\"ACCESS_LOST\",\"evidence\":\"x\"}")
        .send();

    assertThat(claims("")).isEmpty();
    assertThat(claims("?state=open")).hasSize(1);
    assertThat(claims("?state=open&partyId=" + party + "&userId=2")).hasSize(1);
    assertThat(claims("?state=open&userId=3")).isEmpty();
    assertThat(WORLD.call("GET", "/parties/" + party + "/claims", 5).send().brief())
        .isEqualTo("404 NOT_FOUND");
    assertThat(WORLD.call("GET", "/parties/1/claims", 2).send().brief()).isEqualTo("404 NOT_FOUND");
  }

  @Test
  void whatOneOfUsDecidedOnALargeClaimHoldsForThreeDays() {
    WORLD.reset();
    party = WORLD.party(2);
    WORLD.database.run("update seats set share = 12000");
    WORLD.join(party, 2);
    WORLD
        .call("POST", "/parties/" + party + "/claims", 2)
        .body("{\"kind\":\"NO_ACCESS\",\"evidence\":\"초대가 없어요\"}")
        .send();
    WORLD.pass(Duration.ofHours(25));
    WORLD.recover();

    assertThat(decide(8)).isEqualTo("proposed");
    WORLD.pass(Duration.ofHours(73));
    // It begins anew: 9 is the first one now, and 8 has to agree.
    assertThat(decide(9)).isEqualTo("proposed");
    assertThat(decide(9)).isEqualTo("FORBIDDEN");
    assertThat(decide(8)).isEqualTo("upheld");
    assertThat(actions())
        .containsExactly(
            "8 claim_proposed 12990 결정", "9 claim_proposed 12990 결정", "8 claim_upheld 12990 결정");
  }

  private static String decide(long admin) {
    String claim = WORLD.texts("select max(claim_id)::text from party_claims").get(0);
    Answer answer =
        WORLD
            .call("POST", "/admin/claims/" + claim + "/decision", admin)
            .admin()
            .body("{\"uphold\":true,\"text\":\"결정\"}")
            .send();
    return answer.code().isEmpty() ? answer.body().path("state").asText() : answer.code();
  }

  @Test
  void theLogOfTheDeskIsNeverChanged() {
    propose(8, 1500, "for-the-log-1");

    assertThat(refusal("delete from desk_actions")).contains("log_append_only");
    assertThat(refusal("update desk_actions set amount = 1")).contains("log_append_only");
  }

  /** A month that is over and cost enough for two of us. */
  private void large() {
    WORLD.reset();
    party = WORLD.party(2);
    WORLD.database.run("update seats set share = 12000");
    order = WORLD.join(party, 2);
    WORLD.call("POST", "/parties/" + party + "/access", 2).send();
    WORLD.pass(Duration.ofDays(31));
    WORLD.settle();
  }

  private List<String> actions() {
    return WORLD.texts(
        "select actor_id || ' ' || action || ' ' || amount || ' ' || coalesce(text, '') as text"
            + " from desk_actions order by action_id");
  }

  private Iterable<?> refunds(String query) {
    return WORLD.call("GET", "/admin/refunds" + query, 8).admin().send().body().path("refunds");
  }

  private Iterable<?> claims(String query) {
    return WORLD.call("GET", "/admin/claims" + query, 8).admin().send().body().path("claims");
  }

  private Answer propose(long admin, int amount, String key) {
    return WORLD
        .call("POST", "/admin/refunds", admin)
        .admin()
        .key(key)
        .body("{\"orderId\":\"" + order + "\",\"amount\":" + amount + ",\"reason\":\"불편하셨죠\"}")
        .send();
  }

  private static Answer approve(long admin, String proposal) {
    return WORLD
        .call("POST", "/admin/refund-proposals/" + proposal + "/approval", admin)
        .admin()
        .send();
  }

  private void leave(long user) {
    WORLD.call("POST", "/parties/" + party + "/leave", user).body("{\"when\":\"now\"}").send();
  }

  private static String balance(String account) {
    return WORLD
        .texts(
            "select sum(amount)::text as text from ledger_postings where account = '"
                + account
                + "'")
        .get(0);
  }

  private static String refusal(String statement) {
    try {
      WORLD.database.run(statement);
      return "";
    } catch (IllegalArgumentException refused) {
      return String.valueOf(refused.getMessage());
    }
  }
}
