package io.takewithott.auth.token;

import java.time.Instant;

/** A token and the moment from which it is refused. */
public record AccessToken(String text, Instant expiresAt) {
  @Override
  public String toString() {
    return "AccessToken[expires at " + expiresAt + "]";
  }
}
