package io.takewithott.auth.social;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Values that cannot be guessed, and what is stored of them. */
final class Randomness {
  /** 256 bits; as base64url 43 characters, which is also the least that PKCE allows. */
  private static final int BYTES = 32;

  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final SecureRandom random;

  Randomness(SecureRandom random) {
    this.random = random;
  }

  String next() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return BASE64.encodeToString(bytes);
  }

  /** Four digits, to tell people of one name apart. */
  String fourDigits() {
    return String.format("%04d", random.nextInt(10_000));
  }

  /** Letters and digits only, as Facebook wants a confirmation code. */
  String alphanumeric() {
    byte[] bytes = new byte[BYTES / 2];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** What the database knows of such a value. */
  static String hash(String value) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
      return BASE64.encodeToString(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256", impossible);
    }
  }
}
