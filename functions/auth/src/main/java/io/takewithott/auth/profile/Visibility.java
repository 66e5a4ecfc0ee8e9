package io.takewithott.auth.profile;

import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import java.util.Map;

/** Who sees more of a profile than nickname and picture. */
enum Visibility {
  PUBLIC("public"),
  /** Whoever was accepted as a follower. */
  PRIVATE("private");

  private final String code;

  Visibility(String code) {
    this.code = code;
  }

  String code() {
    return code;
  }

  static Visibility of(boolean isPrivate) {
    return isPrivate ? PRIVATE : PUBLIC;
  }

  /**
   * @throws AppException INVALID_VALUE
   */
  static Visibility of(String code) {
    for (Visibility each : values()) {
      if (each.code.equals(code)) {
        return each;
      }
    }
    throw new AppException(
        ErrorCode.INVALID_VALUE, "A profile is public or private", Map.of("field", "visibility"));
  }
}
