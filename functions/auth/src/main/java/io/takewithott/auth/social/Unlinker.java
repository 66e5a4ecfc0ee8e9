package io.takewithott.auth.social;

import io.takewithott.auth.social.UnlinkStore.Due;
import io.takewithott.auth.social.provider.OAuth;
import io.takewithott.auth.social.provider.Provider;
import io.takewithott.auth.social.provider.ProviderException;
import io.takewithott.auth.social.provider.ProviderException.Reason;
import io.takewithott.auth.social.provider.Providers;
import io.takewithott.auth.social.provider.Registration;
import io.takewithott.auth.social.provider.Registrations;
import io.takewithott.core.database.DatabaseException;
import io.takewithott.core.lambda.Budget;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends connections at their providers. What a provider refuses is over: it does not know the person
 * any more. What it does not answer is tried again, ever more rarely, and given up in the end.
 */
public final class Unlinker {
  private static final int BATCH = 4;

  /** A batch takes no longer, even if every provider is silent. */
  private static final Duration LONGEST_BATCH = Duration.ofSeconds(100);

  private static final int MOST_BATCHES = 1000;

  private static final Duration FIRST_WAIT = Duration.ofHours(1);

  /** An hour doubled seven times, five days in all. */
  private static final int MOST_ATTEMPTS = 8;

  private static final Logger LOG = LoggerFactory.getLogger(Unlinker.class);

  private final UnlinkStore store;
  private final Registrations registrations;
  private final OAuth oauth;
  private final SealedGrant seal;
  private final Budget budget;
  private final InstantSource clock;

  Unlinker(
      UnlinkStore store,
      Registrations registrations,
      OAuth oauth,
      SealedGrant seal,
      Budget budget,
      InstantSource clock) {
    this.store = store;
    this.registrations = registrations;
    this.oauth = oauth;
    this.seal = seal;
    this.budget = budget;
    this.clock = clock;
  }

  /** A scheduled run: everything that is due, as far as the time allows. */
  public Report run() {
    int tried = 0;
    int ended = 0;
    for (int i = 0; i < MOST_BATCHES && budget.remaining().compareTo(LONGEST_BATCH) > 0; i++) {
      List<Due> due = store.take(BATCH, clock.instant());
      ended += (int) due.stream().filter(this::end).count();
      tried += due.size();
      if (due.size() < BATCH) {
        break;
      }
    }
    return new Report(tried, ended);
  }

  /**
   * Tries one while somebody waits, who has been told already that it is done: whatever goes wrong
   * here is made up for by the schedule.
   */
  void runOnce() {
    try {
      store.take(1, clock.instant()).forEach(this::end);
    } catch (DatabaseException failure) {
      LOG.atWarn().setCause(failure).log("a connection was left for the schedule to end");
    }
  }

  private boolean end(Due due) {
    try {
      boolean asked = ask(due);
      LOG.atInfo()
          .addKeyValue("provider", due.provider())
          .addKeyValue("asked", asked)
          .log("a connection was ended");
      store.done(due.unlinkId());
      return true;
    } catch (ProviderException failure) {
      return failed(due, failure);
    }
  }

  private boolean ask(Due due) {
    Optional<Provider> provider = Providers.named(due.provider());
    Optional<Registration> registration = provider.flatMap(registrations::of);
    if (provider.isEmpty() || registration.isEmpty()) {
      return false;
    }
    String grant =
        due.sealedGrant() == null
            ? null
            : seal.open(registration.get(), due.sealedGrant()).orElse(null);
    return oauth.unlink(provider.get(), registration.get(), due.providerUserId(), grant);
  }

  private boolean failed(Due due, ProviderException failure) {
    boolean over = failure.reason() == Reason.REFUSED;
    boolean givenUp = !over && due.attempts() >= MOST_ATTEMPTS;
    LOG.atWarn()
        .addKeyValue("provider", due.provider())
        .addKeyValue("reason", failure.reason().name())
        .addKeyValue("detail", String.valueOf(failure.getMessage()))
        .addKeyValue("givenUp", givenUp)
        .log("a connection could not be ended");
    if (over || givenUp) {
      store.done(due.unlinkId());
    } else {
      Instant now = clock.instant();
      store.later(due.unlinkId(), now.plus(FIRST_WAIT.multipliedBy(1L << (due.attempts() - 1))));
    }
    return over;
  }

  /**
   * @param tried those that were due, up to a run's limit
   * @param ended those that need no further try
   */
  public record Report(int tried, int ended) {}
}
