package io.takewithott.auth;

import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a new member gives; checked when it is made. */
record SignUpRequest(@Nullable String email, @Nullable String password, @Nullable String nickname) {
  private static final Pattern EMAIL =
      Pattern.compile("[^@\\s\\p{Cntrl}]{1,64}@[^@\\s\\p{Cntrl}]{1,185}\\.[^@\\s\\p{Cntrl}.]{2,}");
  private static final int SHORTEST_PASSWORD = 8;

  /** Argon2 takes any length; this bounds the work a caller can cause. */
  private static final int LONGEST_PASSWORD = 128;

  private static final int LONGEST_NICKNAME = 40;

  SignUpRequest {
    email = email == null ? "" : email.strip();
    password = password == null ? "" : password;
    nickname = nickname == null ? "" : nickname.strip();
    if (!EMAIL.matcher(email).matches()) {
      throw invalid("email", "Give an e-mail address such as mina@example.com");
    }
    if (password.length() < SHORTEST_PASSWORD || password.length() > LONGEST_PASSWORD) {
      throw invalid(
          "password",
          "A password has " + SHORTEST_PASSWORD + " to " + LONGEST_PASSWORD + " characters");
    }
    int length = nickname.codePointCount(0, nickname.length());
    if (length < 1
        || length > LONGEST_NICKNAME
        || nickname.codePoints().anyMatch(SignUpRequest::isUnprintable)) {
      throw invalid("nickname", "A nickname has 1 to " + LONGEST_NICKNAME + " visible characters");
    }
  }

  /** Control characters, direction overrides and the like, which make a name look like another. */
  private static boolean isUnprintable(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.SURROGATE
        || type == Character.UNASSIGNED
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }

  private static AppException invalid(String field, String message) {
    return new AppException(ErrorCode.INVALID_VALUE, message, Map.of("field", field));
  }

  @Override
  public String toString() {
    return "SignUpRequest[…]";
  }
}
