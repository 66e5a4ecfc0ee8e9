package io.takewithott.auth.social;

import io.takewithott.auth.social.provider.ProviderException;
import io.takewithott.core.http.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How a log-in through a provider ends, as the site is told in its address. */
enum SocialOutcome {
  /** A new account. */
  JOINED,
  /** The account that this identity opens. */
  RETURNED,
  /** One more way into the account. */
  LINKED,

  /** The person said no. */
  CONSENT_DENIED(true),
  /** Not begun in this browser, begun too long ago, or ended already: begin again. */
  WRONG_STATE(true),
  /** The provider does not take the code: used, expired or not its own. Begin again. */
  CODE_REFUSED(true),
  /** The provider does not answer; what it did is not known. Begin again later. */
  PROVIDER_DOWN(true),
  /** The provider answered what nobody understands. */
  PROVIDER_ODD(true),
  /** An account has this address: log in to it, then confirm that this is yours too. */
  EMAIL_TAKEN(true),
  /** This identity opens another account. */
  IDENTITY_TAKEN(true),
  /** The account has an identity of this provider already. */
  ALREADY_LINKED(true),
  /** The provider is not offered (any more). */
  NOT_OFFERED(true),
  /** Too often from one network in a short time. */
  TOO_MANY(true),
  /** Something of ours is down. Begin again in a moment. */
  UNAVAILABLE(true);

  private final boolean failure;

  SocialOutcome() {
    this(false);
  }

  SocialOutcome(boolean failure) {
    this.failure = failure;
  }

  static SocialOutcome of(ProviderException failure) {
    return switch (failure.reason()) {
      case DOWN, BARRED -> PROVIDER_DOWN;
      case REFUSED -> CODE_REFUSED;
      case ODD -> PROVIDER_ODD;
    };
  }

  /**
   * Sends the browser back to the site. Failures go to its first page: where somebody wanted to go
   * may take an account.
   */
  Response redirect(String provider, String returnTo) {
    String query =
        failure
            ? "socialError=" + name() + "&provider=" + provider
            : "social=" + name().toLowerCase(Locale.ROOT) + "&provider=" + provider;
    return redirectTo(ReturnTo.with(failure ? ReturnTo.HOME : returnTo, query));
  }

  Response redirect(String provider) {
    return redirect(provider, ReturnTo.HOME);
  }

  /** No page may learn the address it came from: it held the code. */
  static Response redirectTo(String location) {
    return new Response(
        302,
        Map.of(
            "location", location,
            "cache-control", "no-store",
            "referrer-policy", "no-referrer"),
        List.of(),
        new byte[0]);
  }
}
