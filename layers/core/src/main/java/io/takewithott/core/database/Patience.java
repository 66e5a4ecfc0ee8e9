package io.takewithott.core.database;

import io.takewithott.core.database.DatabaseException.Kind;
import io.takewithott.core.lambda.Budget;
import java.net.ConnectException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.rdsdata.model.DatabaseErrorException;
import software.amazon.awssdk.services.rdsdata.model.DatabaseResumingException;
import software.amazon.awssdk.services.rdsdata.model.RdsDataException;
import software.amazon.awssdk.services.rdsdata.model.StatementTimeoutException;
import software.amazon.awssdk.services.rdsdata.model.TransactionNotFoundException;

/** Decides which failed calls are tried again, and for how long, within the budget. */
final class Patience {
  static final Sleeper SLEEPING = duration -> Thread.sleep(duration.toMillis());

  private static final Logger LOG = LoggerFactory.getLogger(Patience.class);

  /** A paused cluster needs about 15 s; asking more often does not wake it sooner. */
  private static final Duration RESUME_STEP = Duration.ofMillis(1500);

  /** The least that must be left for a call to be worth making. */
  private static final Duration LEAST = Duration.ofMillis(300);

  /** The Data API itself ends a statement after 45 s. */
  private static final Duration LONGEST_CALL = Duration.ofSeconds(50);

  /** Tries of a read whose connection broke or whose service failed: enough for a passing fault. */
  private static final int READ_TRIES = 3;

  private final Budget budget;
  private final Sleeper sleeper;

  Patience(Budget budget, Sleeper sleeper) {
    this.budget = budget;
    this.sleeper = sleeper;
  }

  /**
   * @param repeatable whether running the statement twice does no harm
   * @throws DatabaseException for every failure
   */
  <T> T call(boolean repeatable, Function<AwsRequestOverrideConfiguration, T> call) {
    int tries = 0;
    while (true) {
      tries++;
      try {
        AwsRequestOverrideConfiguration timeout = timeout();
        budget.countDatabaseCall();
        return call.apply(timeout);
      } catch (DatabaseResumingException waking) {
        waitForResume(waking);
      } catch (DatabaseErrorException failed) {
        throw DatabaseException.ofMessage(message(failed), failed);
      } catch (TransactionNotFoundException ended) {
        throw new DatabaseException(Kind.TRANSACTION_ENDED, message(ended), ended);
      } catch (StatementTimeoutException slow) {
        throw new DatabaseException(Kind.TIMEOUT, message(slow), slow);
      } catch (RdsDataException | SdkClientException fault) {
        giveUpUnlessHarmless(fault, repeatable, tries);
      }
    }
  }

  private AwsRequestOverrideConfiguration timeout() {
    Duration left = budget.remaining();
    if (left.compareTo(LEAST) < 0) {
      throw new DatabaseException(
          Kind.UNAVAILABLE, "No time is left in this request to ask the database", null);
    }
    Duration longest = left.compareTo(LONGEST_CALL) < 0 ? left : LONGEST_CALL;
    return AwsRequestOverrideConfiguration.builder().apiCallTimeout(longest).build();
  }

  private void waitForResume(DatabaseResumingException waking) {
    Duration left = budget.remaining();
    if (left.compareTo(RESUME_STEP.plus(LEAST)) < 0) {
      throw new DatabaseException(
          Kind.UNAVAILABLE,
          "The database was still waking up when the request's time ended",
          waking);
    }
    LOG.info("the database is waking up; {} ms are left to wait", left.toMillis());
    pause(RESUME_STEP);
  }

  private void giveUpUnlessHarmless(RuntimeException fault, boolean repeatable, int tries) {
    boolean neverSent = causedBy(fault, ConnectException.class) != null;
    boolean passing = neverSent || isServiceFault(fault);
    if (passing && (repeatable || neverSent) && tries < READ_TRIES) {
      pause(Duration.ofMillis(ThreadLocalRandom.current().nextLong(50L << tries)));
      return;
    }
    if (passing && !repeatable && !neverSent) {
      throw new DatabaseException(
          Kind.UNKNOWN_OUTCOME, "The statement may or may not have run: " + message(fault), fault);
    }
    Kind kind = passing ? Kind.UNAVAILABLE : Kind.OTHER;
    throw new DatabaseException(kind, message(fault), fault);
  }

  private static boolean isServiceFault(RuntimeException fault) {
    if (fault instanceof RdsDataException answered) {
      return answered.statusCode() >= 500;
    }
    return fault instanceof ApiCallTimeoutException || fault instanceof SdkClientException;
  }

  private void pause(Duration duration) {
    try {
      sleeper.sleep(duration);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new DatabaseException(Kind.UNAVAILABLE, "Interrupted while waiting", stop);
    }
  }

  private static @Nullable Throwable causedBy(Throwable failure, Class<?> type) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return cause;
      }
    }
    return null;
  }

  private static String message(Throwable failure) {
    String message = failure.getMessage();
    return message == null ? failure.getClass().getSimpleName() : message;
  }

  /** Waiting, so that a test need not. */
  interface Sleeper {
    void sleep(Duration duration) throws InterruptedException;
  }
}
