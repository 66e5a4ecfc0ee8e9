package io.takewithott.auth.session;

import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a refresh token reaches its client: browsers keep it out of scripts' reach, apps ask for it.
 */
public enum Delivery {
  COOKIE,
  BODY;

  /**
   * In a cookie when nothing is said.
   *
   * @throws AppException INVALID_VALUE
   */
  public static Delivery of(@Nullable String name) {
    if (name == null || name.equals("cookie")) {
      return COOKIE;
    }
    if (name.equals("body")) {
      return BODY;
    }
    throw new AppException(
        ErrorCode.INVALID_VALUE,
        "A refresh token is delivered in a cookie or in the body",
        Map.of("field", "refreshIn"));
  }
}
