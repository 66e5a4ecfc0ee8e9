package io.takewithott.auth.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.http.Response;
import io.takewithott.core.limits.Claim;
import io.takewithott.core.limits.RateLimits;
import io.takewithott.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RateLimitsTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.withSchema();

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-21T00:00:00Z"));
  private final RateLimits limits = new RateLimits(DATABASE.database(), now::get);

  @BeforeEach
  void forgetEverybody() {
    DATABASE.run("delete from rate_limits");
  }

  @Test
  void theFirstAreFreeAndEveryNextWaitIsTwiceAsLong() {
    List<Long> waits = new ArrayList<>();
    for (int i = 0; i < 18; i++) {
      waits.add(takeWhenAllowed(Limit.LOG_IN_ACCOUNT.of("mina")));
    }

    assertThat(waits)
        .containsExactly(
            0L, 0L, 0L, 0L, 0L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 512L, 900L, 900L, 900L,
            900L);
  }

  @Test
  void everyLimitGrowsToItsLongestWait() {
    for (Limit limit : Limit.values()) {
      long longest = 0;
      for (int i = 0; i < limit.allowance().free() + 12; i++) {
        longest = Math.max(longest, takeWhenAllowed(limit.of("somebody")));
      }
      assertThat(longest).as(limit.name()).isEqualTo(limit.allowance().longestWait().toSeconds());
    }
  }

  @Test
  void aThousandPatientGuessesTakeDays() {
    Instant start = now.get();
    for (int i = 0; i < 1000; i++) {
      takeWhenAllowed(Limit.LOG_IN_ACCOUNT.of("mina"));
    }
    Duration taken = Duration.between(start, now.get());

    System.out.printf(
        "1,000 wrong passwords for one account, as fast as the limits let them: %.1f days%n",
        taken.toMinutes() / 1440.0);
    assertThat(taken).isGreaterThan(Duration.ofDays(10));
  }

  @Test
  void whoTriesDuringAWaitMakesItNoLonger() {
    for (int i = 0; i < 6; i++) {
      takeWhenAllowed(Limit.LOG_IN_ACCOUNT.of("mina"));
    }
    for (int i = 0; i < 20; i++) {
      assertThat(refusal(Limit.LOG_IN_ACCOUNT.of("mina"))).isEqualTo(4);
    }
    now.updateAndGet(moment -> moment.plusSeconds(4));
    limits.take(Limit.LOG_IN_ACCOUNT.of("mina"));
  }

  @Test
  void aBlockedAddressDoesNotBlockTheAccount() {
    for (int i = 0; i < 31; i++) {
      takeWhenAllowed(Limit.LOG_IN_ADDRESS.of("203.0.113.7"));
    }
    for (int i = 0; i < 20; i++) {
      refusal(Limit.LOG_IN_ADDRESS.of("203.0.113.7"), Limit.LOG_IN_ACCOUNT.of("mina"));
    }

    limits.take(Limit.LOG_IN_ADDRESS.of("203.0.113.8"), Limit.LOG_IN_ACCOUNT.of("mina"));
  }

  @Test
  void whoIsQuietLongEnoughIsForgotten() {
    for (int i = 0; i < 12; i++) {
      takeWhenAllowed(Limit.LOG_IN_ACCOUNT.of("mina"));
    }
    now.updateAndGet(moment -> moment.plus(Duration.ofHours(24)));

    for (int i = 0; i < 5; i++) {
      limits.take(Limit.LOG_IN_ACCOUNT.of("mina"));
    }
  }

  @Test
  void ofManyAtOnceNoMoreThanAreFreeGetThrough() throws Exception {
    ExecutorService attackers = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Boolean>> attempts = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        attempts.add(() -> refusal(Limit.LOG_IN_ACCOUNT.of("mina")) == 0);
      }
      int through = 0;
      for (Future<Boolean> attempt : attackers.invokeAll(attempts)) {
        through += attempt.get() ? 1 : 0;
      }
      assertThat(through).isEqualTo(5);
    } finally {
      attackers.shutdownNow();
    }
  }

  @Test
  void theMessageSaysHowLongAndNothingElse() {
    for (int i = 0; i < 5; i++) {
      limits.take(Limit.LOG_IN_ACCOUNT.of("mina@example.com"));
    }

    assertThatThrownBy(() -> limits.take(Limit.LOG_IN_ACCOUNT.of("mina@example.com")))
        .isInstanceOf(AppException.class)
        .hasMessage("That was tried too often: wait 2 seconds")
        .extracting(failure -> ((AppException) failure).code())
        .isEqualTo(ErrorCode.TOO_MANY_REQUESTS);
  }

  @Test
  void anAttemptIsOneDatabaseCall() {
    int before = DATABASE.calls();
    limits.take(Limit.LOG_IN_ADDRESS.of("203.0.113.7"), Limit.LOG_IN_ACCOUNT.of("mina"));

    assertThat(DATABASE.calls() - before).isEqualTo(1);
  }

  /** How long the claim had to be waited for. */
  private long takeWhenAllowed(Claim claim) {
    long wait = refusal(claim);
    if (wait > 0) {
      now.updateAndGet(moment -> moment.plusSeconds(wait));
      limits.take(claim);
    }
    return wait;
  }

  /** The seconds to wait, none when the attempt was let through. */
  private long refusal(Claim... claims) {
    try {
      limits.take(claims);
      return 0;
    } catch (AppException refused) {
      return Long.parseLong(String.valueOf(refused.details().get(Response.RETRY_AFTER_SECONDS)));
    }
  }
}
