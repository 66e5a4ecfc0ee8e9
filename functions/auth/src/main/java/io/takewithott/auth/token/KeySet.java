package io.takewithott.auth.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.text.ParseException;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * P-256 keys, newest first. Every key verifies; the newest whose time has come ({@code nbf}) signs.
 * So a new key is known everywhere before the first token is signed with it.
 */
record KeySet(List<ECKey> keys) {
  KeySet {
    keys = keys.stream().sorted(Comparator.comparing(KeySet::begins).reversed()).toList();
    if (keys.isEmpty()) {
      throw new IllegalStateException("The secret with the token keys holds no P-256 key");
    }
  }

  static KeySet parse(String text) {
    try {
      return new KeySet(
          JWKSet.parse(text).getKeys().stream()
              .map(JWK::toECKey)
              .filter(key -> Curve.P_256.equals(key.getCurve()))
              .toList());
    } catch (ParseException malformed) {
      throw new IllegalStateException("The secret with the token keys is no JSON Web Key Set");
    }
  }

  /** A new key that may sign from {@code begins} on. */
  static ECKey newKey(Instant made, Instant begins) {
    try {
      return new ECKeyGenerator(Curve.P_256)
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.ES256)
          .keyID(UUID.randomUUID().toString())
          .issueTime(Date.from(made))
          .notBeforeTime(Date.from(begins))
          .generate();
    } catch (JOSEException impossible) {
      throw new IllegalStateException("every Java platform makes P-256 keys", impossible);
    }
  }

  ECKey newest() {
    return keys.get(0);
  }

  /** The newest key whose time has come, or the oldest of all when none's has. */
  ECKey signing(Instant now) {
    return keys.stream()
        .filter(key -> !begins(key).isAfter(now))
        .findFirst()
        .orElse(keys.get(keys.size() - 1));
  }

  Optional<ECKey> find(String keyId) {
    return keys.stream().filter(key -> keyId.equals(key.getKeyID())).findFirst();
  }

  /** With the private halves, for the secret. */
  String secretText() {
    return set().toString(false);
  }

  String published() {
    return set().toString(true);
  }

  /** When the key may first sign; a key without a time always could. */
  static Instant begins(ECKey key) {
    return time(key.getNotBeforeTime());
  }

  static Instant made(ECKey key) {
    return time(key.getIssueTime());
  }

  @Override
  public String toString() {
    return "KeySet[" + keys.size() + " keys]";
  }

  private JWKSet set() {
    return new JWKSet(keys.stream().map(key -> (JWK) key).toList());
  }

  private static Instant time(@Nullable Date date) {
    return date == null ? Instant.EPOCH : date.toInstant();
  }
}
