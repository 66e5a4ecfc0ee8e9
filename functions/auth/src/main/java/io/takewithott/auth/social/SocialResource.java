package io.takewithott.auth.social;

import io.takewithott.auth.social.provider.Provider;
import io.takewithott.auth.social.provider.ProviderException;
import io.takewithott.auth.social.provider.Providers;
import io.takewithott.auth.social.provider.Registration;
import io.takewithott.auth.social.provider.Registrations;
import io.takewithott.auth.social.provider.Visitor;
import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.database.DatabaseException;
import io.takewithott.core.http.Request;
import io.takewithott.core.http.Response;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which providers there are, the way to one, and the way back. A browser walks through all of it.
 */
final class SocialResource {
  private static final Logger LOG = LoggerFactory.getLogger(SocialResource.class);

  /** Longer than any code in the wild. */
  private static final int LONGEST_CODE = 2048;

  private final Registrations registrations;
  private final Departure departure;
  private final Arrival arrival;
  private final Entrance entrance;

  SocialResource(
      Registrations registrations, Departure departure, Arrival arrival, Entrance entrance) {
    this.registrations = registrations;
    this.departure = departure;
    this.arrival = arrival;
    this.entrance = entrance;
  }

  /** No database call. */
  Response providers(Request request) {
    List<OfferedProvider> offered =
        registrations.offered().stream()
            .map(
                provider ->
                    new OfferedProvider(
                        provider.name(), provider.title(), "/social/" + provider.name() + "/start"))
            .toList();
    return Response.ok(new ProvidersResponse(offered));
  }

  /** Sends the browser to the provider. One database call. */
  Response start(Request request) {
    Provider provider = provider(request);
    try {
      String returnTo = ReturnTo.of(request.query("returnTo"));
      boolean separate = request.query("separate").filter("true"::equals).isPresent();
      Departure.Gone gone =
          departure.begin(request, provider, Departure.Purpose.loggingIn(returnTo, separate));
      return departure.bound(SocialOutcome.redirectTo(gone.authorizeUrl().toString()), gone);
    } catch (AppException refusal) {
      return outcome(refusal).redirect(provider.name());
    } catch (DatabaseException failure) {
      return unavailable(provider, failure);
    }
  }

  /** Takes the browser back. */
  Response callback(Request request) {
    Provider provider = provider(request);
    String state = request.query("state").orElse("");
    try {
      Optional<Attempt> attempt = arrival.take(request, provider, state);
      return attempt.isEmpty()
          ? SocialOutcome.WRONG_STATE.redirect(provider.name())
          : SocialCookies.withoutBrowser(comeBack(request, provider, attempt.get(), state), state);
    } catch (DatabaseException failure) {
      return unavailable(provider, failure);
    }
  }

  private Response comeBack(Request request, Provider provider, Attempt attempt, String state) {
    Optional<String> code =
        request.query("code").filter(text -> !text.isBlank() && text.length() <= LONGEST_CODE);
    Optional<Registration> registration = registrations.of(provider);
    if (code.isEmpty() || request.query("error").isPresent()) {
      return refusal(request).redirect(provider.name());
    }
    if (registration.isEmpty()) {
      return SocialOutcome.NOT_OFFERED.redirect(provider.name());
    }
    try {
      Visitor visitor = arrival.visitor(provider, registration.get(), attempt, state, code.get());
      return entrance.admit(request, provider, registration.get(), attempt, visitor);
    } catch (ProviderException failure) {
      LOG.atWarn()
          .addKeyValue("provider", provider.name())
          .addKeyValue("reason", failure.reason().name())
          .addKeyValue("detail", String.valueOf(failure.getMessage()))
          .log("a provider failed");
      return SocialOutcome.of(failure).redirect(provider.name());
    }
  }

  /** What the provider says instead of a code. Its words are not passed on. */
  private static SocialOutcome refusal(Request request) {
    return switch (request.query("error").orElse("")) {
      case "access_denied", "consent_required", "interaction_required" ->
          SocialOutcome.CONSENT_DENIED;
      case "server_error", "temporarily_unavailable" -> SocialOutcome.PROVIDER_DOWN;
      default -> SocialOutcome.CODE_REFUSED;
    };
  }

  private static SocialOutcome outcome(AppException refusal) {
    return switch (refusal.code()) {
      case TOO_MANY_REQUESTS -> SocialOutcome.TOO_MANY;
      case NOT_FOUND -> SocialOutcome.NOT_OFFERED;
      default -> throw refusal;
    };
  }

  private static Response unavailable(Provider provider, DatabaseException failure) {
    LOG.atError()
        .setCause(failure)
        .addKeyValue("kind", failure.kind().name())
        .log("the database call failed");
    return SocialOutcome.UNAVAILABLE.redirect(provider.name());
  }

  static Provider provider(Request request) {
    String name = request.pathParameter("provider");
    return Providers.named(name)
        .orElseThrow(
            () ->
                new AppException(ErrorCode.NOT_FOUND, "There is no log-in through that provider"));
  }

  record ProvidersResponse(List<OfferedProvider> providers) {}

  record OfferedProvider(String provider, String name, String startPath) {}
}
