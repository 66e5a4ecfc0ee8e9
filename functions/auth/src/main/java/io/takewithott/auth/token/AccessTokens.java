package io.takewithott.auth.token;

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

/**
 * Access tokens: JSON Web Tokens signed with ES256. The subject is the user's id, {@code sid} the
 * session it descends from, and {@code role} is there for administrators.
 */
public final class AccessTokens {
  private static final String ISSUER = "takewithott";

  private static final String SESSION = "sid";
  private static final String ROLE = "role";
  private static final String ADMIN = "admin";

  /** Longer than any token of ours; nothing longer is even parsed. */
  private static final int LONGEST_TOKEN = 2048;

  private final TokenKeys keys;
  private final InstantSource clock;
  private final Duration lifetime;

  public AccessTokens(TokenKeys keys, InstantSource clock, Duration lifetime) {
    this.keys = keys;
    this.clock = clock;
    this.lifetime = lifetime;
  }

  public AccessToken issue(Access access) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Instant expiresAt = now.plus(lifetime);
    ECKey key = keys.signing();
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer(ISSUER)
            .subject(Long.toString(access.userId()))
            .issueTime(Date.from(now))
            .expirationTime(Date.from(expiresAt))
            .jwtID(UUID.randomUUID().toString())
            .claim(SESSION, access.sessionId());
    if (access.admin()) {
      claims.claim(ROLE, ADMIN);
    }
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.ES256)
            .keyID(key.getKeyID())
            .type(JOSEObjectType.JWT)
            .build();
    SignedJWT token = new SignedJWT(header, claims.build());
    try {
      token.sign(new ECDSASigner(key));
    } catch (JOSEException failure) {
      throw new IllegalStateException("The signing key cannot sign", failure);
    }
    return new AccessToken(token.serialize(), expiresAt);
  }

  /** What a token says that is ours, unaltered and not expired. */
  public Optional<Access> verify(String text) {
    if (text.length() > LONGEST_TOKEN) {
      return Optional.empty();
    }
    try {
      SignedJWT token = SignedJWT.parse(text);
      return isSignedByUs(token) ? access(token.getJWTClaimsSet()) : Optional.empty();
    } catch (ParseException | JOSEException malformed) {
      return Optional.empty();
    }
  }

  /** Signs and verifies once, which reads the keys and loads the algorithms. */
  public void warmUp() {
    verify(issue(new Access(1, "warm", false)).text());
  }

  private boolean isSignedByUs(SignedJWT token) throws JOSEException {
    JWSHeader header = token.getHeader();
    if (!JWSAlgorithm.ES256.equals(header.getAlgorithm()) || header.getKeyID() == null) {
      return false;
    }
    Optional<ECKey> key = keys.verifying(header.getKeyID());
    return key.isPresent() && token.verify(new ECDSAVerifier(key.get()));
  }

  private Optional<Access> access(JWTClaimsSet claims) throws ParseException {
    Date expires = claims.getExpirationTime();
    String subject = claims.getSubject();
    String session = claims.getStringClaim(SESSION);
    if (!ISSUER.equals(claims.getIssuer())
        || expires == null
        || subject == null
        || session == null
        || !clock.instant().isBefore(expires.toInstant())
        || !subject.matches("[1-9][0-9]{0,17}")) {
      return Optional.empty();
    }
    boolean admin = ADMIN.equals(claims.getStringClaim(ROLE));
    return Optional.of(new Access(Long.parseLong(subject), session, admin));
  }
}
