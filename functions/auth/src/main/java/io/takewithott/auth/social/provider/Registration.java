package io.takewithott.auth.social.provider;

import org.jspecify.annotations.Nullable;

/**
 * What a provider knows us by.
 *
 * @param clientSecret absent where the provider does without
 * @param adminKey Kakao's, with which a connection is ended without a token of the person
 */
public record Registration(
    String clientId, @Nullable String clientSecret, @Nullable String adminKey) {

  /** The secret, empty where there is none. */
  String secret() {
    return clientSecret == null ? "" : clientSecret;
  }

  @Override
  public String toString() {
    return "Registration[…]";
  }
}
