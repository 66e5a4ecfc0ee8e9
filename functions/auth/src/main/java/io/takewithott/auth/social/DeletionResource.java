package io.takewithott.auth.social;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.takewithott.auth.social.DeletionStore.Outcome;
import io.takewithott.auth.social.provider.Providers;
import io.takewithott.auth.social.provider.Registration;
import io.takewithott.auth.social.provider.Registrations;
import io.takewithott.auth.social.provider.SignedRequest;
import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.http.Request;
import io.takewithott.core.http.Response;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;

/**
 * What Facebook asks to be forgotten about somebody. The identity goes; so does an account that
 * nothing else opens, for nobody could ever get in again. Answered with a code and a page that says
 * what was done.
 */
final class DeletionResource {
  static final String FACEBOOK = "facebook";

  private final Registrations registrations;
  private final IdentityStore identities;
  private final DeletionStore deletions;
  private final Accounts accounts;
  private final SiteAddress site;
  private final Randomness randomness;
  private final InstantSource clock;

  DeletionResource(
      Registrations registrations,
      IdentityStore identities,
      DeletionStore deletions,
      Accounts accounts,
      SiteAddress site,
      Randomness randomness,
      InstantSource clock) {
    this.registrations = registrations;
    this.identities = identities;
    this.deletions = deletions;
    this.accounts = accounts;
    this.site = site;
    this.randomness = randomness;
    this.clock = clock;
  }

  Response delete(Request request) {
    Registration facebook =
        registrations
            .of(Providers.named(FACEBOOK).orElseThrow())
            .orElseThrow(() -> refused("There is no log-in through that provider"));
    String userId =
        request
            .form("signed_request")
            .flatMap(text -> SignedRequest.userId(text, facebook))
            .orElseThrow(() -> refused("The request does not bear the provider's signature"));
    String code = randomness.alphanumeric();
    forget(userId, code);
    return Response.ok(
        new DeletionResponse(site.of(request, "/social/facebook/deletion/" + code), code));
  }

  /** A page for people; no script, no style from elsewhere. */
  Response status(Request request) {
    Optional<Outcome> outcome = deletions.find(request.pathParameter("code"));
    String page = DeletionPage.of(outcome);
    return Response.bytes(
            outcome.isPresent() ? 200 : 404,
            "text/html; charset=utf-8",
            page.getBytes(StandardCharsets.UTF_8))
        .withHeader("cache-control", "no-store")
        .withHeader("content-security-policy", "default-src 'none'");
  }

  /** Whatever step fails, the request can be made again, and what is gone then stays gone. */
  private void forget(String providerUserId, String code) {
    Optional<IdentityStore.Owner> owner = identities.owner(FACEBOOK, providerUserId);
    Outcome outcome = Outcome.NOTHING_KNOWN;
    if (owner.isPresent() && owner.get().othersRemain()) {
      identities.erase(FACEBOOK, providerUserId);
      outcome = Outcome.IDENTITY_ERASED;
    } else if (owner.isPresent()) {
      accounts.erase(owner.get().userId());
      outcome = Outcome.ACCOUNT_ERASED;
    }
    deletions.put(code, FACEBOOK, outcome, clock.instant());
  }

  private static AppException refused(String message) {
    return new AppException(ErrorCode.FORBIDDEN, message);
  }

  /** In the form that Facebook reads, {@code confirmation_code} and all. */
  record DeletionResponse(String url, @JsonProperty("confirmation_code") String confirmationCode) {}
}
