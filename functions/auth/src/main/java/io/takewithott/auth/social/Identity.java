package io.takewithott.auth.social;

import io.takewithott.auth.social.provider.Profile;
import io.takewithott.auth.social.provider.Provider;
import org.jspecify.annotations.Nullable;

/**
 * Somebody elsewhere, as we keep them.
 *
 * @param emailVerified whether the provider vouches for the address
 * @param sealedGrant what ending the connection will take
 */
record Identity(
    String provider,
    String providerUserId,
    @Nullable String email,
    boolean emailVerified,
    @Nullable String sealedGrant) {

  static Identity of(Provider provider, Profile profile, @Nullable String sealedGrant) {
    return new Identity(
        provider.name(),
        profile.providerUserId(),
        profile.email(),
        profile.emailProven(),
        sealedGrant);
  }

  @Override
  public String toString() {
    return "Identity[" + provider + "]";
  }
}
