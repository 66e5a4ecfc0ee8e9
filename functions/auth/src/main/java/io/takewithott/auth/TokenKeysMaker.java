package io.takewithott.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.takewithott.core.secrets.Secrets;
import java.util.Optional;
import java.util.UUID;

/** Makes the first key of a new installation; a set that is there is left alone. */
final class TokenKeysMaker {
  private final Secrets secrets;
  private final String secretId;

  TokenKeysMaker(Secrets secrets, String secretId) {
    this.secrets = secrets;
    this.secretId = secretId;
  }

  /** Whether a key had to be made. */
  boolean ensure() {
    Optional<String> present = secrets.find(secretId);
    if (present.isPresent() && present.get().contains("\"keys\"")) {
      return false;
    }
    secrets.put(secretId, newKeySet());
    return true;
  }

  private static String newKeySet() {
    try {
      return new JWKSet(
              new ECKeyGenerator(Curve.P_256)
                  .keyUse(KeyUse.SIGNATURE)
                  .keyID(UUID.randomUUID().toString())
                  .generate())
          .toString(false);
    } catch (JOSEException impossible) {
      throw new IllegalStateException("every Java platform makes P-256 keys", impossible);
    }
  }
}
