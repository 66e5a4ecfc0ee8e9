package io.takewithott.auth.account;

import io.takewithott.auth.mail.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * An account to be made.
 *
 * @param email absent for somebody whose log-in elsewhere tells none
 * @param emailVerified whether it is proven already; if not, a mail with a link is sent
 * @param passwordHash absent for somebody who logs in elsewhere
 */
public record NewAccount(
    @Nullable EmailAddress email,
    boolean emailVerified,
    @Nullable String passwordHash,
    Nickname nickname,
    @Nullable AgeBand ageBand,
    Language language) {
  NewAccount named(Nickname other) {
    return new NewAccount(email, emailVerified, passwordHash, other, ageBand, language);
  }

  @Override
  public String toString() {
    return "NewAccount[…]";
  }
}
