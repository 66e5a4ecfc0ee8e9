package io.takewithott.auth;

import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import org.jspecify.annotations.Nullable;

/** An address and a password, of any form but a bounded length. */
record LogInRequest(@Nullable String email, @Nullable String password) {
  private static final int LONGEST = 320;

  LogInRequest {
    email = email == null ? "" : email.strip();
    password = password == null ? "" : password;
    if (email.length() > LONGEST || password.length() > LONGEST) {
      throw new AppException(ErrorCode.WRONG_CREDENTIALS, AccountResource.WRONG_CREDENTIALS);
    }
  }

  @Override
  public String toString() {
    return "LogInRequest[…]";
  }
}
