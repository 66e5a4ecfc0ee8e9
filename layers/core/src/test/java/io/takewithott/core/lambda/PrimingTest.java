package io.takewithott.core.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.crac.Core;
import org.junit.jupiter.api.Test;

class PrimingTest {
  @Test
  void aFailureWhilePrimingDoesNotPreventTheSnapshot() {
    List<String> seen = new ArrayList<>();
    Priming priming =
        Priming.register(
            () -> {
              seen.add("warm");
              throw new IllegalStateException("the database sleeps");
            },
            () -> seen.add("restored"));

    priming.beforeCheckpoint(Core.getGlobalContext());
    priming.afterRestore(Core.getGlobalContext());

    assertThat(seen).containsExactly("warm", "restored");
  }

  @Test
  void theFirstInvocationAfterAStartKnowsOfIt() {
    List<Start> seen = new ArrayList<>();
    List<Priming> self = new ArrayList<>();
    Priming priming = Priming.register(() -> seen.add(self.get(0).start()), () -> {});
    self.add(priming);

    seen.add(priming.start());
    priming.beforeCheckpoint(Core.getGlobalContext());
    priming.afterRestore(Core.getGlobalContext());
    seen.add(priming.start());
    seen.add(priming.start());

    assertThat(seen)
        .as("initialised, primed, restored, and after")
        .containsExactly(Start.COLD, Start.WARM, Start.RESTORED, Start.WARM);
  }

  @Test
  void anInvocationsCallsOfTheDatabaseAreItsOwn() {
    Budget budget = new Budget(Instant::now, Duration.ofSeconds(25));

    budget.begin(Duration.ofSeconds(20));
    budget.countDatabaseCall();
    budget.countDatabaseCall();
    assertThat(budget.databaseCalls()).isEqualTo(2);
    budget.begin(Duration.ofSeconds(20));
    assertThat(budget.databaseCalls()).isZero();
  }

  @Test
  void aBudgetIsTheShorterOfLambdasTimeAndOurs() {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    Budget budget = new Budget(now::get, Duration.ofSeconds(25));

    assertThat(budget.remaining()).isEqualTo(Duration.ofSeconds(25));
    budget.begin(Duration.ofSeconds(60));
    now.set(Instant.ofEpochSecond(10));
    assertThat(budget.remaining()).isEqualTo(Duration.ofSeconds(15));
    budget.begin(Duration.ofSeconds(3));
    assertThat(budget.remaining()).isEqualTo(Duration.ofSeconds(3));
    now.set(Instant.ofEpochSecond(99));
    assertThat(budget.remaining()).isEqualTo(Duration.ZERO);
  }
}
