package io.takewithott.payment;

import static io.takewithott.payment.PaymentWorld.HOST;
import static org.assertj.core.api.Assertions.assertThat;

import io.takewithott.cloud.bootpay.BootpayFault;
import io.takewithott.cloud.bootpay.BootpayPlace;
import io.takewithott.payment.PaymentWorld.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Parties and payments over HTTP, with the provider's stand-in. */
class PaymentTest {
  @RegisterExtension static final PaymentWorld WORLD = new PaymentWorld();

  @BeforeEach
  void nothingHasHappened() {
    WORLD.reset();
  }

  /** The order remembers the receipt that was cancelled; the money is another one's. */
  @Test
  void whoPaysAgainAfterAPaymentWasCancelledElsewhereGetsThatBack() {
    long party = WORLD.party(4);
    Answer order = WORLD.joining(party, 2);
    String orderId = order.body().path("orderId").asText();
    WORLD.faults().order(BootpayPlace.CONFIRM, BootpayFault.CANCELLED_BETWEEN, 1, 0);
    assertThat(WORLD.confirm(2, orderId, WORLD.agree(order)).brief())
        .isEqualTo("409 PAYMENT_FAILED");

    WORLD.book().pay(orderId, "x", order.body().path("total").asLong());
    WORLD.reconcile();
    WORLD.recover();

    assertThat(WORLD.book().ofOrder(orderId)).allMatch(receipt -> receipt.held() == 0);
    assertThat(WORLD.texts("select state from payment_orders")).containsExactly("returned");
    assertThat(
            WORLD.texts("select sum(amount)::text from ledger_postings where account = 'provider'"))
        .containsExactly("0");
  }

  @Test
  void whoPaysHasASeatAndTheMoneyIsHeld() {
    long party = WORLD.party(4);
    WORLD.join(party, 2);

    assertThat(balances()).containsExactly("escrow -4250", "fee -990", "member 0", "provider 5240");
    assertThat(WORLD.call("GET", "/me/parties", 2).send().body().at("/parties/0/monthly").asInt())
        .isEqualTo(5240);
    assertThat(seats()).containsExactly("0 taken 1", "1 taken 2", "2 free -", "3 free -");
  }

  /** Access is taken as said after three days; until somebody leaves, another month follows. */
  @Test
  void aMemberSeesSinceWhenTheyHaveAccessAndWhenTheyPayAgain() {
    long party = WORLD.party(4);
    WORLD.join(party, 2);
    assertThat(dates(2)).isEqualTo("access - by 2026-11-24 renews true on 2026-12-21");

    WORLD.call("POST", "/parties/" + party + "/access", 2).send();
    assertThat(dates(2)).isEqualTo("access 2026-11-21 by - renews true on 2026-12-21");

    WORLD.call("POST", "/parties/" + party + "/leave", 2).body("{\"when\":\"month-end\"}").send();
    assertThat(dates(2)).isEqualTo("access 2026-11-21 by - renews false on -");
    assertThat(dates(HOST)).isEqualTo("access - by - renews - on -");
  }

  private static String dates(long userId) {
    var party = WORLD.call("GET", "/me/parties", userId).send().body().at("/parties/0");
    return "access %s by %s renews %s on %s"
        .formatted(
            party.path("accessOn").asText("-"),
            party.path("accessBy").asText("-"),
            party.path("renews").asText("-"),
            party.path("renewsOn").asText("-"));
  }

  @Test
  void theHostIsCreditedDayByDayOnceAccessIsConfirmed() {
    long party = WORLD.party(4);
    WORLD.join(party, 2);
    WORLD.pass(Duration.ofDays(2));
    assertThat(WORLD.settle().credited()).isZero();

    assertThat(WORLD.call("POST", "/parties/" + party + "/access", 2).send().status())
        .isEqualTo(204);
    assertThat(WORLD.settle().credited()).isEqualTo(1);
    // 4,250 won over 30 days: 142 won on each of the first 20 days, 141 on the others.
    assertThat(balances()).contains("host -284", "escrow -3966");
    assertThat(WORLD.settle().credited()).isZero();

    WORLD.pass(Duration.ofDays(8));
    WORLD.settle();
    // It is December meanwhile, and the two days of November are paid out.
    assertThat(balances()).contains("host -1136", "escrow -2830", "provider 4956");
  }

  @Test
  void whoeverLeavesGetsTheDaysBackThatThePreviewSaid() {
    long party = WORLD.party(4);
    int previewed =
        WORLD
            .call("GET", "/parties/" + party + "/refund-preview?day=10", 0)
            .send()
            .body()
            .path("ifYouLeave")
            .asInt();
    String orderId = WORLD.join(party, 2);
    WORLD.pass(Duration.ofDays(10));

    Answer left =
        WORLD.call("POST", "/parties/" + party + "/leave", 2).body("{\"when\":\"now\"}").send();

    assertThat(left.body().path("givenBack").asInt()).isEqualTo(previewed).isEqualTo(2830);
    assertThat(WORLD.book().ofOrder(orderId).get(0).cancelled()).isEqualTo(2830);
    assertThat(balances())
        .containsExactly(
            "escrow 0", "fee -990", "host -1420", "member 0", "provider 2410", "refund 0");
    assertThat(seats()).containsExactly("0 taken 1", "1 free -", "2 free -", "3 free -");
  }

