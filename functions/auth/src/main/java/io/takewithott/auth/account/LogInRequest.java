package io.takewithott.auth.account;

import io.takewithott.auth.session.Delivery;
import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import org.jspecify.annotations.Nullable;

/** An address and a password, of any form but a bounded length. */
record LogInRequest(@Nullable String email, @Nullable String password, @Nullable String refreshIn) {
  static final String WRONG_CREDENTIALS = "The e-mail address or the password is wrong";

  private static final int LONGEST = 320;

  LogInRequest {
    Delivery.of(refreshIn);
    if (text(email).length() > LONGEST || text(password).length() > LONGEST) {
      throw new AppException(ErrorCode.WRONG_CREDENTIALS, WRONG_CREDENTIALS);
    }
  }

  String address() {
    return text(email).strip();
  }

  String secret() {
    return text(password);
  }

  Delivery delivery() {
    return Delivery.of(refreshIn);
  }

  private static String text(@Nullable String given) {
    return given == null ? "" : given;
  }

  @Override
  public String toString() {
    return "LogInRequest[…]";
  }
}
