package io.takewithott.auth.social.provider;

import org.jspecify.annotations.Nullable;

/** What a code was exchanged for. How long it lasts is not read: it is used at once. */
record Tokens(String accessToken, @Nullable String refreshToken, @Nullable String idToken) {

  @Override
  public String toString() {
    return "Tokens[…]";
  }
}