  @Test
  void monthsAreChargedByTheCardOnceEach() {
    long party = WORLD.party(4);
    WORLD.join(party, 2);
    WORLD.card(2);
    WORLD.pass(Duration.ofDays(30));

    assertThat(WORLD.bill()).isEqualTo(1);
    assertThat(WORLD.bill()).isZero();
    assertThat(orders()).containsExactly("0 join paid", "1 cycle paid");
    WORLD.settle();
    assertThat(balances()).contains("host -4250", "escrow -4250", "provider 10480");
  }

  @Test
  void aMonthThatCannotBeChargedIsTriedAgainThenPausedThenEnded() {
    long party = WORLD.party(4);
    WORLD.join(party, 2);
    WORLD.pass(Duration.ofDays(30));
    assertThat(WORLD.bill()).isEqualTo(1);
    WORLD.pass(Duration.ofDays(1));
    assertThat(WORLD.bill()).isEqualTo(1);
    WORLD.pass(Duration.ofDays(2));
    assertThat(WORLD.bill()).isEqualTo(1);
    assertThat(membership()).containsExactly("paused");

    WORLD.card(2);
    assertThat(WORLD.call("POST", "/parties/" + party + "/resume", 2).send().status())
        .isEqualTo(200);
    assertThat(membership()).containsExactly("active");
    // It pays for no day on which it was paused: the month begins today.
    assertThat(WORLD.texts("select starts_on::text as text from cycles where cycle = 1"))
        .containsExactly("2026-12-24");
    assertThat(WORLD.call("POST", "/parties/" + party + "/resume", 2).send().brief())
        .isEqualTo("409 CONFLICT");
  }

  @Test
  void aHostIsPaidOncePerMonthAndTheFilesSaySo() {
    long party = WORLD.party(4);
    WORLD.join(party, 2);
    WORLD.pass(Duration.ofDays(9));
    WORLD.settle();
    WORLD.pass(Duration.ofDays(3));

    assertThat(WORLD.settle().paid()).isEqualTo(1);
    assertThat(WORLD.settle().paid()).isZero();
    String csv =
        new String(
            WORLD.endpoints.objects().get("settlements/2026-11/payouts.csv").orElseThrow().bytes(),
            StandardCharsets.UTF_8);
    assertThat(csv)
        .matches(
            "payout_id,host_id,party_id,period,amount_won\n[0-9]+,1," + party + ",2026-11,1278\n");
  }

  @Test
  void membersSeeALedgerThatSumsToZeroAndNobodyElseSeesIt() {
    long party = WORLD.party(4);
    WORLD.join(party, 2);
    WORLD.join(party, 3);

    Answer seen = WORLD.call("GET", "/parties/" + party + "/ledger", 2).send();

    assertThat(seen.status()).as(seen.toString()).isEqualTo(200);
    assertThat(seen.body().path("sum").asInt()).isZero();
    assertThat(seen.body().path("entries")).hasSize(2);
    assertThat(seen.body().toString()).contains("\"who\":\"you\"").contains("\"who\":\"seat 2\"");
    assertThat(WORLD.call("GET", "/parties/" + party + "/ledger", 4).send().brief())
        .isEqualTo("404 NOT_FOUND");
  }

  @Test
  void partiesAreFoundByServicePriceSeatsAndStart() {
    long first = WORLD.party(4);
    long second = WORLD.party(2);
    WORLD.joining(second, 2);

    assertThat(found("")).containsExactly(first);
    assertThat(found("?service=tving&mostWon=5240&seats=3&startsBy=2026-11-21"))
        .containsExactly(first);
    assertThat(found("?service=wavve")).isEmpty();
    assertThat(found("?mostWon=5239")).isEmpty();
    assertThat(found("?seats=4")).isEmpty();
    assertThat(found("?startsBy=2026-11-20")).isEmpty();
    assertThat(found("?after=" + first)).isEmpty();
    assertThat(WORLD.call("GET", "/parties?mostWon=lots", 0).send().brief())
        .isEqualTo("422 INVALID_VALUE");
    // A lock that has run out is a seat to be had.
    WORLD.pass(Duration.ofMinutes(11));
    assertThat(found("")).containsExactly(second, first);
    assertThat(WORLD.call("GET", "/party-plans", 0).send().body().path("plans")).hasSize(7);
  }

