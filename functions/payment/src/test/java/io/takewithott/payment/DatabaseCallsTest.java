package io.takewithott.payment;

import static io.takewithott.payment.PaymentWorld.HOST;
import static org.assertj.core.api.Assertions.assertThat;

import io.takewithott.payment.PaymentWorld.Answer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How many database calls each route makes when everything goes well, as the README says. */
class DatabaseCallsTest {
  @RegisterExtension static final PaymentWorld WORLD = new PaymentWorld();

  private final Map<String, Integer> calls = new LinkedHashMap<>();

  @Test
  void everyRouteMakesAsManyCallsAsItSays() {
    WORLD.reset();
    long party =
        counted(
                "make",
                () -> WORLD.call("POST", "/parties", HOST).key("counted-party").body(PARTY).send())
            .body()
            .path("partyId")
            .asLong();
    String at = "/parties/" + party;
    counted("plans", () -> WORLD.call("GET", "/party-plans", 0).send());
    counted("list", () -> WORLD.call("GET", "/parties", 0).send());
    counted("party", () -> WORLD.call("GET", at, 0).send());
    counted("preview", () -> WORLD.call("GET", at + "/refund-preview?day=3", 0).send());
    counted("mine", () -> WORLD.call("GET", "/me/parties", HOST).send());
    Answer order = counted("join", () -> WORLD.joining(party, 2));
    String orderId = order.body().path("orderId").asText();
    counted("order", () -> WORLD.call("GET", "/orders/" + orderId, 2).send());
    String receiptId = WORLD.agree(order);
    counted("confirm", () -> WORLD.confirm(2, orderId, receiptId));
    counted(
        "notice",
        () ->
            WORLD
                .call("POST", "/payments/webhook", 0)
                .body("{\"receipt_id\":\"" + receiptId + "\",\"order_id\":\"" + orderId + "\"}")
                .send());
    counted("ledger", () -> WORLD.call("GET", at + "/ledger", 2).send());
    counted("access", () -> WORLD.call("POST", at + "/access", 2).send());
    counted("begin card", () -> WORLD.call("POST", "/me/billing-key", 2).send());
    counted("card", () -> WORLD.call("GET", "/me/billing-key", 2).send());
    counted("remove card", () -> WORLD.call("DELETE", "/me/billing-key", 2).send());
    counted("vault", () -> WORLD.call("GET", at + "/vault", 2).send());
    counted(
        "save",
        () ->
            WORLD
                .call("PUT", at + "/vault", HOST)
                .body("{\"account\":\"a\",\"password\":\"b\"}")
                .send());
    counted("reveal", () -> WORLD.call("POST", at + "/vault/reveal", 2).send());
    counted("reveals", () -> WORLD.call("GET", at + "/vault/reveals", 2).send());
    counted("board", () -> WORLD.call("GET", at + "/screens", 2).send());
    Answer screen =
        counted(
            "reserve",
            () ->
                WORLD
                    .call("POST", at + "/screens", 2)
                    .body("{\"from\":\"2026-11-22T20:00\",\"minutes\":60}")
                    .send());
    String reservation = screen.body().path("reservationId").asText();
    counted("free", () -> WORLD.call("DELETE", at + "/screens/" + reservation, 2).send());
    counted("erase", () -> WORLD.call("DELETE", at + "/vault", HOST).send());
    counted("payments", () -> WORLD.call("GET", "/me/payments", 2).send());
    counted("receipt", () -> WORLD.call("GET", "/orders/" + orderId + "/receipt", 2).send());
    counted("payouts", () -> WORLD.call("GET", "/me/payouts", HOST).send());
    counted("export", () -> WORLD.call("GET", "/me/payments/export", 2).send());
    counted("host export", () -> WORLD.call("GET", "/me/payouts/export", HOST).send());
    WORLD.pass(Duration.ofDays(3));
    Answer claim =
        counted(
            "claim",
            () ->
                WORLD
                    .call("POST", at + "/claims", 2)
                    .body("{\"kind\":\"ACCESS_LOST\",\"evidence\":\"x\"}")
                    .send());
    String claimAt = "/claims/" + claim.body().path("claimId").asLong();
    counted("claims", () -> WORLD.call("GET", at + "/claims", 2).send());
    counted(
        "contest",
        () ->
            WORLD
                .call("POST", claimAt + "/answer", HOST)
                .body("{\"agree\":false,\"text\":\"x\"}")
                .send());
    counted("admin refunds", () -> WORLD.call("GET", "/admin/refunds", 9).admin().send());
    counted("admin orders", () -> WORLD.call("GET", "/admin/orders?userId=2", 9).admin().send());
    counted("admin order", () -> WORLD.call("GET", "/admin/orders/" + orderId, 9).admin().send());
    counted("desk", () -> WORLD.call("GET", "/admin/desk-actions", 9).admin().send());
    counted("fees", () -> WORLD.call("GET", "/admin/fees/export", 9).admin().send());
    counted("admin claims", () -> WORLD.call("GET", "/admin/claims", 9).admin().send());
    counted("withdraw", () -> WORLD.call("POST", claimAt + "/withdrawal", 2).send());
    WORLD.settle();
    counted(
        "refund",
        () ->
            WORLD
                .call("POST", "/admin/refunds", 9)
                .admin()
                .key("counted-refund")
                .body("{\"orderId\":\"" + orderId + "\",\"amount\":1,\"reason\":\"x\"}")
                .send());
    counted("leave", () -> WORLD.call("POST", at + "/leave", 2).body("{\"when\":\"now\"}").send());
    counted(
        "pause",
        () -> WORLD.call("PUT", at + "/state", HOST).body("{\"state\":\"paused\"}").send());
    counted("close", () -> WORLD.call("DELETE", at, HOST).send());

    assertThat(calls.toString())
        .isEqualTo(
            "{make=3, plans=1, list=1, party=1, preview=1, mine=1, join=2, order=1, confirm=4, notice=2,"
                + " ledger=1, access=1, begin card=2, card=2, remove card=3, vault=1, save=4, reveal=2,"
                + " reveals=2, board=1, reserve=3, free=1, erase=2, payments=2, receipt=2, payouts=3,"
                + " export=2, host export=2, claim=3, claims=1, contest=3, admin refunds=2,"
                + " admin orders=2, admin order=2, desk=2,"
                + " fees=2, admin claims=2, withdraw=2, refund=10, leave=5, pause=1, close=3}");
  }

  private static final String PARTY =
      "{\"service\":\"tving\",\"plan\":\"premium\",\"title\":\"x\",\"seats\":4,\"relation\":\"strangers\"}";

  private Answer counted(String what, Supplier<Answer> call) {
    int before = WORLD.database.calls();
    Answer answer = call.get();
    assertThat(answer.status()).as(what + ": " + answer).isLessThan(300);
    calls.put(what, WORLD.database.calls() - before);
    return answer;
  }
}
