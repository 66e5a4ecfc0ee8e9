package io.takewithott.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;

/** Access tokens: JSON Web Tokens signed with ES256, the user's id as subject. */
final class AccessTokens {
  private static final String ISSUER = "takewithott";

  /** Longer than any token of ours; nothing longer is even parsed. */
  private static final int LONGEST_TOKEN = 2048;

  private final TokenKeys keys;
  private final InstantSource clock;
  private final Duration lifetime;

  AccessTokens(TokenKeys keys, InstantSource clock, Duration lifetime) {
    this.keys = keys;
    this.clock = clock;
    this.lifetime = lifetime;
  }

  AccessToken issue(long userId) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Instant expiresAt = now.plus(lifetime);
    ECKey key = keys.signing();
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(ISSUER)
            .subject(Long.toString(userId))
            .issueTime(Date.from(now))
            .expirationTime(Date.from(expiresAt))
            .jwtID(UUID.randomUUID().toString())
            .build();
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.ES256)
            .keyID(key.getKeyID())
            .type(JOSEObjectType.JWT)
            .build();
    SignedJWT token = new SignedJWT(header, claims);
    try {
      token.sign(new ECDSASigner(key));
    } catch (JOSEException failure) {
      throw new IllegalStateException("The signing key cannot sign", failure);
    }
    return new AccessToken(token.serialize(), expiresAt);
  }

  /** The user of a token that is ours, unaltered and not expired. */
  Optional<Long> verify(String text) {
    if (text.length() > LONGEST_TOKEN) {
      return Optional.empty();
    }
    try {
      SignedJWT token = SignedJWT.parse(text);
      return isSignedByUs(token) ? subject(token.getJWTClaimsSet()) : Optional.empty();
    } catch (ParseException | JOSEException malformed) {
      return Optional.empty();
    }
  }

  /** Signs and verifies once, which reads the keys and loads the algorithms. */
  void warmUp() {
    verify(issue(1).text());
  }

  private boolean isSignedByUs(SignedJWT token) throws JOSEException {
    JWSHeader header = token.getHeader();
    if (!JWSAlgorithm.ES256.equals(header.getAlgorithm()) || header.getKeyID() == null) {
      return false;
    }
    Optional<ECKey> key = keys.verifying(header.getKeyID());
    return key.isPresent() && token.verify(new ECDSAVerifier(key.get()));
  }

  private Optional<Long> subject(JWTClaimsSet claims) {
    Date expires = claims.getExpirationTime();
    String subject = claims.getSubject();
    if (!ISSUER.equals(claims.getIssuer())
        || expires == null
        || subject == null
        || !clock.instant().isBefore(expires.toInstant())) {
      return Optional.empty();
    }
    return subject.matches("[1-9][0-9]{0,17}")
        ? Optional.of(Long.parseLong(subject))
        : Optional.empty();
  }

  /** A token and the moment from which it is refused. */
  record AccessToken(String text, Instant expiresAt) {
    @Override
    public String toString() {
      return "AccessToken[expires at " + expiresAt + "]";
    }
  }
}
