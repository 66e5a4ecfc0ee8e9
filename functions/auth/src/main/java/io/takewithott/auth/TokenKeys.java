package io.takewithott.auth;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import io.takewithott.core.secrets.Secrets;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;

/**
 * The P-256 keys that sign access tokens: a JSON Web Key Set in Secrets Manager whose first key
 * signs and whose every key verifies, so that a rotation adds a key in front and drops the last one
 * later.
 */
final class TokenKeys {
  private final Secrets secrets;
  private final String secretId;

  TokenKeys(Secrets secrets, String secretId) {
    this.secrets = secrets;
    this.secretId = secretId;
  }

  ECKey signing() {
    return parse(secrets.get(secretId)).get(0);
  }

  /** The key with that id; one that is not known may be new, so the set is read afresh once. */
  Optional<ECKey> verifying(String keyId) {
    Optional<ECKey> known = find(secrets.get(secretId), keyId);
    return known.isPresent() ? known : find(secrets.fresh(secretId), keyId);
  }

  private static Optional<ECKey> find(String keySet, String keyId) {
    return parse(keySet).stream().filter(key -> keyId.equals(key.getKeyID())).findFirst();
  }

  private static List<ECKey> parse(String keySet) {
    try {
      List<ECKey> keys =
          JWKSet.parse(keySet).getKeys().stream()
              .map(JWK::toECKey)
              .filter(key -> Curve.P_256.equals(key.getCurve()))
              .toList();
      if (keys.isEmpty()) {
        throw new IllegalStateException("The secret with the token keys holds no P-256 key");
      }
      return keys;
    } catch (ParseException malformed) {
      throw new IllegalStateException("The secret with the token keys is no JSON Web Key Set");
    }
  }
}
