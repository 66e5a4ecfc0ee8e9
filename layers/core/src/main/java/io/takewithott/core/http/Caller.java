package io.takewithott.core.http;

/**
 * The user a request was made by, as the authorizer found in the access token.
 *
 * @param sessionId the log-in that the token descends from; it may have ended since
 */
public record Caller(long userId, String sessionId, boolean admin) {
  /** The members of the authorizer's context, all text. */
  public static final String USER_ID = "userId";

  public static final String SESSION_ID = "sessionId";

  /** {@code admin}; absent for everybody else. */
  public static final String ROLE = "role";

  public static final String ADMIN = "admin";
}
