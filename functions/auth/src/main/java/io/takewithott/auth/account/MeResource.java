package io.takewithott.auth.account;

import io.takewithott.auth.account.AccountStore.Account;
import io.takewithott.core.http.Request;
import io.takewithott.core.http.Response;
import org.jspecify.annotations.Nullable;

/** Who am I; one database call. */
public final class MeResource {
  private final AccountStore accounts;

  public MeResource(AccountStore accounts) {
    this.accounts = accounts;
  }

  public Response me(Request request) {
    Account account = accounts.require(request.requireCaller());
    return Response.ok(
        new MeResponse(
            account.userId(),
            account.nickname(),
            account.email(),
            account.emailVerified(),
            account.passwordHash() != null,
            account.ageBand(),
            account.language(),
            account.autoplay(),
            account.admin(),
            account.picks(),
            account.ratings()));
  }

  record MeResponse(
      long userId,
      String nickname,
      @Nullable String email,
      boolean emailVerified,
      boolean hasPassword,
      @Nullable String ageBand,
      String language,
      boolean autoplay,
      boolean admin,
      int picks,
      int ratings) {}
}
