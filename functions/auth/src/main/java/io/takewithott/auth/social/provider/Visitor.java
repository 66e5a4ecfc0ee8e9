package io.takewithott.auth.social.provider;

import org.jspecify.annotations.Nullable;

/**
 * Somebody whom a provider has sent to us.
 *
 * @param grant the token to be kept until the connection is ended, where that takes one
 */
public record Visitor(Profile profile, @Nullable String grant) {

  @Override
  public String toString() {
    return "Visitor[…]";
  }
}
