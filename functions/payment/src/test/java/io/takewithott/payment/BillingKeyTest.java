package io.takewithott.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What members are charged by lies sealed, also what was stored before it was. */
class BillingKeyTest {
  @RegisterExtension static final PaymentWorld WORLD = new PaymentWorld();

  private static final String KEYS =
      "select coalesce(billing_key, '-') || ' ' || left(coalesce(sealed_key, '-'), 3) from billing_keys";

  @BeforeEach
  void aMemberWithACard() {
    WORLD.reset();
    WORLD.join(WORLD.party(4), 2);
    WORLD.card(2);
  }

  @Test
  void aKeyIsInNoTableAndStillCharges() {
    String key = WORLD.book().all().get(1).billingKey();

    assertThat(key).isNotNull();
    assertThat(WORLD.texts(KEYS)).containsExactly("- v1.");
    assertThat(WORLD.everything()).noneMatch(row -> row.contains(String.valueOf(key)));
    WORLD.pass(Duration.ofDays(30));
    assertThat(WORLD.bill()).isEqualTo(1);
    assertThat(WORLD.texts("select state from payment_orders where kind = 'cycle'"))
        .containsExactly("paid");
  }

  @Test
  void anOldKeyIsSealedByTheNightlyRun() {
    inClear();

    WORLD.bill();

    assertThat(WORLD.texts(KEYS)).containsExactly("- v1.");
  }

  @Test
  void anOldKeyIsSealedWhenItIsUsedAndEnded() {
    inClear();

    WORLD.card(2);

    assertThat(WORLD.texts(KEYS)).containsExactly("- v1.");
    assertThat(WORLD.call("DELETE", "/me/billing-key", 2).send().status()).isEqualTo(204);
    assertThat(WORLD.texts(KEYS)).isEmpty();
  }

  @Test
  void aKeyThatCannotBeOpenedChargesNobodyAndIsTriedAgain() {
    WORLD.database.run("update billing_keys set sealed_key = sealed_key || 'AAAA'");
    WORLD.pass(Duration.ofDays(30));

    WORLD.bill();
    WORLD.pass(Duration.ofMinutes(11));
    WORLD.recover();

    assertThat(
            WORLD.texts("select state || ' ' || reason from payment_orders where kind = 'cycle'"))
        .containsExactly("failed not charged");
    assertThat(WORLD.texts("select state from cycles where cycle = 1")).containsExactly("due");
    // It stands in nobody's way who wants to take another card, or none.
    WORLD.card(2);
    WORLD.pass(Duration.ofDays(1));
    WORLD.bill();
    assertThat(WORLD.texts("select state from cycles where cycle = 1")).containsExactly("paid");
  }

  /** As it was stored before. */
  private static void inClear() {
    WORLD.database.run(
        "update billing_keys set sealed_key = null, billing_key = '"
            + WORLD.book().all().get(1).billingKey()
            + "'");
  }
}
