package io.takewithott.core.http;

import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;

/**
 * Routes for administrators alone. The role comes from the signed token, by way of the authorizer.
 */
public final class Admin {
  private Admin() {}

  /** The handler behind the check: UNAUTHENTICATED for nobody, FORBIDDEN for anybody else. */
  public static RouteHandler only(RouteHandler handler) {
    return request -> {
      if (!request.requireCaller().admin()) {
        throw new AppException(ErrorCode.FORBIDDEN, "This is for administrators");
      }
      return handler.handle(request);
    };
  }
}
