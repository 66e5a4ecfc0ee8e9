package io.takewithott.auth.social.provider;

import java.util.Optional;

/** Writes the request that ends one person's connection. */
@FunctionalInterface
interface UnlinkRequest {

  /**
   * @param userToken a token of the person, empty where the provider does not want one
   * @return nothing where the registration lacks what the request takes
   */
  Optional<ProviderRequest> of(Registration registration, String providerUserId, String userToken);
}
