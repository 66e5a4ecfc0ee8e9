package io.takewithott.payment;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.takewithott.cloud.bootpay.BootpayFault;
import io.takewithott.payment.Step.Deed;
import io.takewithott.payment.Step.Trouble;
import io.takewithott.payment.money.Won;
import io.takewithott.testing.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.slf4j.LoggerFactory;

/**
 * Random sequences of everything that can happen, with processes that die and a provider that
 * misbehaves: the money is right after every step, and explained to the won when what was begun is
 * finished. {@code -Djqwik.tries.default=10000} for a long run.
 */
class MoneyPropertyTest {
  private static final PaymentWorld WORLD = new PaymentWorld(new Won(1000), true);
  private static final Invariants INVARIANTS = new Invariants(WORLD);

  /** What the sequences led to, for the report: a property that leads nowhere proves nothing. */
  private static final String HAPPENED =
      """
      select kind || ' order ' || state || coalesce(': ' || reason, '') as text from payment_orders
      union all
      select 'membership ' || state || coalesce(': ' || end_reason, '') from memberships
      union all
      select 'month ' || state || case when cycle > 0 then ', later' else ', first' end from cycles
      union all
      select 'claim ' || state || ': ' || kind || case when proposed_by is null then '' else ', by two' end from party_claims
      union all
      select 'refund ' || state || ': ' || reason from refunds
      union all
      select 'payout' from payouts
      union all
      select 'proposed refund ' || state || case when needs_two then ', by two' else '' end from refund_proposals
      union all
      select 'log-in shown' || case when user_id = 1 then ', to the host' else '' end from vault_reveals
      union all
      select 'screen reserved' from screen_reservations
      union all
      select 'difference' from reconciliation_differences
      union all
      select 'host changed' from parties where host_id <> 1
      union all
      select 'party ' || state from parties
      """;

  private static final Map<String, Integer> HAPPENINGS = new TreeMap<>();
  private static final int MOST_TRIES = 3;
  private static final String OURS = "io.takewithott";
  private static final Map<String, Spent> SPENT = new TreeMap<>();
  private static int sequences;
  private static int steps;
  private static long started;

  @BeforeContainer
  static void open() throws Exception {
    // A line for every request of 500 sequences is for nobody to read.
    ((Logger) LoggerFactory.getLogger(OURS)).setLevel(Level.OFF);
    WORLD.open();
    INVARIANTS.prepare();
    started = System.nanoTime();
  }

  @AfterContainer
  static void close() throws Exception {
    WORLD.close();
    ((Logger) LoggerFactory.getLogger(OURS)).setLevel(Level.INFO);
    report();
  }

  @Property(shrinking = ShrinkingMode.BOUNDED, edgeCases = EdgeCasesMode.NONE)
  void everyWonIsExplained(
      @ForAll @IntRange(max = 2) int members, @ForAll("sequences") List<Step> sequence) {
    Actor actor =
        timed(
            "making a world",
            () -> {
              WORLD.reset();
              return new Actor(WORLD, members);
            });
    for (Step step : sequence) {
      timed("steps", () -> actor.act(step));
      List<String> broken = timed("checks", INVARIANTS::broken);
      assertThat(broken).as("after %s of %s", step, sequence).isEmpty();
      assertThat(actor.surprises()).as("at %s of %s", step, sequence).isEmpty();
      steps++;
    }
    List<String> unexplained = finished(actor);
    assertThat(unexplained).as("at the end of %s", sequence).isEmpty();
    sequences++;
    WORLD.texts(HAPPENED).forEach(what -> HAPPENINGS.merge(what, 1, Integer::sum));
  }

  /** What is left when everybody has tried a few times: on a slow machine a call may time out. */
  private static List<String> finished(Actor actor) {
    List<String> unexplained = List.of("nobody has tried");
    for (int tries = 0; tries < MOST_TRIES && !unexplained.isEmpty(); tries++) {
      timed("finishing", actor::finish);
      unexplained = timed("checks", INVARIANTS::unexplained);
    }
    return unexplained;
  }

  private static <T> T timed(String what, Supplier<T> task) {
    long begun = System.nanoTime();
    int calls = WORLD.database.calls();
    try {
      return task.get();
    } finally {
      Spent spent = SPENT.computeIfAbsent(what, name -> new Spent());
      spent.nanos += System.nanoTime() - begun;
      spent.calls += WORLD.database.calls() - calls;
    }
  }

  private static void timed(String what, Runnable task) {
    timed(
        what,
        () -> {
          task.run();
          return what;
        });
  }

  /** Where the time goes. */
  private static final class Spent {
    private long nanos;
    private int calls;

    @Override
    public String toString() {
      return Duration.ofNanos(nanos).toSeconds() + " s, " + calls + " database calls";
    }
  }

  @Provide
  Arbitrary<List<Step>> sequences() {
    return Combinators.combine(
            deeds(),
            Arbitraries.of(2L, 2L, 3L, 3L, 4L, 5L),
            Arbitraries.integers().between(0, 17),
            troubles())
        .as(Step::new)
        .list()
        .ofMinSize(3)
        .ofMaxSize(15);
  }

  /** What leads somewhere comes more often. */
  private static Arbitrary<Deed> deeds() {
    return Arbitraries.frequencyOf(
        Tuple.of(5, Arbitraries.just(Deed.JOIN_AND_PAY)),
        Tuple.of(3, Arbitraries.just(Deed.BILL)),
        Tuple.of(2, Arbitraries.just(Deed.SETTLE)),
        Tuple.of(2, Arbitraries.just(Deed.MONTH_ENDS)),
        Tuple.of(3, Arbitraries.of(Deed.CLAIM_NO_ACCESS, Deed.CLAIM_ACCESS_LOST)),
        Tuple.of(3, Arbitraries.of(Deed.HOST_ANSWERS, Deed.ADMIN_DECIDES)),
        Tuple.of(5, Arbitraries.of(Deed.REVEAL, Deed.ADMIN_REFUNDS, Deed.ADMIN_AGREES)),
        Tuple.of(25, Arbitraries.of(Deed.values())));
  }

  private static Arbitrary<Trouble> troubles() {
    Arbitrary<BootpayFault> faults =
        Arbitraries.of(BootpayFault.values())
            // These take as long as we wait; one of both is enough here.
            .filter(fault -> fault != BootpayFault.LATE_BEFORE && fault != BootpayFault.LATE_AFTER);
    return Combinators.combine(
            Arbitraries.frequency(
                Tuple.of(5, Trouble.Kind.NONE),
                Tuple.of(2, Trouble.Kind.DIES_BEFORE_A_CALL),
                Tuple.of(2, Trouble.Kind.DIES_AFTER_A_CALL),
                Tuple.of(3, Trouble.Kind.PROVIDER_MISBEHAVES)),
            Arbitraries.integers().between(0, 9),
            faults)
        .as(Trouble::new);
  }

  private static void report() throws IOException {
    Duration took = Duration.ofNanos(System.nanoTime() - started);
    Path file = Checkout.root().resolve("functions/payment/target/money-property.txt");
    StringBuilder text = new StringBuilder();
    text.append(sequences).append(" sequences, ").append(steps).append(" steps, ");
    text.append(took.toSeconds()).append(" s\n\n");
    SPENT.forEach((what, spent) -> text.append(what).append(": ").append(spent).append('\n'));
    text.append('\n');
    HAPPENINGS.forEach((what, times) -> text.append(times).append(" × ").append(what).append('\n'));
    Files.writeString(file, text);
  }
}
