package io.takewithott.auth.social;

import io.takewithott.auth.social.provider.Authorization;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who was sent to a provider.
 *
 * @param returnTo where on the site they go afterwards
 * @param separate whether they want an account of their own even if the address has one
 * @param userId who adds a way in; null for somebody who logs in
 */
record Attempt(
    String provider,
    String nonce,
    String verifier,
    String redirectUri,
    String returnTo,
    boolean separate,
    @Nullable Long userId) {

  Authorization authorization(String state) {
    return new Authorization(state, nonce, verifier, redirectUri);
  }

  @Override
  public String toString() {
    return "Attempt[" + provider + "]";
  }
}
