package io.takewithott.auth.social;

import io.takewithott.auth.social.UnlinkStore.Due;
import io.takewithott.auth.social.provider.OAuth;
import io.takewithott.auth.social.provider.Provider;
import io.takewithott.auth.social.provider.ProviderException;
import io.takewithott.auth.social.provider.ProviderException.Reason;
import io.takewithott.auth.social.provider.Providers;
import io.takewithott.auth.social.provider.Registration;
import io.takewithott.auth.social.provider.Registrations;
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
  /** While somebody waits: their own, and perhaps one that was left over. */
  static final int AT_ONCE = 2;

  /** Within a scheduled run's time even if every provider is silent. */
  private static final int A_RUN = 4;

  private static final Duration FIRST_WAIT = Duration.ofMinutes(10);

  /** 10 minutes doubled nine times, about three and a half days in all. */
  private static final int MOST_ATTEMPTS = 10;

  private static final Logger LOG = LoggerFactory.getLogger(Unlinker.class);

  private final UnlinkStore store;
  private final Registrations registrations;
  private final OAuth oauth;
  private final SealedGrant seal;
  private final InstantSource clock;

  Unlinker(
      UnlinkStore store,
      Registrations registrations,
      OAuth oauth,
      SealedGrant seal,
      InstantSource clock) {
    this.store = store;
    this.registrations = registrations;
    this.oauth = oauth;
    this.seal = seal;
    this.clock = clock;
  }

  /** A scheduled run. */
  public Report run() {
    return run(A_RUN);
  }

  /** Tries some that are due; a failure of one does not keep the others from being tried. */
  Report run(int most) {
    List<Due> due = store.take(most, clock.instant());
    int ended = 0;
    for (Due one : due) {
      if (end(one)) {
        ended++;
      }
    }
    return new Report(due.size(), ended);
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
