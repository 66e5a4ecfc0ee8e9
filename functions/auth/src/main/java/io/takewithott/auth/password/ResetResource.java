package io.takewithott.auth.password;

import io.takewithott.auth.client.Client;
import io.takewithott.auth.limits.Limit;
import io.takewithott.auth.mail.EmailAddress;
import io.takewithott.auth.mail.LinkSpent;
import io.takewithott.auth.mail.LinkToken;
import io.takewithott.auth.mail.MailNudge;
import io.takewithott.core.http.Request;
import io.takewithott.core.http.Response;
import io.takewithott.core.limits.Claim;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A new password for somebody who forgot theirs, by a link in a mail. Nobody is told whether there
 * is an account: the answer, its time and its limits are the same.
 */
public final class ResetResource {
  private final ResetStore store;
  private final Passwords passwords;
  private final MailNudge nudge;

  public ResetResource(ResetStore store, Passwords passwords, MailNudge nudge) {
    this.store = store;
    this.passwords = passwords;
    this.nudge = nudge;
  }

  /** Asks for a link; one database call. */
  public Response ask(Request request) {
    EmailAddress email = EmailAddress.of(request.body(AskRequest.class).email);
    Client client = Client.of(request);
    List<Claim> claims =
        List.of(Limit.RESET_ADDRESS.of(client.address()), Limit.RESET_ACCOUNT.of(email.key()));
    store.ask(email.key(), claims, client);
    nudge.nudge();
    return Response.accepted(
        Map.of("message", "If there is an account with this address, a link is on its way"));
  }

  /** Uses the link; two database calls, the hashing between them. Logging in comes after. */
  public Response complete(Request request) {
    CompleteRequest wanted = request.body(CompleteRequest.class);
    LinkToken token = LinkToken.parse(wanted.token).orElseThrow(LinkSpent::failure);
    Client client = Client.of(request);
    List<Claim> claims = new ArrayList<>(List.of(Limit.LINK_ADDRESS.of(client.address())));
    String emailKey = store.addressOf(token, claims).orElseThrow(LinkSpent::failure);
    claims.add(Limit.LOG_IN_ACCOUNT.of(emailKey));
    String hash = passwords.hash(NewPassword.of(wanted.password).text());
    if (!store.complete(token, hash, claims, client)) {
      throw LinkSpent.failure();
    }
    nudge.nudge();
    return Response.noContent();
  }

  record AskRequest(@Nullable String email) {
    @Override
    public String toString() {
      return "AskRequest[…]";
    }
  }

  record CompleteRequest(@Nullable String token, @Nullable String password) {
    CompleteRequest {
      NewPassword.of(password);
    }

    @Override
    public String toString() {
      return "CompleteRequest[…]";
    }
  }
}
