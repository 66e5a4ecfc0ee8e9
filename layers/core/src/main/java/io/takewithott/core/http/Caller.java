package io.takewithott.core.http;

/** The user a request was made by, as the authorizer found. */
public record Caller(long userId) {
  /** The member of the authorizer's context that carries the id, as text. */
  public static final String USER_ID = "userId";
}
