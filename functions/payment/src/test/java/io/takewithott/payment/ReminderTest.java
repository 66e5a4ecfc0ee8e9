package io.takewithott.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.takewithott.core.AppException;
import io.takewithott.core.Environment;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.cloud.CloudClients;
import io.takewithott.core.cloud.CloudConfig;
import io.takewithott.core.http.HttpFunction;
import io.takewithott.core.http.RouteHandler;
import io.takewithott.core.http.Routes;
import io.takewithott.core.lambda.Budget;
import io.takewithott.payment.money.Today;
import io.takewithott.payment.settlement.RecoveryClock;
import io.takewithott.payment.settlement.Reminders;
import io.takewithott.payment.settlement.Reminders.Reminder;
import io.takewithott.testing.EventFiles;
import io.takewithott.testing.Invocations;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When what was begun is looked after: as soon as it may be due, and by one message. */
class ReminderTest {
  @RegisterExtension static final PaymentWorld WORLD = new PaymentWorld();

  private final Today today = new Today(WORLD.clock);

  @BeforeEach
  void nothingHasHappened() {
    WORLD.reset();
  }

  @Test
  void nothingIsDueWhereNothingIsOpen() {
    WORLD.join(WORLD.party(4), 2);

    assertThat(clock().next()).isEmpty();
  }

  @Test
  void aSeatThatIsLockedIsLookedAfterWhenTheLockRunsOutAndOnlyOnce() {
    long party = WORLD.party(4);
    WORLD.joining(party, 2);

    assertThat(clock().next()).contains(start().plus(Duration.ofMinutes(10)));
    assertThat(clock().next()).isEmpty();
    WORLD.pass(Duration.ofMinutes(11));
    // The message may have been lost: after its time there is another one.
    assertThat(clock().next()).contains(start().plus(Duration.ofMinutes(12)));
    WORLD.recover();
    WORLD.pass(Duration.ofMinutes(2));
    assertThat(clock().next()).isEmpty();
  }

  @Test
  void whatIsDueTomorrowIsLeftToTheDailyRuns() {
    WORLD.join(WORLD.party(4), 2);
    WORLD.database.run(
        """
        insert into refunds (refund_id, order_id, party_id, user_id, amount, reason, state, next_at, decided_at)
        select 'g_1', order_id, party_id, user_id, 1, 'goodwill', 'open', '2026-11-22T03:00:00Z', now() from payment_orders
        """);

    assertThat(clock().next()).isEmpty();
    WORLD.pass(Duration.ofHours(23));
    assertThat(clock().next()).contains(Instant.parse("2026-11-22T03:00:00Z"));
  }

  @Test
  void aMessageThatComesTooEarlyIsSentOn() {
    int before = WORLD.endpoints.queued();
    int delayed = WORLD.endpoints.delayed();
    Reminders reminders = reminders();

    assertThat(reminders.isDue(new Reminder("recover", start().getEpochSecond()))).isTrue();
    assertThat(WORLD.endpoints.queued()).isEqualTo(before);
    assertThat(reminders.isDue(new Reminder("recover", start().plusSeconds(3600).getEpochSecond())))
        .isFalse();
    assertThat(WORLD.endpoints.delayed() - delayed).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "PAYMENT_FAILED, 1",
    "UNAVAILABLE, 1",
    "NOT_FOUND, 0",
    "FORBIDDEN, 0",
    "SEAT_TAKEN, 0"
  })
  void whoIsTurnedAwayLeavesNothingOpen(ErrorCode code, int messages) {
    int before = WORLD.endpoints.delayed();
    RouteHandler refusing =
        reminders()
            .after(
                request -> {
                  throw new AppException(code, "no");
                });
    HttpFunction function =
        new HttpFunction(
            new HttpFunction.HttpWiring(
                Routes.builder().get("/party-plans", refusing).build(),
                new Budget(Clock.systemUTC(), Duration.ofSeconds(20)),
                () -> {},
                () -> {})) {};

    assertThat(
            Invocations.invoke(function, EventFiles.read("payment/party-plans"))
                .path("statusCode")
                .asInt())
        .isEqualTo(code.status());
    assertThat(WORLD.endpoints.delayed() - before).isEqualTo(messages);
  }

  private static Instant start() {
    return Instant.parse("2026-11-21T03:00:00Z");
  }

  private RecoveryClock clock() {
    return new RecoveryClock(WORLD.database.database(), today);
  }

  private Reminders reminders() {
    CloudClients clients =
        Environment.of(WORLD.endpoints.environment())
            .read(settings -> new CloudClients(CloudConfig.from(settings)));
    return new Reminders(Optional.of(clients.queue(WORLD.endpoints.queueUrl())), today);
  }
}
