package io.takewithott.auth.social;

import io.takewithott.auth.client.Client;
import io.takewithott.auth.social.provider.Provider;
import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.http.Caller;
import io.takewithott.core.http.Request;
import io.takewithott.core.http.Response;
import io.takewithott.core.limits.Claim;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A member's ways in: seeing them, adding one, confirming one that waits, removing one. */
final class IdentityResource {
  private final WayStore ways;
  private final PendingLinkStore pendingLinks;
  private final Departure departure;
  private final Unlinker unlinker;
  private final Accounts accounts;
  private final InstantSource clock;

  IdentityResource(
      WayStore ways,
      PendingLinkStore pendingLinks,
      Departure departure,
      Unlinker unlinker,
      Accounts accounts,
      InstantSource clock) {
    this.ways = ways;
    this.pendingLinks = pendingLinks;
    this.departure = departure;
    this.unlinker = unlinker;
    this.accounts = accounts;
    this.clock = clock;
  }

  Response list(Request request) {
    return Response.ok(ways.of(request.requireCaller(), clock.instant()));
  }

  /**
   * Where the browser has to go to add a way in; it comes back by the common callback. Two database
   * calls: whoever adds a way in keeps it, so they prove first that they are the owner.
   */
  Response begin(Request request) {
    List<Claim> proven = prove(request);
    Provider provider = SocialResource.provider(request);
    String returnTo = ReturnTo.of(request.query("returnTo"));
    Departure.Gone gone =
        departure.begin(
            request,
            provider,
            Departure.Purpose.linking(request.requireCaller().userId(), returnTo, proven));
    return departure.bound(Response.ok(new BeginResponse(gone.authorizeUrl().toString())), gone);
  }

  /**
   * Links the identity that waits in this browser. It waits for one user only: the one whose
   * address it has, who proves here that the account is theirs. Four database calls.
   */
  Response confirm(Request request) {
    long userId = request.requireCaller().userId();
    List<Claim> proven = prove(request);
    Provider provider = SocialResource.provider(request);
    Optional<Identity> waiting =
        SocialCookies.pending(request)
            .flatMap(token -> pendingLinks.take(token, userId, provider.name(), clock.instant()));
    if (waiting.isEmpty()) {
      throw new AppException(
          ErrorCode.NOT_FOUND,
          "Nothing waits here to be linked to this account: log in through the provider again");
    }
    Response response =
        switch (ways.link(userId, waiting.get(), Client.of(request), clock.instant(), proven)) {
          case LINKED -> Response.ok(ways.of(request.requireCaller(), clock.instant()));
          case TAKEN ->
              throw new AppException(
                  ErrorCode.CONFLICT, "This log-in opens another account meanwhile");
          case ANOTHER_LINKED ->
              throw new AppException(
                  ErrorCode.CONFLICT,
                  "Another account of this provider is linked already: remove that one first");
        };
    return SocialCookies.withoutPending(response);
  }

  /** Removes a way in, and tells the provider; if it does not listen, later. */
  Response remove(Request request) {
    Caller caller = request.requireCaller();
    String provider = request.pathParameter("provider");
    switch (ways.remove(caller, provider, Client.of(request), clock.instant())) {
      case NOT_LINKED ->
          throw new AppException(
              ErrorCode.NOT_FOUND, "There is no log-in of that provider to remove");
      case LAST_WAY_IN ->
          throw new AppException(
              ErrorCode.LAST_WAY_IN,
              "This is the only way into the account: set a password or link another first");
      case REMOVED -> unlinker.runOnce();
    }
    return Response.noContent();
  }

  private List<Claim> prove(Request request) {
    String password = request.hasBody() ? request.body(ProofRequest.class).password : null;
    return accounts.prove(request.requireCaller(), password);
  }

  /** The account's password, where it has one. */
  record ProofRequest(@Nullable String password) {
    @Override
    public String toString() {
      return "ProofRequest[…]";
    }
  }

  record BeginResponse(String authorizeUrl) {
    @Override
    public String toString() {
      return "BeginResponse[…]";
    }
  }
}
