package io.takewithott.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.takewithott.payment.PaymentWorld.Answer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Several of the same at the same moment: double clicks, two functions, notices meanwhile. */
class AtOnceTest {
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
  void anOrderThatIsConfirmedManyTimesAtOnceIsPaidOnce() throws Exception {
    long party = WORLD.party(2);
    Answer order = WORLD.joining(party, 2);
    String orderId = order.body().path("orderId").asText();
    String receiptId = WORLD.agree(order);

    AtOnce.of(
        12,
        i ->
            i % 3 == 0
                ? WORLD
                    .call("POST", "/payments/webhook", 0)
                    .body("{\"receipt_id\":\"" + receiptId + "\",\"order_id\":\"" + orderId + "\"}")
                    .send()
                : WORLD.confirm(2, orderId, receiptId));

    assertThat(WORLD.texts("select state as text from payment_orders")).containsExactly("paid");
    assertThat(WORLD.texts("select business_key as text from ledger_entries"))
        .containsExactly("paid:" + orderId);
    assertThat(INVARIANTS.unexplained()).isEmpty();
  }

  @Test
  void monthsThatAreChargedByManyFunctionsAtOnceAreChargedOnce() throws Exception {
    long party = WORLD.party(4);
    for (long user = 2; user <= 4; user++) {
      WORLD.join(party, user);
      WORLD.card(user);
    }
    WORLD.pass(Duration.ofDays(30));

    List<Integer> charged = AtOnce.of(6, i -> WORLD.bill());

    // On a busy machine the provider may have been too slow for one of them.
    WORLD.pass(Duration.ofMinutes(11));
    WORLD.recover();
    assertThat(charged.stream().mapToInt(Integer::intValue).sum()).isEqualTo(3);
    assertThat(WORLD.texts("select state as text from payment_orders where kind = 'cycle'"))
        .containsExactly("paid", "paid", "paid");
    assertThat(WORLD.book().all().stream().filter(receipt -> receipt.held() > 0)).hasSize(6);
    assertThat(INVARIANTS.unexplained()).isEmpty();
  }

  @Test
  void hostsArePaidOnceByManyFunctionsAtOnce() throws Exception {
    long party = WORLD.party(4);
    WORLD.join(party, 2);
    WORLD.pass(Duration.ofDays(9));
    WORLD.settle();
    WORLD.pass(Duration.ofDays(3));

    List<Integer> paid = AtOnce.of(6, i -> WORLD.settle().paid());

    assertThat(paid.stream().mapToInt(Integer::intValue).sum()).isEqualTo(1);
    assertThat(WORLD.texts("select amount::text as text from payouts")).containsExactly("1278");
    assertThat(INVARIANTS.broken()).isEmpty();
  }

  @Test
  void leavingWhileBeingRemovedWhileTheNightlyRunCreditsGivesBackOnce() throws Exception {
    long party = WORLD.party(4);
    String orderId = WORLD.join(party, 2);
    WORLD.pass(Duration.ofDays(10));
    String membership = WORLD.texts("select membership_id::text as text from memberships").get(0);

    AtOnce.of(
        9,
        i ->
            switch (i % 3) {
              case 0 ->
                  WORLD
                      .call("POST", "/parties/" + party + "/leave", 2)
                      .body("{\"when\":\"now\"}")
                      .send()
                      .status();
              case 1 ->
                  WORLD
                      .call(
                          "POST",
                          "/parties/" + party + "/members/" + membership + "/removal",
                          PaymentWorld.HOST)
                      .body("{\"rule\":\"MISUSED\",\"text\":\"…\"}")
                      .send()
                      .status();
              default -> WORLD.settle().credited();
            });
    WORLD.recover();

    assertThat(WORLD.book().ofOrder(orderId).get(0).cancelled()).isBetween(2830L, 3490L);
    assertThat(WORLD.texts("select state as text from refunds")).containsExactly("done");
    assertThat(INVARIANTS.unexplained()).isEmpty();
  }
}
