package io.takewithott.auth.social;

import io.takewithott.auth.client.Client;
import io.takewithott.auth.limits.Limit;
import io.takewithott.auth.social.provider.Authorization;
import io.takewithott.auth.social.provider.OAuth;
import io.takewithott.auth.social.provider.Provider;
import io.takewithott.auth.social.provider.Registration;
import io.takewithott.auth.social.provider.Registrations;
import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.http.Request;
import io.takewithott.core.http.Response;
import io.takewithott.core.limits.Claim;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Begins an attempt: remembers what has to be the same on the way back, and binds the browser. */
final class Departure {
  /** Long enough to find a password and a phone; codes themselves live ten minutes at most. */
  static final Duration LIFETIME = Duration.ofMinutes(10);

  private final Registrations registrations;
  private final OAuth oauth;
  private final AttemptStore attempts;
  private final SiteAddress site;
  private final Randomness randomness;
  private final InstantSource clock;

  Departure(
      Registrations registrations,
      OAuth oauth,
      AttemptStore attempts,
      SiteAddress site,
      Randomness randomness,
      InstantSource clock) {
    this.registrations = registrations;
    this.oauth = oauth;
    this.attempts = attempts;
    this.site = site;
    this.randomness = randomness;
    this.clock = clock;
  }

  /**
   * One database call.
   *
   * @throws AppException NOT_FOUND when we are not registered with the provider; TOO_MANY_REQUESTS,
   *     for every beginning is a row
   */
  Gone begin(Request request, Provider provider, Purpose purpose) {
    Registration registration =
        registrations
            .of(provider)
            .orElseThrow(
                () ->
                    new AppException(
                        ErrorCode.NOT_FOUND, "There is no log-in through that provider"));
    Authorization asking =
        new Authorization(
            randomness.next(),
            randomness.next(),
            randomness.next(),
            site.of(request, "/social/" + provider.name() + "/callback"));
    String browser = randomness.next();
    Attempt attempt =
        new Attempt(
            provider.name(),
            asking.nonce(),
            asking.verifier(),
            asking.redirectUri(),
            purpose.returnTo(),
            purpose.separate(),
            purpose.userId());
    Claim claim = Limit.SOCIAL_ADDRESS.of(Client.of(request).address());
    attempts.put(
        claim, purpose.proven(), asking.state(), browser, attempt, clock.instant().plus(LIFETIME));
    return new Gone(oauth.authorizeUrl(provider, registration, asking), asking.state(), browser);
  }

  /** The answer with the cookie that makes this browser the one to come back in. */
  Response bound(Response response, Gone gone) {
    return SocialCookies.withBrowser(response, gone.state, gone.browser, LIFETIME);
  }

  /**
   * @param userId who adds a way in; null for somebody who logs in
   * @param proven attempts at proving that it is them, which have succeeded
   */
  record Purpose(String returnTo, boolean separate, @Nullable Long userId, List<Claim> proven) {
    static Purpose loggingIn(String returnTo, boolean separate) {
      return new Purpose(returnTo, separate, null, List.of());
    }

    static Purpose linking(long userId, String returnTo, List<Claim> proven) {
      return new Purpose(returnTo, false, userId, proven);
    }
  }

  /** An attempt on its way. */
  record Gone(URI authorizeUrl, String state, String browser) {
    @Override
    public String toString() {
      return "Gone[…]";
    }
  }
}
