package io.takewithott.auth.account;

import io.takewithott.auth.client.Client;
import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.http.Caller;
import io.takewithott.core.http.Request;
import io.takewithott.core.http.Response;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Appointing administrators, for administrators. One database call. */
public final class RoleResource {
  private final RoleStore store;
  private final InstantSource clock;

  public RoleResource(RoleStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Nobody changes their own role, so that one is always left. */
  public Response give(Request request) {
    Caller admin = request.requireCaller();
    long userId = request.pathId("id");
    String role = request.body(RoleRequest.class).known();
    if (userId == admin.userId()) {
      throw new AppException(ErrorCode.CONFLICT, "Another administrator has to do this");
    }
    if (!store.give(admin, userId, role, Client.of(request), clock.instant())) {
      throw new AppException(ErrorCode.NOT_FOUND, "There is nobody with the id " + userId);
    }
    return Response.noContent();
  }

  record RoleRequest(@Nullable String role) {
    String known() {
      if (role == null || !(role.equals("user") || role.equals("admin"))) {
        throw new AppException(
            ErrorCode.INVALID_VALUE, "A role is user or admin", Map.of("field", "role"));
      }
      return role;
    }
  }
}
