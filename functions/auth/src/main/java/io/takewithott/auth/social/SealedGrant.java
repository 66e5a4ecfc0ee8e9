package io.takewithott.auth.social;

import io.takewithott.auth.social.provider.Registration;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tokens of people as the database holds them: AES-GCM with a key made from the registration's
 * secret, without which they are of no use to anybody anyway. When that secret changes, what was
 * sealed before opens no more, and neither would the provider take it.
 */
final class SealedGrant {
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final String PURPOSE = "takewithott: tokens of people at rest";

  private final SecureRandom random;

  SealedGrant(SecureRandom random) {
    this.random = random;
  }

  String seal(Registration registration, String grant) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] sealed =
          cipher(Cipher.ENCRYPT_MODE, registration, nonce)
              .doFinal(grant.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder()
          .encodeToString(
              ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Every Java platform has AES-GCM", impossible);
    }
  }

  /** The token, unless it was sealed under another secret or altered. */
  Optional<String> open(Registration registration, String sealed) {
    try {
      byte[] bytes = Base64.getDecoder().decode(sealed);
      if (bytes.length <= NONCE_BYTES) {
        return Optional.empty();
      }
      ByteBuffer content = ByteBuffer.wrap(bytes);
      byte[] nonce = new byte[NONCE_BYTES];
      content.get(nonce);
      byte[] text = new byte[content.remaining()];
      content.get(text);
      return Optional.of(
          new String(
              cipher(Cipher.DECRYPT_MODE, registration, nonce).doFinal(text),
              StandardCharsets.UTF_8));
    } catch (GeneralSecurityException | IllegalArgumentException foreign) {
      return Optional.empty();
    }
  }

  private static Cipher cipher(int mode, Registration registration, byte[] nonce)
      throws GeneralSecurityException {
    String secret = registration.clientSecret();
    if (secret == null) {
      throw new GeneralSecurityException("There is no secret to seal with");
    }
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    SecretKeySpec key =
        new SecretKeySpec(mac.doFinal(PURPOSE.getBytes(StandardCharsets.UTF_8)), "AES");
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    return cipher;
  }
}
