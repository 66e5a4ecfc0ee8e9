package io.takewithott.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.takewithott.auth.AuthApi.Answer;
import io.takewithott.testing.TestDatabase;
import io.takewithott.testing.TestEndpoints;
import java.time.Duration;
import java.time.Instant;
import java.util.function.IntFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A thousand wrong passwords, one a second, in three ways; prints how many were looked at. */
class WrongPasswordsTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.withSchema();
  @RegisterExtension static final TestEndpoints ENDPOINTS = TestEndpoints.start();

  private static final int MANY = 1000;

  private static AuthApi api;

  @BeforeAll
  static void start() {
    api = new AuthApi(DATABASE, ENDPOINTS);
  }

  @BeforeEach
  void forgetEverybody() {
    DATABASE.run("delete from users; delete from rate_limits");
    api.join("mina");
  }

  @Test
  void fromOneAddressAgainstOneAccount() {
    int looked = attack("one address, one account", i -> "mina", i -> "203.0.113.7");

    // 5 at once, then after 2, 4, 8 … 512 seconds; the next wait would be 900.
    assertThat(looked).isBetween(13, 14);
  }

  @Test
  void fromOneAddressAgainstManyAccounts() {
    int looked = attack("one address, 1,000 accounts", i -> "user" + i, i -> "203.0.113.7");

    assertThat(looked).isBetween(38, 39);
  }

  @Test
  void fromManyAddressesAgainstOneAccount() {
    int looked =
        attack(
            "1,000 addresses, one account",
            i -> "mina",
            i -> "198.51." + i / 200 + "." + (i % 200 + 1));

    assertThat(looked).isBetween(13, 14);
  }

  /** One subscriber has 18 quintillion addresses of version 6. */
  @Test
  void fromManyAddressesOfOneSubscriber() {
    int looked =
        attack(
            "one IPv6 network, 1,000 accounts",
            i -> "user" + i,
            i -> "2001:db8:1:2::" + Integer.toHexString(i + 1));

    assertThat(looked).isBetween(38, 39);
  }

  @Test
  void theOwnerIsLetInAfterTheWaitAndTheWaitIsForgotten() {
    for (int i = 0; i < 6; i++) {
      api.logIn("mina", "wrong " + i).send();
    }
    Answer blocked = api.logIn("mina", AuthApi.PASSWORD).send();
    assertThat(blocked.status()).isEqualTo(429);
    assertThat(blocked.code()).isEqualTo("TOO_MANY_REQUESTS");
    String wait = blocked.headers().path("retry-after").asText();
    assertThat(wait)
        .isEqualTo(blocked.body().path("error").path("details").path("retryAfterSeconds").asText());

    api.clock.pass(Duration.ofSeconds(Long.parseLong(wait)));
    assertThat(api.logIn("mina", AuthApi.PASSWORD).send().status()).isEqualTo(200);
    for (int i = 0; i < 5; i++) {
      assertThat(api.logIn("mina", "wrong " + i).send().status()).isEqualTo(401);
    }
  }

  @Test
  void anAddressWithNoAccountIsAnsweredAndSlowedTheSame() {
    for (int i = 0; i < 8; i++) {
      Answer known = api.logIn("mina", "wrong").from("203.0.113.1").send();
      Answer unknown = api.logIn("nobody", "wrong").from("203.0.113.2").send();
      assertThat(unknown.status()).isEqualTo(known.status());
      assertThat(unknown.body()).isEqualTo(known.body());
    }
  }

  @Test
  void anAddressWithNoAccountTakesAsLongAndAsManyCalls() {
    // The fastest of each: what else the machine does only adds.
    long known = Long.MAX_VALUE;
    long unknown = Long.MAX_VALUE;
    int callsForKnown = 0;
    int callsForUnknown = 0;
    for (int i = 0; i < 4; i++) {
      int before = DATABASE.calls();
      long start = System.nanoTime();
      api.logIn("mina", "wrong").from("203.0.113.1").send();
      known = Math.min(known, System.nanoTime() - start);
      callsForKnown += DATABASE.calls() - before;
      before = DATABASE.calls();
      start = System.nanoTime();
      api.logIn("nobody", "wrong").from("203.0.113.2").send();
      unknown = Math.min(unknown, System.nanoTime() - start);
      callsForUnknown += DATABASE.calls() - before;
    }
    System.out.printf(
        "wrong password, fastest of 4: known address %.1f ms, unknown address %.1f ms%n",
        known / 1e6, unknown / 1e6);
    assertThat(callsForUnknown).isEqualTo(callsForKnown);
    assertThat((double) unknown / known).isBetween(0.4, 2.5);
  }

  /** The one who knows a password must not buy guesses at others' with log-ins of their own. */
  @Test
  void logInsOfOnesOwnDoNotClearTheAddress() {
    int looked = 0;
    Instant end = api.clock.instant().plus(Duration.ofMinutes(30));
    for (int i = 0; api.clock.instant().isBefore(end); i++) {
      String address = "203.0.113.9";
      if (api.logIn("victim" + i, "guess").from(address).send().status() == 401) {
        looked++;
      }
      api.logIn("mina", AuthApi.PASSWORD).from(address).send();
      api.clock.pass(Duration.ofSeconds(10));
    }
    System.out.printf("with own log-ins between, in 30 minutes: %d of 180 looked at%n", looked);
    assertThat(looked).isLessThan(50);
  }

  private static int attack(String name, IntFunction<String> account, IntFunction<String> address) {
    int looked = 0;
    for (int i = 0; i < MANY; i++) {
      Answer answer = api.logIn(account.apply(i), "wrong " + i).from(address.apply(i)).send();
      assertThat(answer.status()).isIn(401, 429);
      looked += answer.status() == 401 ? 1 : 0;
      api.clock.pass(Duration.ofSeconds(1));
    }
    System.out.printf("1,000 wrong passwords, one a second, %s: %d looked at%n", name, looked);
    return looked;
  }
}
