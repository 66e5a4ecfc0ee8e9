package io.takewithott.auth.account;

import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The languages of interface and mails. */
public enum Language {
  KO,
  EN;

  /** As it is stored and written. */
  public String code() {
    return this == KO ? "ko" : "en";
  }

  /**
   * Korean when nothing is given.
   *
   * @throws AppException INVALID_VALUE
   */
  public static Language of(@Nullable String code) {
    if (code == null || code.equals("ko")) {
      return KO;
    }
    if (code.equals("en")) {
      return EN;
    }
    throw new AppException(
        ErrorCode.INVALID_VALUE, "A language is ko or en", Map.of("field", "language"));
  }
}
