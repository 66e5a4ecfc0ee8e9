package io.takewithott.auth.password;

import io.takewithott.auth.limits.Limit;
import io.takewithott.auth.password.PasswordStore.Owner;
import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.http.Caller;
import io.takewithott.core.limits.Claim;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That a caller is the account's owner and not somebody with their unlocked device: by the
 * password, or, where there is none, by a log-in that is minutes old. Asked before what cannot be
 * taken back.
 */
public final class Proof {
  private static final int LONGEST = 320;

  private final PasswordStore store;
  private final Passwords passwords;

  public Proof(PasswordStore store, Passwords passwords) {
    this.store = store;
    this.passwords = passwords;
  }

  /**
   * One database call, which takes an attempt.
   *
   * @throws AppException UNAUTHENTICATED when the session has ended, TOO_MANY_REQUESTS,
   *     WRONG_CREDENTIALS, LOG_IN_AGAIN
   */
  public Proven require(Caller caller, @Nullable String password) {
    List<Claim> claims = List.of(Limit.PROOF_ACCOUNT.of(Long.toString(caller.userId())));
    Owner owner = store.owner(caller, claims);
    String hash = owner.passwordHash();
    if (hash == null) {
      if (!owner.fresh()) {
        throw new AppException(
            ErrorCode.LOG_IN_AGAIN, "Log in once more to show that it is you, then try again");
      }
      return new Proven(null, claims);
    }
    String given = password == null ? "" : password;
    if (given.length() > LONGEST || !passwords.matches(given, hash)) {
      throw new AppException(ErrorCode.WRONG_CREDENTIALS, "The password is wrong");
    }
    return new Proven(hash, claims);
  }

  /**
   * @param hash the password's, if there is one
   * @param claims to be settled with what follows
   */
  public record Proven(@Nullable String hash, List<Claim> claims) {
    @Override
    public String toString() {
      return "Proven[]";
    }
  }
}
