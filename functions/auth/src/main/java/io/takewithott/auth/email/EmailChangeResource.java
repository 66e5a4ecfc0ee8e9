package io.takewithott.auth.email;

import io.takewithott.auth.client.Client;
import io.takewithott.auth.email.EmailChangeStore.Asked;
import io.takewithott.auth.mail.EmailAddress;
import io.takewithott.auth.mail.LinkSpent;
import io.takewithott.auth.mail.LinkToken;
import io.takewithott.auth.mail.MailNudge;
import io.takewithott.auth.password.Proof;
import io.takewithott.auth.password.Proof.Proven;
import io.takewithott.auth.session.SessionStore;
import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.http.Caller;
import io.takewithott.core.http.Request;
import io.takewithott.core.http.Response;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Changing the address. The answer is the same whether the new one has an account or not: whoever
 * reads its mail learns it, and nobody else.
 */
public final class EmailChangeResource {
  private final Proof proof;
  private final EmailChangeStore store;
  private final MailNudge nudge;

  public EmailChangeResource(Proof proof, EmailChangeStore store, MailNudge nudge) {
    this.proof = proof;
    this.store = store;
    this.nudge = nudge;
  }

  /** Sends a link to the new address, and word to the old one. Two database calls. */
  public Response ask(Request request) {
    Caller caller = request.requireCaller();
    AskRequest wanted = request.body(AskRequest.class);
    Proven proven = proof.require(caller, wanted.password);
    Asked asked =
        store.ask(caller, EmailAddress.of(wanted.email), proven, Client.of(request)).asked();
    switch (asked) {
      case NOTED -> nudge.nudge();
      case LOGGED_OUT -> throw SessionStore.loggedOut();
      case PASSWORD_CHANGED ->
          throw new AppException(ErrorCode.CONFLICT, "The password was changed meanwhile");
      case OWN_ALREADY ->
          throw new AppException(
              ErrorCode.INVALID_VALUE,
              "This is the account's address already",
              Map.of("field", "email"));
    }
    return Response.accepted(
        Map.of(
            "message",
            "A link is on its way to the new address; until it is opened the old one stays"));
  }

  /** Opened from the new address, in whatever browser. One database call. */
  public Response complete(Request request) {
    if (!store.complete(token(request), Client.of(request))) {
      throw LinkSpent.failure();
    }
    return Response.noContent();
  }

  /** Opened from the old address by somebody who did not ask. One database call. */
  public Response stop(Request request) {
    if (!store.stop(token(request), Client.of(request))) {
      throw LinkSpent.failure();
    }
    return Response.noContent();
  }

  private static LinkToken token(Request request) {
    return LinkToken.parse(request.body(LinkRequest.class).token).orElseThrow(LinkSpent::failure);
  }

  /**
   * @param password left out by somebody who has none
   */
  record AskRequest(@Nullable String email, @Nullable String password) {
    AskRequest {
      EmailAddress.of(email);
    }

    @Override
    public String toString() {
      return "AskRequest[…]";
    }
  }

  record LinkRequest(@Nullable String token) {
    @Override
    public String toString() {
      return "LinkRequest[…]";
    }
  }
}
