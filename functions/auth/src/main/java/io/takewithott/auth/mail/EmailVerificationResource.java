package io.takewithott.auth.mail;

import io.takewithott.auth.client.Client;
import io.takewithott.auth.session.SessionStore;
import io.takewithott.core.http.Request;
import io.takewithott.core.http.Response;
import org.jspecify.annotations.Nullable;

/** Proving an address by opening a link that was sent to it. One database call each. */
public final class EmailVerificationResource {
  private final EmailVerificationStore store;
  private final MailNudge nudge;

  public EmailVerificationResource(EmailVerificationStore store, MailNudge nudge) {
    this.store = store;
    this.nudge = nudge;
  }

  /** Sends the caller another link. */
  public Response ask(Request request) {
    if (!store.ask(request.requireCaller())) {
      throw SessionStore.loggedOut();
    }
    nudge.nudge();
    return Response.noContent();
  }

  public Response verify(Request request) {
    LinkToken token =
        LinkToken.parse(request.body(VerifyRequest.class).token).orElseThrow(LinkSpent::failure);
    if (!store.verify(token, Client.of(request))) {
      throw LinkSpent.failure();
    }
    return Response.noContent();
  }

  record VerifyRequest(@Nullable String token) {
    @Override
    public String toString() {
      return "VerifyRequest[…]";
    }
  }
}
