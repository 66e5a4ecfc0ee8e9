package io.takewithott.auth.account;

import io.takewithott.auth.mail.EmailAddress;
import io.takewithott.auth.password.NewPassword;
import io.takewithott.auth.session.Delivery;
import org.jspecify.annotations.Nullable;

/** What a new member gives; checked when it is made. */
record SignUpRequest(
    @Nullable String email,
    @Nullable String password,
    @Nullable String nickname,
    @Nullable String ageBand,
    @Nullable String language,
    @Nullable String refreshIn) {
  SignUpRequest {
    EmailAddress.of(email);
    NewPassword.of(password);
    Nickname.of(nickname);
    AgeBand.of(ageBand);
    Language.of(language);
    Delivery.of(refreshIn);
  }

  NewPassword newPassword() {
    return NewPassword.of(password);
  }

  NewAccount account(String passwordHash) {
    return new NewAccount(
        EmailAddress.of(email),
        false,
        passwordHash,
        Nickname.of(nickname),
        AgeBand.of(ageBand),
        Language.of(language));
  }

  Delivery delivery() {
    return Delivery.of(refreshIn);
  }

  @Override
  public String toString() {
    return "SignUpRequest[…]";
  }
}
