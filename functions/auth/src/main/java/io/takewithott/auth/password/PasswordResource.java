package io.takewithott.auth.password;

import io.takewithott.auth.client.Client;
import io.takewithott.auth.mail.MailNudge;
import io.takewithott.auth.password.Proof.Proven;
import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.http.Caller;
import io.takewithott.core.http.Request;
import io.takewithott.core.http.Response;
import org.jspecify.annotations.Nullable;

/** Changing the password while logged in, or choosing a first one. Two database calls. */
public final class PasswordResource {
  private final Proof proof;
  private final PasswordStore store;
  private final Passwords passwords;
  private final MailNudge nudge;

  public PasswordResource(Proof proof, PasswordStore store, Passwords passwords, MailNudge nudge) {
    this.proof = proof;
    this.store = store;
    this.passwords = passwords;
    this.nudge = nudge;
  }

  /** The caller stays logged in here, and nowhere else. */
  public Response change(Request request) {
    Caller caller = request.requireCaller();
    ChangeRequest wanted = request.body(ChangeRequest.class);
    Proven proven = proof.require(caller, wanted.current);
    String hash = passwords.hash(NewPassword.of(wanted.password).text());
    if (!store.change(caller, proven, hash, Client.of(request))) {
      throw new AppException(ErrorCode.CONFLICT, "The password was changed meanwhile");
    }
    nudge.nudge();
    return Response.noContent();
  }

  /**
   * @param current left out by somebody who has no password yet
   */
  record ChangeRequest(@Nullable String current, @Nullable String password) {
    ChangeRequest {
      NewPassword.of(password);
    }

    @Override
    public String toString() {
      return "ChangeRequest[…]";
    }
  }
}
