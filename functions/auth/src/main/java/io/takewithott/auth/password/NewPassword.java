package io.takewithott.auth.password;

import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A password somebody chooses: long enough to be worth something, short enough to be hashed. */
public record NewPassword(String text) {
  private static final int SHORTEST = 8;

  /** Argon2 takes any length; this bounds the work a caller can cause. */
  private static final int LONGEST = 128;

  /**
   * @throws AppException INVALID_VALUE
   */
  public static NewPassword of(@Nullable String given) {
    String text = given == null ? "" : given;
    if (text.length() < SHORTEST || text.length() > LONGEST) {
      throw new AppException(
          ErrorCode.INVALID_VALUE,
          "A password has " + SHORTEST + " to " + LONGEST + " characters",
          Map.of("field", "password"));
    }
    return new NewPassword(text);
  }

  @Override
  public String toString() {
    return "NewPassword[…]";
  }
}
