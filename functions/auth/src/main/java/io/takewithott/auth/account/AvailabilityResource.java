package io.takewithott.auth.account;

import io.takewithott.auth.client.Client;
import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.http.Request;
import io.takewithott.core.http.Response;
import java.util.Map;

/**
 * Whether a nickname is free, while somebody types it; one database call. Nicknames are public.
 * Addresses are not: whether one has an account is told at sign-up alone, to who would get that
 * far.
 */
public final class AvailabilityResource {
  private final AccountStore accounts;

  public AvailabilityResource(AccountStore accounts) {
    this.accounts = accounts;
  }

  public Response check(Request request) {
    if (request.query("email").isPresent()) {
      throw new AppException(
          ErrorCode.INVALID_VALUE,
          "Addresses are not looked up: sign up, and you will be told",
          Map.of("field", "email"));
    }
    Nickname nickname = Nickname.of(request.query("nickname").orElse(""));
    return Response.ok(
        new AvailabilityResponse(
            nickname.text(), accounts.isFree(nickname, Client.of(request).address())));
  }

  record AvailabilityResponse(String nickname, boolean available) {}
}