  private static List<Long> found(String query) {
    List<Long> ids = new ArrayList<>();
    Answer answer = WORLD.call("GET", "/parties" + query, 0).send();
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    answer.body().path("parties").forEach(party -> ids.add(party.path("partyId").asLong()));
    return ids;
  }

  @Test
  void strangersOnAHouseholdPlanAreRefusedWithTheRule() {
    Answer refused =
        WORLD
            .call("POST", "/parties", HOST)
            .key("party-of-strangers")
            .body(
                "{\"service\":\"netflix\",\"plan\":\"premium\",\"title\":\"넷\",\"seats\":4,\"relation\":\"strangers\"}")
            .send();

    assertThat(refused.brief()).isEqualTo("422 RULE_FORBIDS");
    assertThat(refused.message())
        .isEqualTo(
            "넷플릭스 프리미엄 cannot be shared with strangers: 넷플릭스 계정은 한 가구에 사는 사람끼리만 함께 쓸 수 있습니다."
                + " 함께 살지 않는 사람은 추가 회원 자리가 필요합니다.");
    assertThat(refused.body().at("/error/details/source").asText()).isEqualTo("newsis 2023-11-02");
  }

  @Test
  void aRequestThatIsSentTwiceIsOne() {
    long party = WORLD.party(4);
    Answer first = WORLD.call("POST", "/parties/" + party + "/join", 2).key("the-same-key").send();
    Answer again = WORLD.call("POST", "/parties/" + party + "/join", 2).key("the-same-key").send();
    String orderId = first.body().path("orderId").asText();

    assertThat(again.body().path("orderId").asText()).isEqualTo(orderId);
    String receiptId = WORLD.agree(first);
    assertThat(WORLD.confirm(2, orderId, receiptId).status()).isEqualTo(200);
    assertThat(WORLD.confirm(2, orderId, receiptId).status()).isEqualTo(200);
    assertThat(balances()).contains("provider 5240");
    assertThat(WORLD.joining(party, 2).brief()).isEqualTo("409 CONFLICT");
  }

  @Test
  void nobodyJoinsWithoutPayingNorPaysForOthers() {
    long party = WORLD.party(2);
    Answer order = WORLD.joining(party, 2);
    String orderId = order.body().path("orderId").asText();
    String cheap = WORLD.book().agree(orderId, "cheap", 1).receiptId();
    String foreign = WORLD.book().agree("another-order", "foreign", 9490).receiptId();

    assertThat(WORLD.confirm(3, orderId, cheap).brief()).isEqualTo("404 NOT_FOUND");
    assertThat(WORLD.confirm(2, orderId, foreign).brief()).isEqualTo("422 INVALID_VALUE");
    assertThat(WORLD.confirm(2, orderId, "made-up").brief()).isEqualTo("422 INVALID_VALUE");
    assertThat(WORLD.confirm(2, orderId, cheap).brief()).isEqualTo("409 PAYMENT_FAILED");
    assertThat(seats()).containsExactly("0 taken 1", "1 free -");
    assertThat(balances()).isEmpty();
    assertThat(WORLD.book().all()).allMatch(receipt -> receipt.held() == 0);
  }

  @Test
  void aClaimOfNoAccessThatTheHostAgreesToGivesEverythingBack() {
    long party = WORLD.party(4);
    WORLD.join(party, 2);
    WORLD.pass(Duration.ofDays(1));
    Answer claim =
        WORLD
            .call("POST", "/parties/" + party + "/claims", 2)
            .body("{\"kind\":\"NO_ACCESS\",\"evidence\":\"초대가 오지 않았어요\"}")
            .send();
    assertThat(claim.body().path("stake").asInt()).isEqualTo(5240);
    long claimId = claim.body().path("claimId").asLong();

    assertThat(
            WORLD
                .call("POST", "/claims/" + claimId + "/answer", 3)
                .body("{\"agree\":true}")
                .send()
                .brief())
        .isEqualTo("404 NOT_FOUND");
    Answer agreed =
        WORLD.call("POST", "/claims/" + claimId + "/answer", HOST).body("{\"agree\":true}").send();

    assertThat(agreed.body().path("state").asText()).isEqualTo("upheld");
    assertThat(balances())
        .containsExactly("escrow 0", "fee 0", "member 0", "provider 0", "refund 0");
  }

  private static List<String> balances() {
    return WORLD.texts(
        "select account || ' ' || sum(amount) as text from ledger_postings group by account order by account");
  }

  private static List<String> seats() {
    return WORLD.texts(
        "select position || ' ' || state || ' ' || coalesce(user_id::text, '-') as text from seats order by position");
  }

  private static List<String> orders() {
    return WORLD.texts(
        "select cycle || ' ' || kind || ' ' || state as text from payment_orders order by cycle");
  }

  private static List<String> membership() {
    return WORLD.texts("select state as text from memberships order by membership_id");
  }
}
