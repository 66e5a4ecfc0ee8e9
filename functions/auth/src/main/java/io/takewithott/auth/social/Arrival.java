package io.takewithott.auth.social;

import io.takewithott.auth.social.provider.OAuth;
import io.takewithott.auth.social.provider.Provider;
import io.takewithott.auth.social.provider.Registration;
import io.takewithott.auth.social.provider.Visitor;
import io.takewithott.core.http.Request;
import java.time.InstantSource;
import java.util.Optional;

/** Ends an attempt: finds what was begun, and asks the provider who came. */
final class Arrival {
  private final AttemptStore attempts;
  private final OAuth oauth;
  private final InstantSource clock;

  Arrival(AttemptStore attempts, OAuth oauth, InstantSource clock) {
    this.attempts = attempts;
    this.oauth = oauth;
    this.clock = clock;
  }

  /** The attempt with that state if this browser began it, once. */
  Optional<Attempt> take(Request request, Provider provider, String state) {
    return SocialCookies.browser(request, state)
        .flatMap(browser -> attempts.take(state, browser, provider.name(), clock.instant()));
  }

  Visitor visitor(
      Provider provider, Registration registration, Attempt attempt, String state, String code) {
    return oauth.visitor(provider, registration, attempt.authorization(state), code);
  }
}
